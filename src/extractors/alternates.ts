/** `mc:AlternateContent` of Office files: the same thing said for new readers and for old ones, of which one is read. */
export class Alternates {
  /** For each that is open, whether one of its choices was taken. */
  readonly #taken: boolean[] = [];

  open(): void {
    this.#taken.push(false);
  }

  close(): void {
    this.#taken.pop();
  }

  /** Whether a choice, or the fallback behind the choices, is to be passed over; the first choice is taken. */
  skips(fallback: boolean): boolean {
    const last = this.#taken.length - 1;
    if (last < 0) return false;
    const before = this.#taken[last]!;
    if (!before && !fallback) this.#taken[last] = true;
    return before;
  }
}
