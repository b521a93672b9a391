/** Where results go: stdout, drained before the end, or a file that is written whole or not at all. */
import type { Paint, Style } from '../reporters/terminal.ts';

/** stdout could not be written. `quiet`: its reader has gone, which is nobody's fault. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  readonly quiet: boolean;
  constructor(message: string, quiet: boolean) {
    super(message);
    this.quiet = quiet;
  }
}

let failure: OutputError | undefined;
let listening = false;

/**
 * Writes to stdout and waits until it is through.
 * @throws OutputError where nobody reads it any more (quiet) or it cannot be written (disk full)
 */
export function write(text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  const { stdout } = process;
  if (!listening) {
    listening = true;
    stdout.on('error', (error: NodeJS.ErrnoException) => {
      failure ??= asOutputError(error);
    });
  }
  return new Promise((resolve, reject) => {
    if (failure) reject(failure);
    else
      stdout.write(text, (error) => {
        if (error) reject(failure ?? asOutputError(error));
        else resolve();
      });
  });
}

function asOutputError(error: NodeJS.ErrnoException): OutputError {
  return new OutputError(
    `cannot write to stdout: ${error.code === 'ENOSPC' ? 'no room left' : error.message}`,
    error.code === 'EPIPE',
  );
}

/** Whether stdout shall be coloured: FORCE_COLOR, then NO_COLOR, then whether it is a terminal that can. */
export function wantsColour(
  stream: { readonly isTTY?: boolean } = process.stdout,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

/** SGR numbers, on and off. */
const SGR: Readonly<Record<Style, readonly [string, string]>> = {
  ready: ['1;32', '22;39'],
  'not-ready': ['1;31', '22;39'],
  'cannot-tell': ['1;33', '22;39'],
  stop: ['31', '39'],
  look: ['33', '39'],
  note: ['2', '22'],
  file: ['1', '22'],
  dim: ['2', '22'],
  command: ['36', '39'],
};

export const colour: Paint = (style, text) => `\u001b[${SGR[style][0]}m${text}\u001b[${SGR[style][1]}m`;

/** How the tool was called, so that the next steps can be copied. */
export function calledAs(env: NodeJS.ProcessEnv = process.env): string {
  return env['npm_command'] === 'exec' ? 'npx seedcheck' : 'seedcheck';
}
