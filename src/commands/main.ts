/** Runs one command line; every failure ends here as one line on stderr. */
import { messageOf, UserError } from '../core/errors.ts';
import { visible } from '../reporters/escape.ts';
import { VERSION } from '../version.ts';
import { parseArguments, type Arguments } from './arguments.ts';
import { OutputError, write } from './output.ts';

/** The exit code: 0 READY, 1 NOT READY, 3 CANNOT TELL, 2 could not check. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const parsed = parseArguments(args[0] === 'help' && args.length <= 2 ? [...args.slice(1), '--help'] : args);
    if (parsed.options.help === true) {
      const { help } = await import('./help.ts');
      await write(help(parsed.command));
      return 0;
    }
    if (parsed.options.version === true) {
      await write(`${VERSION}\n`);
      return 0;
    }
    return await run(parsed);
  } catch (error) {
    if (error instanceof OutputError && error.quiet) return 2;
    report(error);
    return 2;
  }
}

async function run(parsed: Arguments): Promise<number> {
  switch (parsed.command) {
    case 'check':
      return (await import('./check.ts')).check(parsed);
    case 'init':
      return (await import('./init.ts')).init(parsed);
    case 'seal':
      return (await import('./seal.ts')).seal(parsed);
    case 'why':
      return (await import('./why.ts')).why(parsed);
    case 'text':
      return (await import('./text.ts')).text(parsed);
    case 'export':
      return (await import('./export.ts')).exportList(parsed);
  }
}

function report(error: unknown): void {
  process.stderr.write(`seedcheck: ${oneLine(error)}\n`);
  if (!(error instanceof UserError) && debugging() && error instanceof Error)
    process.stderr.write(`${error.stack ?? ''}\n`);
}

function debugging(): boolean {
  return (process.env['SEEDCHECK_DEBUG'] ?? '') !== '';
}

/** What went wrong, in one line; a fault of ours says so, and how to get its stack. */
export function oneLine(error: unknown): string {
  if (error instanceof UserError || error instanceof OutputError) return visible(error.message);
  return `internal error: ${visible(messageOf(error))}${debugging() ? '' : ' (run again with SEEDCHECK_DEBUG=1 for the stack, and please report it)'}`;
}
