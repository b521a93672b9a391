/**
 * Holds the folder against what INDEX.md declares and what INDEX.sha256 sealed. One fault, one difference, all named;
 * what one fault explains is told with it and not again.
 *
 * In this order, each taking files out of the question: links and other things that are no files; lost and new files that
 * are one (`renamed`); lost ones (`missing`); contents that changed places (`renamed`, swapped) or changed (`altered`);
 * copies (`duplicate`); files that nothing names (`not-placed`); what is left out and here all the same (`left-out`).
 */
import { companion } from '../core/companions.ts';
import { nowhere } from '../core/locate.ts';
import { compareText } from '../core/order.ts';
import type { Change, ContentPrint, Declared, Difference, Entry, Level, Place } from '../core/types.ts';
import { glob } from '../lists/glob.ts';
import { changeOf, count, sameWords } from './compare-change.ts';
import { foldName, holdsBytes, nameForm, pairUp, type Named } from './compare-pairs.ts';
import { suggest } from './compare-suggest.ts';
import { bounded } from './faults.ts';
import { barePrint, SEAL_NAME } from './seal.ts';
import type { CompareInput, Comparison, IndexEntry } from './types.ts';

/** A file that should be here: what was agreed of it, and who says so. */
interface Agreed {
  readonly path: string;
  readonly print: ContentPrint;
  /** Its line in INDEX.sha256; null where a list with hashes (--expect-list) says so. */
  readonly sealLine: number | null;
}

export function compare(input: CompareInput): Comparison {
  return new Comparing(input).result();
}

/**
 * Files whose changes can be named more exactly by opening them once more: those that differ from their seal in more than
 * line ends and white space. For each, `prefixOf(bytes, print)` goes into `CompareInput.prefixes`.
 */
export function toProve(
  input: Pick<CompareInput, 'seal' | 'entries'>,
): readonly { readonly path: string; readonly print: ContentPrint }[] {
  const entries = new Map(input.entries.map((entry) => [entry.path, entry]));
  return (input.seal?.files ?? []).flatMap(({ path, print }) => {
    const now = entries.get(path)?.print;
    if (!now || now.sha256 === '' || now.sha256 === print.sha256 || now.size === 0 || print.chain === '') return [];
    if ((print.plain !== null && print.plain === now.plain) || (print.dense !== null && print.dense === now.dense))
      return [];
    return [{ path, print }];
  });
}

/** Whether what the index says of a file makes it part of the set. */
function counts(declared: Declared | null): boolean {
  return declared !== null && declared !== 'left-out' && declared !== 'not-placed';
}

const RESEAL =
  'Put the sealed content back or, if the change is meant, seal the file by its name: seedcheck seal FOLDER FILE';

class Comparing {
  readonly #input: CompareInput;
  readonly #differences: Difference[] = [];
  readonly #present: ReadonlyMap<string, Entry>;
  readonly #agreed = new Map<string, Agreed>();
  readonly #aliases: ReadonlySet<string>;
  readonly #ignored: ReadonlySet<string>;
  readonly #faults: ReadonlyMap<string, CompareInput['listing']['faults'][number]>;
  /** Index lines by the path they name, but for Not placed and Left out. */
  readonly #lines = new Map<string, IndexEntry[]>();
  /** Files that a finding has told of, so that no other one needs to. */
  readonly #told = new Set<string>();
  /** New names of lost files. */
  readonly #successors = new Set<string>();
  readonly #missing: string[] = [];
  readonly #notPlaced: string[] = [];
  readonly #leftOut: string[] = [];

