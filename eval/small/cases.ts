/**
 * Reads the small test set: documents of 5 to 80 lines as people hand them over, sound ones and ones with one fault put in
 * by hand. `eval/small/*.txt` hold them, many in a file; see README.md there for the form.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashString } from '../../src/core/hash.ts';

export type SmallHalf = 'seen' | 'unseen';
export type Files = ReadonlyMap<string, string>;

/** A line range from 1, both ends in; null where the whole file is meant. */
export interface Truth {
  readonly path: string;
  readonly lines: readonly [number, number] | null;
  /** Whether the fault was put in here, or this is what it is at odds with. */
  readonly edited: boolean;
}

export interface Fault {
  readonly id: string;
  readonly class: string;
  /** `plain`: any reader sees it, a checker should. `subtle`: a reader has to think. */
  readonly ease: 'plain' | 'subtle';
  readonly half: SmallHalf;
  readonly files: Files;
  /** Without the fault; absent where the whole folder is the fault. */
  readonly sound?: Files;
  readonly truths: readonly Truth[];
  /** Whether it takes two files to see it. */
  readonly across: boolean;
}

export interface Sound {
  readonly id: string;
  readonly language: string;
  readonly kind: string;
  /** The trap that it holds, and why it is sound. */
  readonly why: string;
  readonly half: SmallHalf;
  readonly files: Files;
}

export interface SmallSet {
  readonly sound: readonly Sound[];
  readonly faults: readonly Fault[];
}

const halfOf = (id: string): SmallHalf => (hashString(`small ${id}`) % 2 === 0 ? 'seen' : 'unseen');

