/** The one order of everything that is sorted: by UTF-16 code unit, the same on every system. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
