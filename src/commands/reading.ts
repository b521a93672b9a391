/** `--limits` and `--ocr`: how files are read. */
import { UserError } from '../core/errors.ts';
import { DEFAULT_LIMITS, type ReadLimits } from '../extractors/limits.ts';
import type { ReadOptions } from '../node/pool.ts';
import { visible } from '../reporters/escape.ts';
import { didYouMean, listedOr, valueOf, type Arguments } from './arguments.ts';

/**
 * How files are read, as far as options say.
 * @throws UserError for a limit that there is not, or no number, or where what recognizes text is not installed
 */
export async function readingOf(args: Arguments): Promise<ReadOptions> {
  const ocr = valueOf(args, 'ocr');
  const written = valueOf(args, 'limits');
  // what is not installed is told before anything is read
  if (ocr !== undefined) (await import('../node/ocr.ts')).recognizer(ocr);
  return { ...(ocr === undefined ? {} : { ocr }), ...(written === undefined ? {} : { limits: limitsOf(written) }) };
}

function limitsOf(written: string): Partial<ReadLimits> {
  const known = Object.keys(DEFAULT_LIMITS);
  const limits: Record<string, number> = {};
  for (const part of written.split(',')) {
    const [name = '', value = ''] = part.split('=');
    if (!known.includes(name))
      throw new UserError(`--limits knows ${listedOr(known)}, not ${visible(name)}${didYouMean(name, known)}`);
    if (!/^[1-9]\d{0,14}$/.test(value))
      throw new UserError(`--limits ${name} takes a whole number, not ${visible(value)}`);
    limits[name] = Number(value);
  }
  return limits;
}
