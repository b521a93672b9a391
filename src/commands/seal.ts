/** `seedcheck seal`: keeps what was agreed. */
import { UserError } from '../core/errors.ts';
import type { Arguments } from './arguments.ts';

export async function seal(_args: Arguments): Promise<number> {
  throw new UserError('seedcheck seal is not there yet');
}
