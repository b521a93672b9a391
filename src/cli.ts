#!/usr/bin/env node
/** From arguments to an exit code. `--version` loads nothing else, so that it costs no more than starting Node. */
import { VERSION } from './version.ts';

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) process.stdout.write(`${VERSION}\n`);
else {
  const { main } = await import('./commands/main.ts');
  // Never process.exit: what was printed to a pipe would be lost.
  process.exitCode = await main(args);
}
