/** Random indexes, hand edits and damage for property tests: seeded, so that a failure can be run again. */

/** A small generator of numbers (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 to n - 1. */
  below(n: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
}

const STEMS = [
  'api',
  'sessions',
  'limits',
  'errors',
  'auth/login',
  'rfcs/0001',
  'docs/data model',
  '接口',
  'Größe',
  'Núñez',
  'v1.2/spec',
  'a(1)',
  'x#y',
  'ملف',
  'events',
];
const ENDS = ['.md', '.pdf', '.txt', '.html', '.json', '.yaml', '.docx'];
const NOTES = [
  '',
  '',
  ': every endpoint and error',
  ': required',
  ': pending, from Finance',
  ': optional',
  ' - as agreed',
  '：所有端点',
  ' (draft)',
  ': see §4.2; old',
];
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  specification: [
    '## Specifications',
    '## 规范',
    '## Spezifikationen',
    '# Specs',
    '## Requirements:',
    'Specifications\n--------------',
  ],
  background: ['## Background', '## 背景', '## Hintergrund'],
  attachment: ['## Attachments', '## 附件'],
  'not-placed': ['## Not placed', '## 未归类', '## Nicht zugeordnet'],
  'left-out': ['## Left out', '## 排除'],
};

export interface RandomIndex {
  readonly text: string;
  /** Line by line; each with its line end. */
  readonly lines: readonly string[];
  /** Path and role of each entry, with its line (from 0). */
  readonly entries: readonly { readonly path: string; readonly role: string; readonly line: number }[];
}

/** A well-formed index such as a person writes; sections stand in the usual order. */
export function randomIndex(random: Random, encode: (path: string) => string): RandomIndex {
  const eol = random.chance(20) ? '\r\n' : '\n';
  const lines: string[] = [];
  const entries: { path: string; role: string; line: number }[] = [];
  const used = new Set<string>();
  const add = (text: string): void => {
    for (const line of text.split('\n')) lines.push(line + eol);
  };
  add('# Payments service');
  add('');
  if (random.chance(70)) add('> One sentence: what is to be built.\n');
  if (random.chance(40)) add('<!--\nmove lines to say what they are for\n-->\n');
  for (const role of ['specification', 'background', 'attachment', 'not-placed', 'left-out']) {
    if (role !== 'specification' && random.chance(25)) continue;
    add(random.pick(HEADINGS[role]!));
    if (random.chance(30)) add('<!-- must be here -->');
    if (random.chance(30)) add('');
    const table = random.chance(12);
    if (table) add('\n| file | note |\n|---|---|');
    const count = random.below(4) + (role === 'specification' ? 1 : 0);
    for (let k = 0; k < count; k++) {
      const path = `${random.pick(STEMS)}${random.below(40)}${random.pick(ENDS)}`;
      if (used.has(path)) continue;
      used.add(path);
      const note = random.pick(NOTES);
      entries.push({ path, role, line: lines.length });
      const link = `[${random.pick(['HTTP interface', 'Sessions', '接口说明', 'the “data”', 'x'])}](${encode(path)})`;
      if (table) add(`| ${link} | ${note.replace(/^[:：\s-]+/, '')} |`);
      else {
        const plain = !/[\s#()]/.test(path);
        const style = random.below(10);
        const bullet = random.pick(['- ', '- ', '- ', '* ', '1. ']);
        add(
          `${bullet}${style < 7 || !plain ? link : style === 7 ? `\`${path}\`` : style === 8 ? path : `[ ] ${link}`}${note}`,
        );
      }
    }
    if (random.chance(80)) add('');
  }
  if (random.chance(40))
    add(`## Accepted findings\n- [a](${encode('a.md')}): accepted miscount 3f9c21aa "x", on purpose (QS, 2026-11-24)`);
  if (random.chance(15)) lines[lines.length - 1] = lines.at(-1)!.replace(/[\r\n]+$/, '');
  return { text: lines.join(''), lines, entries };
}

const PIECES = [
  '- ',
  '* ',
  '\n',
  '\n\n',
  '\r\n',
  '#',
  '## ',
  '## Not placed\n',
  '[',
  ']',
  '(',
  ')',
  '](',
  '`',
  '```',
  '\n```\n',
  '~~~\n',
  '<!--',
  '-->',
  '|',
  '|---|---|\n',
  '[x](y.md)',
  '- [x](y.md)\n',
  '<a.md>',
  '> ',
  '    ',
  '\t',
  '===\n',
  '---\n',
  '<<<<<<< HEAD\n',
  '=======\n',
  '>>>>>>> b\n',
  ': optional',
  '规范',
  '\u200f',
  '\0',
  '\ufeff',
  '%',
  '%2e%2e/',
  '../',
  '\\',
  '**',
  '_',
  '1. ',
  'text',
  'é',
  '😀',
  '\ud800',
  '&amp;',
  '[[',
  ']]',
  '\u2028',
  '\v',
  'accepted miscount 3f9c21aa',
  '[^1]',
  '[a]: b.md\n',
];

/** A hand edit: something put in, taken out, doubled or moved. */
export function handEdit(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const length = random.below(random.chance(80) ? 8 : 60);
  switch (random.below(5)) {
    case 0:
    case 1:
      return text.slice(0, at) + random.pick(PIECES) + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at + length);
    case 3:
      return text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
    default: {
      const other = random.below(text.length + 1);
      const piece = text.slice(at, at + length);
      const rest = text.slice(0, at) + text.slice(at + length);
      return rest.slice(0, other) + piece + rest.slice(other);
    }
  }
}

/** One accident to the bytes of a file. `null` where it changed nothing. */
export function damage(
  random: Random,
  bytes: Uint8Array,
): { readonly kind: string; readonly bytes: Uint8Array; readonly at: number } | null {
  if (bytes.length === 0) return null;
  const at = random.below(bytes.length);
  const cut = (from: number, to: number, put: readonly number[] = []): Uint8Array =>
    Uint8Array.from([...bytes.subarray(0, from), ...put, ...bytes.subarray(to)]);
  switch (random.below(7)) {
    case 0:
      return { kind: 'truncated', bytes: bytes.slice(0, at), at };
    case 1:
      return { kind: 'deleted', bytes: cut(at, at + 1), at };
    case 2: {
      const out = bytes.slice();
      out[at]! ^= 1 << random.below(8);
      return { kind: 'flipped', bytes: out, at };
    }
    case 3: {
      const line = nextLineEnd(bytes, at);
      if (line < 0) return null;
      const start = bytes[line - 1] === 13 ? line - 1 : line;
      return { kind: 'joined', bytes: cut(start, line + 1), at: start };
    }
    case 4: {
      const line = nextLineEnd(bytes, at);
      if (line < 0) return null;
      const start = bytes[line - 1] === 13 ? line - 1 : line;
      return { kind: 'joined by a blank', bytes: cut(start, line + 1, [0x20]), at: start };
    }
    case 5: {
      const out = bytes.slice();
      out.fill(0, at, at + 1 + random.below(64));
      return { kind: 'zeroed', bytes: out, at };
    }
    default:
      if (bytes[at] === 10 || bytes[at + 1] === 10 || bytes[at + 1] === 13) return null;
      return { kind: 'two deleted', bytes: cut(at, at + 2), at };
  }
}

function nextLineEnd(bytes: Uint8Array, from: number): number {
  return bytes.indexOf(10, from);
}
