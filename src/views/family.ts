/** Families of words as one expression. */

/** An expression that matches any of the lines, whatever their case; each line is a piece of an expression by itself. */
export function family(lines: string): RegExp {
  return new RegExp(
    lines
      .trim()
      .split(/\s*\n\s*/u)
      .join('|'),
    'iu',
  );
}
