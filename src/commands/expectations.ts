/** `--expect FILE` and `--expect-list TSV` of the command line. */
import { expectedFrom, type Expected } from '../node/expected.ts';
import { valueOf, type Arguments } from './arguments.ts';

export { readList, type Expected } from '../node/expected.ts';

/** @throws UserError where the file cannot be read, or says nothing */
export function expectations(args: Arguments): Expected {
  const expect = valueOf(args, 'expect');
  const expectList = valueOf(args, 'expect-list');
  return expectedFrom({
    ...(expect === undefined ? {} : { expect }),
    ...(expectList === undefined ? {} : { expectList }),
  });
}
