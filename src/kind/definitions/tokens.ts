/** Tokens of languages with braces, and the place of the first that does not fit. Linear: each regular expression is sticky. */
import { Broken } from './types.ts';

export interface Token {
  /** `name`, `number`, `string`, `end`, or the mark itself. */
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a language's tokens look like. */
export interface Language {
  /** White space and comments: after them, or -1 where a comment is not closed. */
  skip(text: string, from: number): number;
  /** After the string that begins here; -1 not closed; `from` no string. */
  string(text: string, from: number): number;
  readonly name: RegExp;
  readonly number: RegExp;
  readonly mark: RegExp;
}

const OPENERS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

export class Tokens {
  readonly text: string;
  private readonly language: Language;
  private at = 0;
  token: Token;
  /** End of the token before. */
  before = 0;
  /** Brackets that the grammar has open. */
  readonly open: Token[] = [];

  constructor(text: string, language: Language) {
    this.text = text;
    this.language = language;
    this.token = this.read();
  }

  private read(): Token {
    const { text, language } = this;
    const start = language.skip(text, this.at);
    if (start < 0) throw this.ended('a comment is not closed', this.at);
    if (start >= text.length) {
      this.at = text.length;
      return { kind: 'end', text: '', start, end: start };
    }
    const closed = language.string(text, start);
    if (closed === -1) throw this.broken('the string that begins here is not closed', start);
    if (closed > start) return this.made('string', start, closed);
    for (const kind of ['name', 'number', 'mark'] as const) {
      const expression = language[kind];
      expression.lastIndex = start;
      const found = expression.exec(text);
      if (found) return this.made(kind === 'mark' ? found[0] : kind, start, start + found[0].length);
    }
    throw this.broken(`"${String.fromCodePoint(text.codePointAt(start)!)}" is no part of it`, start);
  }

  private made(kind: string, start: number, end: number): Token {
    this.at = end;
    return { kind, text: this.text.slice(start, Math.min(end, start + 200)), start, end };
  }

  /** The token; the next one takes its place. */
  next(): Token {
    const { token } = this;
    this.before = token.end;
    this.token = this.read();
    return token;
  }

  is(what: string): boolean {
    return this.token.kind === what || (this.token.kind === 'name' && this.token.text === what);
  }

  /** Takes the token if it is this one. */
  take(what: string): boolean {
    if (!this.is(what)) return false;
    const token = this.next();
    this.track(token);
    return true;
  }

  private track(token: Token): void {
    if (token.kind in OPENERS) this.open.push(token);
    else if (token.kind === '}' || token.kind === ']' || token.kind === ')') this.open.pop();
  }

  expect(what: string, said: string = `"${what}"`): Token {
    if (!this.is(what)) throw this.unfit(`expected ${said}`);
    const token = this.next();
    this.track(token);
    return token;
  }

  /** From an opening bracket to after the one that closes it, whatever stands between. */
  balanced(): void {
    const base = this.open.length;
    do {
      const { token } = this;
      if (token.kind === 'end') throw this.unfit('');
      if (token.kind === '}' || token.kind === ']' || token.kind === ')') {
        const opener = this.open.at(-1)!;
        if (OPENERS[opener.kind] !== token.kind)
          throw this.broken(
            `"${token.kind}" stands where "${OPENERS[opener.kind]!}" was expected`,
            token.start,
            opener.start,
          );
      }
      this.track(this.next());
    } while (this.open.length > base);
  }

  /** That the token does not fit: at the end, what is open; else what was expected and what stands there. */
  unfit(expected: string): Broken {
    const { token } = this;
    if (token.kind === 'end') {
      const opener = this.open.at(-1);
      return opener
        ? this.ended(`"${opener.kind}" is not closed`, opener.start)
        : this.ended(`${expected || 'expected more'}`, Math.max(0, this.before - 1));
    }
    // What is missing is missing after the token before: there a person looks, if that was on another line.
    const gap = this.text.indexOf('\n', this.before);
    if (expected.endsWith('";"') && gap >= 0 && gap < token.start) {
      const start = Math.max(this.text.lastIndexOf('\n', this.before - 1) + 1, this.before - 60);
      return new Broken({ message: `${expected} at the end of this line`, start, end: this.before, atEnd: false });
    }
    return this.broken(`${expected}, found "${token.text.slice(0, 30)}"`, token.start, this.open.at(-1)?.start);
  }

  broken(message: string, start: number, opened?: number): Broken {
    return new Broken({
      message,
      start,
      end: this.line(start),
      ...(opened === undefined ? {} : { opened: { start: opened, end: this.line(opened) } }),
      atEnd: false,
    });
  }

  private ended(message: string, opened: number): Broken {
    let end = this.text.length;
    while (end > 0 && this.text.charCodeAt(end - 1) <= 0x20) end--;
    return new Broken({
      message,
      start: Math.max(this.text.lastIndexOf('\n', end - 1) + 1, end - 80),
      end,
      opened: { start: opened, end: this.line(opened) },
      atEnd: true,
    });
  }

  private line(start: number): number {
    const end = this.text.indexOf('\n', start);
    return Math.max(start + 1, Math.min(start + 80, end < 0 ? this.text.length : end));
  }
}