  constructor(input: CompareInput) {
    this.#input = input;
    const { listing, intent, seal, entries } = input;
    this.#present = new Map(entries.map((entry) => [entry.path, entry]));
    this.#aliases = new Set(listing.aliases.map((alias) => alias.path));
    this.#ignored = new Set(input.ignored.map((entry) => entry.path));
    this.#faults = new Map(listing.faults.map((fault) => [fault.path, fault]));
    for (const entry of intent.entries) {
      if (!counts(entry.declared)) continue;
      const list = this.#lines.get(entry.path);
      if (list) list.push(entry);
      else this.#lines.set(entry.path, [entry]);
    }
    for (const entry of intent.entries)
      if (entry.sha256 !== undefined && entry.what === 'file')
        this.#agreed.set(entry.path, { path: entry.path, print: barePrint(entry.sha256), sealLine: null });
    // The seal knows more of the content than a list; where the two disagree, the list's hash decides (see #changed).
    for (const file of seal?.files ?? [])
      if (!this.#isContract(file.path))
        this.#agreed.set(file.path, { path: file.path, print: file.print, sealLine: file.line });
  }

  result(): Comparison {
    this.#indexFaults();
    this.#links();
    const { gone, named } = this.#lost();
    const moved = this.#swapped();
    const fresh = this.#fresh();
    this.#renamed(gone, named, fresh, moved);
    this.#altered(moved);
    this.#copies(fresh);
    this.#unplaced(fresh);
    this.#absent(gone, named);
    this.#foldersAndPatterns();
    this.#leftOutPresent();
    this.#collisions();
    return {
      differences: this.#differences.sort(byPlace),
      sealed: (path) => this.#sealedState(path),
      sealState: this.#sealState(),
      missing: this.#missing.sort(compareText),
      notPlaced: this.#notPlaced.sort(compareText),
      leftOutPresent: this.#leftOut.sort(compareText),
    };
  }

  #add(
    check: string,
    level: Level,
    message: string,
    next: string,
    places: readonly [Place, ...Place[]],
    more: { readonly change?: Change | undefined; readonly from?: string } = {},
  ): void {
    const { change, from } = more;
    this.#differences.push({
      check,
      level,
      message,
      next,
      places,
      ...(change ? { change } : {}),
      ...(from === undefined ? {} : { from }),
    });
  }

  #isContract(path: string): boolean {
    return path === SEAL_NAME || this.#input.intent.contracts.includes(path);
  }

  #declared(path: string): Declared | null {
    return this.#input.intent.declares(path)?.declared ?? null;
  }

  /** Places of the index lines that name a path. */
  #linePlaces(path: string, note: string): Place[] {
    return (this.#lines.get(path) ?? []).map((entry) => ({ ...entry.place, note }));
  }

  /** The index line that decides over a path, be it a folder's. */
  #decidingLine(path: string, note: string): Place[] {
    const entry = this.#input.intent.declares(path)?.entry;
    return entry ? [{ ...entry.place, note }] : [];
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Faults of the index and the seal; what is no file

  #indexFaults(): void {
    const { intent, seal } = this.#input;
    for (const fault of bounded([...intent.faults, ...(seal?.faults ?? [])]))
      this.#add('index', fault.level, fault.message, fault.next ?? 'Mend the line', [
        fault.place,
        ...(fault.related ?? []),
      ]);
    if (!seal) return;
    for (const { path, line } of seal.files) {
      if (!this.#isContract(path)) continue;
      // Our own seals hold no index: what one holds was a document when it was sealed, and has changed.
      const turned = seal.reader !== null && path !== SEAL_NAME;
      this.#add(
        'index',
        turned ? 'stop' : 'look',
        turned
          ? `${path} was sealed as a document, and is read as an index now`
          : `the seal holds ${path}, which is no document: the line has no effect`,
        turned ? 'Put the sealed content back, or seal anew: seedcheck seal' : 'Write the seal anew: seedcheck seal',
        [sealPlace(line)],
      );
    }
    const told = intent.faults.some((fault) => fault.level === 'stop' && fault.place.path === SEAL_NAME);
    if (intent.source === 'none' && !told)
      this.#add(
        'index',
        'stop',
        'there is a seal but no INDEX.md that says what the files are for',
        'Put INDEX.md back, or write one with seedcheck init; a seal alone is no contract',
        [nowhere(SEAL_NAME)],
      );
  }

  #links(): void {
    const { listing, intent } = this.#input;
    for (const fault of listing.faults) {
      if (this.#present.has(fault.path)) continue;
      const lines = this.#linePlaces(fault.path, 'the line that names it');
      const meant = lines.length > 0 || this.#agreed.has(fault.path);
      const out = this.#declared(fault.path) === 'left-out';
      // What cannot be opened is no proof of anything: the verdict says so.
      const stop = !out && fault.kind !== 'unreadable' && (meant || (fault.kind === 'link-out' && intent.indexed));
      this.#add('link', stop ? 'stop' : 'look', fault.why, LINK_NEXT[fault.kind], [nowhere(fault.path), ...lines]);
      this.#told.add(fault.path);
    }
    const [first, ...rest] = listing.aliases;
    if (first)
      this.#add(
        'link',
        'note',
        `${listing.aliases.length === 1 ? 'a symbolic link' : `${listing.aliases.length} symbolic links`} to what is listed under its own name`,
        'Nothing to do; a tool that follows links reads these files twice',
        [
          nowhere(first.path, `another name of ${first.target}`),
          ...rest.map((alias) => nowhere(alias.path, `another name of ${alias.target}`)),
        ],
      );
  }

  /** Whether a name stands for something here, though it is no listed file of its own. */
  #standsFor(path: string): boolean {
    if (this.#aliases.has(path) || this.#told.has(path)) return true;
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      const folder = path.slice(0, at);
      if (this.#aliases.has(folder) || this.#faults.has(folder)) return true;
    }
    return false;
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Lost and new

  /** Files that are not here: `gone` were sealed (or listed with a hash), `named` are in the index alone. */
  #lost(): { gone: Agreed[]; named: IndexEntry[] } {
    const gone: Agreed[] = [];
    for (const agreed of this.#agreed.values()) {
      const { path } = agreed;
      if (this.#present.has(path) || this.#declared(path) === 'left-out' || this.#standsFor(path)) continue;
      // Of a list, not of the seal: what may be absent may.
      if (agreed.sealLine === null && this.#lines.get(path)?.every((entry) => entry.status === 'optional')) continue;
      gone.push(agreed);
    }
    const named: IndexEntry[] = [];
    for (const [path, entries] of this.#lines) {
      const first = entries.find((entry) => entry.what === 'file' && entry.status !== 'optional');
      if (first && !this.#present.has(path) && !this.#agreed.has(path) && !this.#standsFor(path)) named.push(first);
    }
    return { gone, named };
  }

  /** Files here that the seal does not hold; without a seal, those that no line of their own names. */
  #fresh(): Entry[] {
    return this.#input.entries.filter(
      (entry) => !this.#agreed.has(entry.path) && (this.#input.seal !== null || !this.#ownLine(entry.path)),
    );
  }

  #ownLine(path: string): boolean {
    return this.#lines.get(path)?.some((entry) => entry.what === 'file') ?? false;
  }

  #renamed(
    gone: readonly Agreed[],
    named: readonly IndexEntry[],
    fresh: readonly Entry[],
    moved: ReadonlyMap<string, string>,
  ): void {
    const lost: Named[] = [
      ...gone.filter((file) => !this.#ignored.has(file.path)),
      ...named.map((entry) => ({ path: entry.path, print: null })),
    ];
    if (lost.length === 0 || fresh.length === 0) return;
    const known = new Set(gone.map((file) => file.path));
    const free = fresh.filter((entry) => this.#declared(entry.path) !== 'left-out');
    const held = new Set(moved.values());
    const rivals = this.#input.entries.flatMap((entry) =>
      this.#agreed.get(entry.path)?.print.sha256 === entry.sha256 ? [entry.print] : [],
    );
    for (const pair of pairUp(lost, free, rivals)) {
      const sealed = known.has(pair.gone);
      // A name alone tells only where the new one has no line of its own.
      if (!sealed && this.#ownLine(pair.fresh)) continue;
      // The lost content stands under another sealed name: the new file is not its successor by likeness.
      if (pair.by === 'similar' && held.has(pair.gone)) continue;
      const entry = this.#present.get(pair.fresh)!;
      const old = this.#agreed.get(pair.gone);
      const form = nameForm(pair.gone, pair.fresh);
      const content = !old || old.print.sha256 === entry.sha256 ? null : changeOf(old.print, entry);
      const change = content
        ? content.change === 'replaced' && pair.by === 'similar'
          ? 'edited'
          : content.change
        : form;
      const custom =
        companion(pair.gone) === 'plain' && companion(pair.fresh) === 'plain' && !counts(this.#declared(pair.gone));
      const stop = !custom && (content ? !(form && sameWords(content.change)) : form === null);
      const how =
        form === 'unicode-form'
          ? 'the same name in another Unicode form'
          : form === 'case'
            ? 'the same name but for capitals'
            : null;
      const what = content ? content.message : old ? 'the same bytes' : 'the index names it so';
      const message = how ? `${how}: ${pair.gone} before; ${what}` : `new name of ${pair.gone}: ${what}`;
      this.#add(
        'renamed',
        stop ? 'stop' : 'look',
        message,
        how
          ? 'Give it the name that INDEX.md says, or change the line and seal again'
          : 'Give it its name back or, if the new one is meant, name it in INDEX.md and seal it by its name: seedcheck seal FOLDER FILE',
        [nowhere(pair.fresh), ...this.#oldPlaces(pair.gone, 'the name before')],
        { change: change ?? undefined, from: pair.gone },
      );
      this.#told.add(pair.gone);
      this.#told.add(pair.fresh);
      this.#successors.add(pair.fresh);
    }
  }

  /** Where a lost file was named: its index lines, else its line in the seal, else its bare name. */
  #oldPlaces(path: string, note: string): Place[] {
    const lines = this.#linePlaces(path, note);
    if (lines.length > 0) return lines;
    const line = this.#agreed.get(path)?.sealLine ?? null;
    return line === null ? [nowhere(path, note)] : [{ ...sealPlace(line), note }];
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Missing

  #absent(gone: readonly Agreed[], named: readonly IndexEntry[]): void {
    const lost = [
      ...gone
        .filter((file) => !this.#told.has(file.path))
        .map((file) => ({
          path: file.path,
          entry: this.#lines.get(file.path)?.[0] ?? null,
          sealed: file.sealLine !== null,
        })),
      ...named
        .filter((entry) => !this.#told.has(entry.path))
        .map((entry) => ({ path: entry.path, entry, sealed: false })),
    ];
    const strangers = this.#notPlaced.filter((path) => !this.#agreed.has(path)).map((path) => this.#present.get(path)!);
    const suggested = suggest(lost, strangers);
    const back = new Map([...suggested].map(([absent, stranger]) => [stranger, absent]));
    for (const { path, entry, sealed } of lost) {
      const stranger = suggested.get(path);
      const related = [...this.#linePlaces(path, 'the line that names it')];
      if (sealed && related.length === 0) related.push(...this.#oldPlaces(path, 'sealed here'));
      if (stranger !== undefined) related.push(nowhere(stranger, 'here, and no line names it: is this the one?'));
      const { message, next } = this.#missingWords(path, entry, sealed);
      this.#add('missing', 'stop', message, next, [nowhere(path), ...related]);
      this.#missing.push(path);
    }
    // Files that nothing names were told before the absent ones were known: relate them too.
    this.#differences.forEach((difference, i) => {
      const absent = difference.check === 'not-placed' ? back.get(difference.places[0].path) : undefined;
      if (absent !== undefined)
        this.#differences[i] = {
          ...difference,
          places: [...difference.places, ...this.#oldPlaces(absent, `${absent} is missing: is this the one?`)],
        };
    });
  }

  #missingWords(path: string, entry: IndexEntry | null, sealed: boolean): { message: string; next: string } {
    const ignored = this.#input.ignored.find((one) => one.path === path);
    if (ignored)
      return {
        message: `sealed, and here, but kept out of the set: ${ignored.why ?? 'an ignore file names it'}`,
        next: 'Take it out of the ignore file, or put it under Left out in INDEX.md',
      };
    if (entry?.status === 'pending' && !sealed)
      return entry.from === null
        ? { message: 'named as pending, and not here yet', next: 'Get it and put it here, or mark the line optional' }
        : { message: `named as pending, from ${entry.from}, and not here yet`, next: `Ask ${entry.from} for it` };
    const twin = this.#twin(path);
    const also = twin === null ? '' : `; ${twin} holds the same bytes`;
    if (sealed && entry)
      return {
        message: `declared in the index and sealed, and not here${also}`,
        next: 'Put it back; or put its line under Left out with the reason',
      };
    if (sealed)
      return {
        message: `sealed, and not here${also}; ${this.#input.intent.declares(path) === null ? 'no line of the index names it' : 'it has no line of its own in the index'}`,
        next: 'Put it back; or name it under Left out in INDEX.md with the reason',
      };
    return {
      message: `declared in the index, and not here${also}`,
      next: 'Put it here, or correct its line in INDEX.md',
    };
  }

  /** Another file with the lost one's sealed bytes. */
  #twin(path: string): string | null {
    const old = this.#agreed.get(path)?.print;
    if (!old || !holdsBytes(old)) return null;
    return this.#input.entries.find((entry) => entry.sha256 === old.sha256)?.path ?? null;
  }

  /** Folders that are named and hold nothing; patterns that too few files match. */
  #foldersAndPatterns(): void {
    const { intent, entries } = this.#input;
    for (const entry of intent.entries) {
      if (!counts(entry.declared) || entry.what === 'file' || entry.status === 'optional') continue;
      if (entry.what === 'folder') {
        const inside = (path: string): boolean => entry.path === './' || path.startsWith(entry.path);
        if (entries.some((file) => inside(file.path)) || this.#standsFor(`${entry.path}x`)) continue;
        // What is missing below it was told by name.
        if (this.#missing.some(inside) || [...this.#told].some(inside)) continue;
        const pending = entry.status === 'pending';
        this.#add(
          'missing',
          'stop',
          pending
            ? `a folder named as pending${entry.from === null ? '' : `, from ${entry.from}`}, and nothing is in it yet`
            : 'a folder that the index names: no file is in it',
          pending && entry.from !== null
            ? `Ask ${entry.from} for it`
            : 'Put its files here, or correct its line in INDEX.md',
          [nowhere(entry.path), { ...entry.place, note: 'the line that names it' }],
        );
        this.#missing.push(entry.path);
        continue;
      }
      const wanted = entry.atLeast ?? 1;
      const pattern = glob(entry.path);
      const here = entries.filter((file) => pattern.matches(file.path)).length;
      if (here >= wanted) continue;
      this.#add(
        'missing',
        'stop',
        `${here === 0 ? 'no file matches' : `${count(here, 'file')} ${here === 1 ? 'matches' : 'match'}`}, at least ${wanted} ${wanted === 1 ? 'is' : 'are'} expected`,
        'Put the files here, or correct the pattern',
        [nowhere(entry.path), { ...entry.place, note: 'the line that expects it' }],
      );
      this.#missing.push(entry.path);
    }
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Changed

  /** Sealed files here with other bytes: their path to the sealed path whose bytes they hold now. Swaps are told. */
  #swapped(): Map<string, string> {
    const owners = new Map<string, string[]>();
    for (const { path, print } of this.#agreed.values()) {
      if (!holdsBytes(print)) continue;
      const list = owners.get(print.sha256);
      if (list) list.push(path);
      else owners.set(print.sha256, [path]);
    }
    const holds = new Map<string, string>();
    for (const agreed of this.#agreed.values()) {
      const entry = this.#changed(agreed);
      if (!entry) continue;
      const before = owners.get(entry.sha256)?.filter((path) => path !== agreed.path) ?? [];
      // Of several that held these bytes, the one that holds ours now.
      const owner = before.find((path) => this.#present.get(path)?.sha256 === agreed.print.sha256) ?? before[0];
      if (owner !== undefined) holds.set(agreed.path, owner);
    }
    for (const start of [...holds.keys()].sort(compareText)) {
      if (this.#told.has(start)) continue;
      const ring = [start];
      let at = holds.get(start);
      while (at !== undefined && at !== start && !ring.includes(at) && ring.length < 64) {
        ring.push(at);
        at = holds.get(at);
      }
      if (at !== start || ring.length < 2) continue;
      const stop = ring.some((path) => !companion(path) || counts(this.#declared(path)));
      const [first, ...others] = ring as [string, ...string[]];
      this.#add(
        'renamed',
        stop ? 'stop' : 'look',
        ring.length === 2
          ? `holds what was sealed as ${others[0]}, and the other way round`
          : `${ring.length} files changed places: this one holds what was sealed as ${others[0]}`,
        'Give the files their names back or, if the change is meant, seal them by their names: seedcheck seal FOLDER FILE',
        [nowhere(first), ...others.map((path) => nowhere(path, `holds what was sealed as ${holds.get(path)}`))],
        { change: 'swapped', from: others[0]! },
      );
      for (const path of ring) this.#told.add(path);
    }
    return holds;
  }

  /** The file, if it is here with other bytes than were agreed. */
  #changed(agreed: Agreed): Entry | null {
    const entry = this.#present.get(agreed.path);
    if (!entry || entry.sha256 === '' || this.#declared(agreed.path) === 'left-out') return null;
    return entry.sha256 === agreed.print.sha256 ? null : entry;
  }

  #altered(moved: ReadonlyMap<string, string>): void {
    for (const agreed of this.#agreed.values()) {
      const { path, print, sealLine } = agreed;
      const listed = this.#lines.get(path)?.find((entry) => entry.sha256 !== undefined);
      const present = this.#present.get(path);
      if (
        present &&
        listed &&
        present.sha256 !== '' &&
        present.sha256 !== listed.sha256 &&
        (sealLine === null || present.sha256 === print.sha256)
      ) {
        const emptied = present.print.size === 0;
        this.#add(
          'altered',
          'stop',
          emptied
            ? 'empty; the list expects other bytes'
            : `sha256 ${present.sha256.slice(0, 12)}…, the list expects ${listed.sha256!.slice(0, 12)}…`,
          'Fetch the file again, or correct the list',
          [nowhere(path), { ...listed.place, note: 'the line that expects it' }],
          { change: emptied ? 'emptied' : 'edited' },
        );
        this.#told.add(path);
        continue;
      }
      if (this.#told.has(path) || sealLine === null) continue;
      if (present && present.sha256 === '') {
        // A placed file that cannot be opened is told by the verdict; a companion's fault would go unseen.
        if (!counts(this.#declared(path)))
          this.#add(
            'altered',
            'look',
            `cannot be opened, so nothing shows that it is as sealed${present.why ? `: ${present.why}` : ''}`,
            'Make it readable',
            [nowhere(path)],
          );
        continue;
      }
      const entry = this.#changed(agreed);
      if (!entry) continue;
      const other = moved.get(path);
      const change = other === undefined ? changeOf(print, entry, this.#input.prefixes?.get(path) ?? null) : null;
      const kind = change?.change ?? 'replaced';
      const kin = companion(path);
      const meant = counts(this.#declared(path));
      const stop = !sameWords(kind) && (meant || kin !== 'plain');
      const successor = this.#input.entries.find(
        (one) => !this.#agreed.has(one.path) && holdsBytes(print) && one.sha256 === print.sha256,
      );
      const message = change?.message ?? `another document: it holds what was sealed as ${other}`;
      this.#add(
        'altered',
        stop ? 'stop' : 'look',
        kin === 'agent' && stop ? `instructions to an agent, changed since the seal: ${message}` : message,
        sameWords(kind)
          ? 'Nothing is lost; seal the file by its name to agree to it: seedcheck seal FOLDER FILE'
          : RESEAL,
        [
          nowhere(path),
          ...(other === undefined ? [] : [nowhere(other, 'sealed with these bytes')]),
          ...(successor ? [nowhere(successor.path, 'holds the bytes that were sealed')] : []),
        ],
        { change: kind },
      );
      this.#told.add(path);
    }
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Copies, and what nothing names

  /** Whether nothing in the index speaks for a file here: then it needs a line. */
  #unnamed(entry: Entry): boolean {
    const { intent, seal } = this.#input;
    if (!intent.indexed) return false;
    const declared = this.#declared(entry.path);
    if (declared === 'left-out') return false;
    if (declared === 'not-placed') return true;
    if (declared === null)
      return (
        intent.covers(entry.path) &&
        companion(entry.path) === null &&
        !(entry.outcome === 'bytes' && this.#linked().has(entry.path))
      );
    // Named with its whole folder: after a seal, a new file there needs to be told.
    if (seal === null || this.#ownLine(entry.path) || this.#agreed.has(entry.path)) return false;
    return !(entry.outcome === 'bytes' && this.#linked().has(entry.path)) && companion(entry.path) === null;
  }

  #copies(fresh: readonly Entry[]): void {
    const { intent, seal, entries } = this.#input;
    const groups = new Map<string, Entry[]>();
    for (const entry of entries) {
      if (!holdsBytes(entry.print)) continue;
      const list = groups.get(entry.sha256);
      if (list) list.push(entry);
      else groups.set(entry.sha256, [entry]);
    }
    const isFresh = new Set(fresh.map((entry) => entry.path));
    // The original: what the index names before what it does not, what is sealed before what is new.
    const rank = (entry: Entry): number =>
      this.#successors.has(entry.path)
        ? 2
        : (this.#unnamed(entry) ? 8 : 0) +
          (this.#told.has(entry.path) ? 4 : 0) +
          (seal && isFresh.has(entry.path) ? 2 : 0) +
          (counts(this.#declared(entry.path)) ? 0 : 1);
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const ranked = group
        .map((entry) => ({ entry, rank: rank(entry) }))
        .sort((a, b) => a.rank - b.rank || compareText(a.entry.path, b.entry.path));
      const original = ranked[0]!.entry;
      for (const { entry } of ranked.slice(1)) {
        if (this.#told.has(entry.path)) continue;
        const { path } = entry;
        const unnamed = this.#unnamed(entry);
        // Not two documents of the set: a line moved to Not placed, a companion of a sub-folder.
        if (this.#declared(path) === 'not-placed' || this.#declared(path) === 'left-out') continue;
        if (!unnamed && (companion(path) || companion(original.path)) && !counts(this.#declared(path))) continue;
        const agent = companion(path) === 'agent' && seal !== null && isFresh.has(path);
        if (agent) continue;
        const specification =
          this.#declared(path) === 'specification' || this.#declared(original.path) === 'specification';
        const level: Level =
          unnamed || specification || (!intent.indexed && entry.outcome === 'read') ? 'look' : 'note';
        this.#add(
          'duplicate',
          level,
          `the same ${count(entry.bytes, 'byte')} as ${original.path}${unnamed ? ', and no line names it' : ''}`,
          unnamed ? 'Take the copy out, or name it in INDEX.md' : 'Keep one of the two',
          [
            nowhere(path),
            ...this.#linePlaces(path, 'the line that names it'),
            nowhere(original.path, 'the same bytes'),
            ...this.#linePlaces(original.path, 'the line that names the other'),
          ],
          { from: original.path },
        );
        this.#told.add(path);
      }
    }
  }

  #unplaced(fresh: readonly Entry[]): void {
    const { seal, entries } = this.#input;
    const sealedBytes = new Map(
      [...this.#agreed.values()].filter((one) => holdsBytes(one.print)).map((one) => [one.print.sha256, one.path]),
    );
    const isFresh = new Set(fresh.map((entry) => entry.path));
    for (const entry of entries) {
      const { path } = entry;
      // A file that changed and is named nowhere has two faults; one that got a new name or is a copy has one.
      if (this.#told.has(path) && !this.#agreed.has(path)) continue;
      if (
        seal &&
        isFresh.has(path) &&
        companion(path) === 'agent' &&
        !this.#ownLine(path) &&
        this.#declared(path) !== 'left-out'
      ) {
        this.#add(
          'not-placed',
          'stop',
          'instructions to an agent, new since the seal',
          'Read it; then take it out, or name it in INDEX.md',
          [nowhere(path)],
        );
        this.#notPlaced.push(path);
        continue;
      }
      if (!this.#unnamed(entry)) continue;
      const declared = this.#declared(path);
      const reads = entry.kind === 'unclear' ? '' : `; it reads as ${entry.kind}`;
      const was = isFresh.has(path) && seal && holdsBytes(entry.print) ? sealedBytes.get(entry.sha256) : undefined;
      const message =
        declared === 'not-placed'
          ? `under Not placed: nobody has said what it is for${reads}`
          : declared === null
            ? `no line of the index names it${reads}`
            : `new since the seal, in a folder that is named as a whole${reads}`;
      this.#add(
        'not-placed',
        'stop',
        was === undefined ? message : `${message}; it holds what was sealed as ${was}`,
        declared === null || declared === 'not-placed'
          ? 'Put its line under Specifications, Background or Left out in INDEX.md, or take the file out'
          : 'Take it out, or give it a line of its own or seal it by its name: seedcheck seal FOLDER FILE',
        [
          nowhere(path),
          ...(declared === null
            ? []
            : this.#decidingLine(path, declared === 'not-placed' ? 'its line' : 'the folder’s line')),
          ...(was === undefined ? [] : [nowhere(was, 'sealed with these bytes')]),
        ],
      );
      this.#notPlaced.push(path);
    }
  }

  #linkedPaths: ReadonlySet<string> | undefined;

  #linked(): ReadonlySet<string> {
    return (this.#linkedPaths ??= linkedPaths(this.#input));
  }

  #leftOutPresent(): void {
    const byLine = new Map<IndexEntry, string[]>();
    for (const { path } of this.#input.entries) {
      const said = this.#input.intent.declares(path);
      if (said?.declared !== 'left-out') continue;
      const list = byLine.get(said.entry);
      if (list) list.push(path);
      else byLine.set(said.entry, [path]);
    }
    for (const [entry, [first, ...rest]] of byLine) {
      const others = rest.length === 0 ? '' : `, with ${count(rest.length, 'other')}`;
      this.#add(
        'left-out',
        'look',
        `left out by the index, and here all the same${others}${entry.note === null ? '' : `: ${entry.note}`}`,
        'Take it out of the folder: whoever reads the folder reads it too',
        [
          nowhere(first!),
          { ...entry.place, note: 'the line that leaves it out' },
          ...rest.map((path) => nowhere(path)),
        ],
      );
      this.#leftOut.push(first!, ...rest);
    }
  }

  #collisions(): void {
    const { listing, intent } = this.#input;
    const groups = new Map<string, string[]>();
    const contracts = new Set(intent.contracts);
    for (const path of listing.files.map((file) => file.path).sort(compareText)) {
      const key = foldName(path);
      const list = groups.get(key);
      if (list) list.push(path);
      else groups.set(key, [path]);
    }
    for (const [first, ...rest] of groups.values())
      // Two indexes are told by the index.
      if (rest.length > 0 && ![first!, ...rest].every((path) => contracts.has(path)))
        this.#add(
          'name-collision',
          'look',
          `${nameForm(first!, rest[0]!) === 'unicode-form' ? 'the same name in another Unicode form' : 'the same name but for capitals'} as ${rest.join(', ')}: on some systems one would overwrite the other`,
          'Give one of them another name',
          [nowhere(first!), ...rest.map((path) => nowhere(path))],
        );
  }

  // -------------------------------------------------------------------------------------------------------------------
  // State of the seal

  #sealedState(path: string): 'as-sealed' | 'altered' | 'not-sealed' {
    const agreed = this.#agreed.get(path);
    const entry = this.#present.get(path);
    if (!agreed || agreed.sealLine === null || !entry || entry.sha256 === '') return 'not-sealed';
    return entry.sha256 === agreed.print.sha256 ? 'as-sealed' : 'altered';
  }

  #sealState(): Comparison['sealState'] {
    if (!this.#input.seal) return 'no';
    const open = this.#input.entries.some(
      (entry) => belongsInSeal(this.#input, entry, this.#linked()) && this.#agreed.get(entry.path)?.sealLine == null,
    );
    return open ? 'in part' : 'yes';
  }
}

/** Paths that a placed document or a companion links to, embeds or names. */
export function linkedPaths({ intent, entries }: Pick<CompareInput, 'intent' | 'entries'>): ReadonlySet<string> {
  const linked = new Set<string>();
  for (const entry of entries) {
    if (!counts(intent.declares(entry.path)?.declared ?? null) && companion(entry.path) === null) continue;
    const folder = entry.path.slice(0, entry.path.lastIndexOf('/') + 1);
    for (const { target } of entry.links)
      for (const path of [resolve(folder, target), resolve('', target)])
        if (path !== null) {
          linked.add(path);
          linked.add(path.normalize('NFC'));
          linked.add(path.normalize('NFD'));
        }
  }
  return linked;
}

/** Whether a file is one that the seal holds: placed, a companion, or an attachment that a document links to. */
export function belongsInSeal(input: Pick<CompareInput, 'intent'>, entry: Entry, linked: ReadonlySet<string>): boolean {
  const declared = input.intent.declares(entry.path)?.declared ?? null;
  if (declared !== null) return counts(declared);
  return companion(entry.path) !== null || (entry.outcome === 'bytes' && linked.has(entry.path));
}

const LINK_NEXT = {
  'link-out': 'Put a copy of the file here instead of the link',
  'link-broken': 'Put the file here instead of the link, or take the link out',
  special: 'Take it out: it is no file',
  unreadable: 'Make it readable, or take it out',
} as const;

/** A target as written, against a folder (with its final `/`); null where it leaves the checked folder or names nothing. */
function resolve(folder: string, target: string): string | null {
  const parts = target.startsWith('/') ? [] : folder.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join('/');
}

function sealPlace(line: number): Place {
  return { path: SEAL_NAME, line, endLine: line, column: 1, start: null, end: null, quote: null };
}

function byPlace(a: Difference, b: Difference): number {
  return (
    compareText(a.places[0].path, b.places[0].path) ||
    (a.places[0].line ?? 0) - (b.places[0].line ?? 0) ||
    compareText(a.check, b.check) ||
    compareText(a.message, b.message)
  );
}
