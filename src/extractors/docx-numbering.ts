/** Numbers and bullets of a Word document's paragraphs, counted as Word counts them. */
import { BULLET, numberIn } from './numbering.ts';
import type { Package } from './opc.ts';

interface Level {
  format: string;
  text: string;
  start: number;
  /** Set: all numbers in digits. */
  legal: boolean;
  /** The level at whose numbers it begins anew; 0 for none. */
  restart: number | undefined;
  /** Paragraph style that puts a paragraph on this level. */
  style: string | undefined;
}

type Levels = Map<number, Level>;

interface Instance {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Levels;
}

export interface ListNumber {
  /** `1.`, `a)`, `-`; empty where the level shows nothing. */
  readonly label: string;
  /** From 0. */
  readonly level: number;
}

const newLevel = (): Level => ({
  format: 'decimal',
  text: '',
  start: 1,
  legal: false,
  restart: undefined,
  style: undefined,
});

const clean = (value: number): number => (Number.isInteger(value) && value >= 0 && value < 1_000_000 ? value : 0);

export class Numbering {
  readonly #abstracts: ReadonlyMap<string, Levels>;
  readonly #instances: ReadonlyMap<string, Instance>;
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  private constructor(abstracts: ReadonlyMap<string, Levels>, instances: ReadonlyMap<string, Instance>) {
    this.#abstracts = abstracts;
    this.#instances = instances;
  }

  /** The number of the next paragraph of this list; undefined where it is in none. */
  of(numId: string | undefined, level: number | undefined, style: string): ListNumber | undefined {
    if (numId === undefined || numId === '0') return undefined;
    const instance = this.#instances.get(numId);
    const abstract = instance && this.#abstracts.get(instance.abstract);
    if (!instance || !abstract) return undefined;
    let at = level;
    if (at === undefined) for (const [index, each] of abstract) if (each.style === style && style !== '') at ??= index;
    at = Math.min(clean(at ?? 0), 8);
    const levelAt = (index: number): Level => instance.levels.get(index) ?? abstract.get(index) ?? newLevel();
    let counters = this.#counters.get(instance.abstract);
    if (!counters) this.#counters.set(instance.abstract, (counters = []));
    if (!this.#begun.has(numId)) {
      this.#begun.add(numId);
      for (const [index, start] of instance.starts) counters[index] = start - 1;
    }
    const its = levelAt(at);
    if (its.format === 'bullet') return { label: its.text.trim() === '' ? '' : BULLET, level: at };
    for (let i = 0; i < at; i++) counters[i] ??= instance.starts.get(i) ?? levelAt(i).start;
    counters[at] = (counters[at] ?? (instance.starts.get(at) ?? its.start) - 1) + 1;
    for (let i = at + 1; i < 9; i++) {
      const { restart } = levelAt(i);
      if (restart === undefined || (restart > 0 && at < restart)) counters[i] = undefined;
    }
    if (its.format === 'none' && !its.text.includes('%')) return { label: its.text.trim(), level: at };
    const label = its.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const index = Number(digit) - 1;
      const { format } = levelAt(index);
      if (format === 'none') return '';
      const decimal = its.legal && index < at;
      return numberIn(decimal ? 'decimal' : format, counters[index] ?? levelAt(index).start);
    });
    return { label: label.trim(), level: at };
  }

  static async read(parts: Package, path: string): Promise<Numbering> {
    const abstracts = new Map<string, Levels>();
    const instances = new Map<string, Instance>();
    const linkOf = new Map<string, string>();
    const linked = new Map<string, string>();
    let abstract = '';
    let levels: Levels | null = null;
    let level: Level | null = null;
    let instance: Instance | null = null;
    let overridden = 0;
    await parts.tryWalk(path, {
      open: (name, attribute) => {
        const value = (): string => attribute('w:val') ?? '';
        switch (name) {
          case 'w:abstractNum':
            abstract = attribute('w:abstractNumId') ?? '';
            levels = new Map();
            if (abstracts.size < 20_000) abstracts.set(abstract, levels);
            return;
          case 'w:styleLink':
            linked.set(value(), abstract);
            return;
          case 'w:numStyleLink':
            linkOf.set(abstract, value());
            return;
          case 'w:num':
            instance = { abstract: '', starts: new Map(), levels: new Map() };
            if (instances.size < 100_000) instances.set(attribute('w:numId') ?? '', instance);
            return;
          case 'w:abstractNumId':
            if (instance) instance.abstract = value();
            return;
          case 'w:lvlOverride':
            overridden = clean(Number(attribute('w:ilvl')));
            return;
          case 'w:startOverride':
            if (instance) instance.starts.set(overridden, clean(Number(value())));
            return;
          case 'w:lvl':
            level = newLevel();
            (instance ? instance.levels : levels)?.set(clean(Number(attribute('w:ilvl'))), level);
            return;
          case 'w:start':
            if (level) level.start = clean(Number(value()));
            return;
          case 'w:numFmt':
            // a newer format stands in an alternative; what stands there first is it
            if (level) level.format = attribute('w:format') ?? value();
            return;
          case 'w:lvlText':
            if (level) level.text = value().slice(0, 100);
            return;
          case 'w:isLgl':
            if (level) level.legal = !/^(?:0|false|off)$/u.test(value());
            return;
          case 'w:lvlRestart':
            if (level) level.restart = clean(Number(value()));
            return;
          case 'w:pStyle':
            if (level) level.style = value();
        }
      },
      close: (name) => {
        if (name === 'w:lvl') level = null;
        else if (name === 'w:num') instance = null;
        else if (name === 'w:abstractNum') levels = null;
      },
    });
    // a list that names a list style has the levels of that style's own list
    for (const [from, style] of linkOf) {
      const to = linked.get(style);
      const found = to === undefined ? undefined : abstracts.get(to);
      if (found) abstracts.set(from, found);
    }
    return new Numbering(abstracts, instances);
  }
}