/** `\u{200b}` stands for a character that an editor would not show, or that would make a scanner of secrets cry out. */
const unescaped = (line: string): string =>
  line.replace(/\\u\{([0-9a-f]+)\}/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

function linesAt(text: string, start: number, length: number): [number, number] {
  const first = text.slice(0, start).split('\n').length;
  return [
    first,
    first +
      text
        .slice(start, start + length)
        .replace(/\n$/u, '')
        .split('\n').length -
      1,
  ];
}

/** The lines of the new text that the old one has not; where lines only went away, those around the place. */
function changed(before: string, after: string): [number, number] {
  const a = before.split('\n');
  const b = after.split('\n');
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const last = b.length - tail;
  return last > head ? [head + 1, last] : [Math.max(1, head), head + 1];
}

class Builder {
  readonly files: Map<string, string>;
  readonly truths: Truth[] = [];
  readonly #where: string;
  readonly #before: Files;
  #path: string;
  #touched = new Set<string>();

  constructor(files: Files, where: string) {
    this.#before = files;
    this.files = new Map(files);
    this.#path = files.keys().next().value!;
    this.#where = where;
  }

  #fail(why: string): never {
    throw new Error(`${this.#where}: ${why}`);
  }

  set path(path: string) {
    if (!this.files.has(path)) this.#fail(`no file ${path}`);
    this.#path = path;
  }

  replace(old: string, to: string): void {
    const text = this.files.get(this.#path)!;
    const at = old === '' ? text.length : text.indexOf(old);
    if (at < 0) this.#fail(`not in ${this.#path}: ${old}`);
    if (old !== '' && text.includes(old, at + 1)) this.#fail(`twice in ${this.#path}: ${old}`);
    const end = at + old.length;
    // A whole line that goes takes its line end with it.
    const over = to === '' && (at === 0 || text[at - 1] === '\n') && text[end] === '\n' ? end + 1 : end;
    this.files.set(this.#path, text.slice(0, at) + to + (old === '' ? '\n' : '') + text.slice(over));
    this.#touched.add(this.#path);
  }

  cut(after: string): void {
    const text = this.files.get(this.#path)!;
    const at = text.indexOf(after);
    if (at < 0) this.#fail(`not in ${this.#path}: ${after}`);
    this.files.set(this.#path, text.slice(0, at + after.length));
    this.#touched.add(this.#path);
    const [line] = linesAt(text, at, after.length);
    this.truths.push({ path: this.#path, lines: [line, line + after.split('\n').length - 1], edited: true });
  }

  add(path: string, text: string): void {
    this.files.set(path, text);
    this.truths.push({ path, lines: null, edited: true });
  }

  remove(path: string): void {
    if (!this.files.delete(path)) this.#fail(`no file ${path}`);
  }

  /** Call last. */
  finish(also: readonly string[]): void {
    for (const path of this.#touched) {
      if (this.truths.some((one) => one.path === path)) continue;
      this.truths.push({ path, lines: changed(this.#before.get(path)!, this.files.get(path)!), edited: true });
    }
    for (const one of also) {
      const [path, found] = one.includes(' :: ') ? (one.split(' :: ') as [string, string]) : [this.#path, one];
      if (!this.files.has(path)) this.#fail(`no file ${path}`);
      if (found === '*') {
        this.truths.push({ path, lines: null, edited: false });
        continue;
      }
      const at = this.files.get(path)!.indexOf(found);
      if (at < 0) this.#fail(`not in ${path}: ${found}`);
      this.truths.push({ path, lines: linesAt(this.files.get(path)!, at, found.length), edited: false });
    }
    if (this.truths.length === 0) this.#fail('nothing changed');
  }
}

function parseFault(lines: readonly string[], sound: Files, where: string): Builder {
  const builder = new Builder(sound, where);
  const also: string[] = [];
  let old: string[] = [];
  let to: string[] = [];
  const flush = (): void => {
    if (old.length + to.length > 0) builder.replace(old.join('\n'), to.join('\n'));
    old = [];
    to = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const rest = line.slice(2);
    if (line.startsWith('< ') || line === '<') {
      if (to.length > 0) flush();
      old.push(rest);
    } else if (line.startsWith('> ') || line === '>') to.push(unescaped(rest));
    else {
      flush();
      if (line.startsWith('= ')) also.push(rest);
      else if (line.startsWith('%% in ')) builder.path = line.slice(6);
      else if (line.startsWith('%% cut ')) builder.cut(line.slice(7));
      else if (line.startsWith('%% remove ')) builder.remove(line.slice(10));
      else if (line.startsWith('%% add ')) {
        let end = i + 1;
        while (end < lines.length && !/^(?:%%|= )/u.test(lines[end]!)) end++;
        builder.add(line.slice(7), unescaped(`${lines.slice(i + 1, end).join('\n')}\n`));
        i = end - 1;
      } else if (line !== '') throw new Error(`${where}: what is ${line}`);
    }
  }
  flush();
  builder.finish(also);
  return builder;
}

interface Item {
  readonly verb: string;
  readonly fields: readonly string[];
  readonly lines: string[];
}

function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  for (const line of text.replace(/\n$/u, '').split('\n')) {
    if (line.startsWith('%%% ')) {
      const [verb, ...rest] = line.slice(4).split(' ');
      items.push({ verb: verb!, fields: rest.join(' ').split(' | '), lines: [] });
    } else items.at(-1)?.lines.push(line);
  }
  // An empty line before the next item is for the eye.
  for (const { lines } of items) while (lines.at(-1) === '') lines.pop();
  return items;
}

/** All of it, in the order of files and cases. Throws where a fault does not fit its document. */
export function smallSet(): SmallSet {
  const folder = import.meta.dirname;
  const sound: Sound[] = [];
  const faults: Fault[] = [];
  const cases = new Map<string, { readonly files: Map<string, string>; faults: number }>();
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.txt')) continue;
    const items = itemsOf(readFileSync(join(folder, name), 'utf8'));
    let id = '';
    let files = new Map<string, string>();
    for (const { verb, fields, lines } of items) {
      const where = `${name}: ${verb} ${id}: ${fields.join(' ')}`;
      if (verb === 'case' || verb === 'bad') {
        id = fields[0]!;
        if (cases.has(id)) throw new Error(`${where}: twice`);
        files = new Map();
        cases.set(id, { files, faults: 0 });
        const half = halfOf(id);
        if (verb === 'case') {
          if (fields.length !== 4) throw new Error(`${where}: wants name, language, kind, why`);
          sound.push({ id, half, language: fields[1]!, kind: fields[2]!, why: fields[3]!, files });
        } else
          faults.push({
            id,
            half,
            class: fields[1]!,
            ease: fields[2] === 'subtle' ? 'subtle' : 'plain',
            files,
            truths: [],
            across: false,
          });
      } else if (verb === 'again') {
        id = fields[0]!;
        const earlier = cases.get(id);
        if (!earlier) throw new Error(`${where}: no such case`);
        ({ files } = earlier);
      } else if (verb === 'file') files.set(fields[0]!, lines.length === 0 ? '' : unescaped(`${lines.join('\n')}\n`));
      else if (verb === 'fault') {
        const [kind, ease] = fields[0]!.split(' ');
        if (ease !== 'plain' && ease !== 'subtle') throw new Error(`${where}: plain or subtle?`);
        const made = parseFault(lines, files, where);
        const paths = new Set(made.truths.map((one) => one.path));
        faults.push({
          id: `${id}#${++cases.get(id)!.faults}`,
          half: halfOf(id),
          class: kind!,
          ease,
          files: made.files,
          sound: files,
          truths: made.truths,
          across: paths.size > 1,
        });
      } else throw new Error(`${where}: what is that`);
    }
  }
  return { sound, faults };
}
