/**
 * Sentences of one short document of which one allows or demands what the other one forbids, in the same words and with the same
 * subject: `Only staff may open the gate` is no such sentence, for it sets bounds and does not forbid.
 */
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { isOwn } from './claims.ts';
import { areUnderOther } from './conditions.ts';
import { inCode } from './in-code.ts';
import { headingsAlike, listOf } from './parallels.ts';
import { sayingOf, type Word } from './quantities.ts';
import { sentences } from './sentences.ts';

/** Units of a document, and of a sentence, that are read; sentences of a document. */
const LONGEST = 8000;
const SENTENCE = 300;
const MOST_READ = 1500;
/** Sentences that share a word and are held against each other. */
const HOLDERS = 12;
/** Words, and weight of words, that both speak of. */
const WORDS = 2;
const WEIGHT = 12;
/** Weight of words of the longer one that the other does not have: before its word of obligation, and behind. */
const BEFORE = 10;
const BEHIND = 2;
/** A weight from which on a mere condition before one of the two says little (conditions.ts). */
const SAME_WORDS = 1000;
/** Contradictions of one document: more are a form. */
const MOST = 4;

const words = (text: string): string =>
  text
    .trim()
    .replace(/\s+/gu, '|')
    .replaceAll('_', String.raw`\s+`);

/** Words of obligation and permission that deny, and those that do not, each with what comes between. */
const FORBIDDING = words(`
  must_not_be_able_to must_not shall_not should_not may_not can_?not can['’]t mustn['’]t is_not_(?:allowed|permitted)(?:_to)? are_not_(?:allowed|permitted)(?:_to)? is_forbidden_to are_forbidden_to never
  ne_(?:doit|doivent|peut|peuvent)_(?:pas|jamais) n['’]est_pas_autorisée?_à
  no_(?:debe|deben|puede|pueden|deberá|podrá) não_(?:deve|devem|pode|podem) non_(?:deve|devono|può|possono)
  не_(?:должен|должна|должно|должны|может|могут|следует|разрешается|допускается) нельзя запрещено запрещается
  nie_(?:może|mogą|wolno|musi|muszą) не_(?:може|можуть|повинен|повинна|повинні|дозволено) nesmí nesmějí nesmie nesmú ne_smije ne_smiju ne_sme nu_(?:trebuie|poate|pot|are_voie) nem_(?:szabad|lehet)
  ei_saa eivät_saa får_(?:inte|ej) må_ikke (?:darf|dürfen)_nicht (?:mag|mogen)_niet
  không_(?:được|thể)(?:_phép)? tidak_(?:boleh|dapat) δεν_(?:επιτρέπεται|πρέπει|μπορεί) لا_(?:يجوز|يجب|يمكن|يسمح) نباید_بتوان[دیم] نباید نمی‌توان[دیم] नहीं`);
const FORBIDS = pattern('uy')`(?:${FORBIDDING})(?![\p{L}\p{M}])`;
const GRANTING = words(`
  must_be_able_to must shall should may can is_(?:allowed|permitted)(?:_to)? are_(?:allowed|permitted)(?:_to)?
  (?:doit|doivent|peut|peuvent) (?:debe|deben|puede|pueden|deberá|podrá) (?:deve|devem|pode|podem) (?:deve|devono|può|possono)
  должен должна должно должны может могут следует разрешено разрешается
  może mogą wolno musi muszą може можуть повинен повинна повинні smí smějí smie smú smije smiju sme poate pot trebuie szabad lehet
  saa saavat får må darf dürfen muss müssen mag mogen moet moeten kan kunnen
  được(?:_phép)? phải boleh dapat harus επιτρέπεται πρέπει μπορεί يجوز يجب يمكن يسمح باید_بتوان[دیم] باید می‌توان[دیم]`);
const GRANTS = pattern('uy')`(?:${GRANTING})(?![\p{L}\p{M}])`;
/** German parts the word that denies from the verb. */
const PARTED = pattern(
  'uy',
)`(darf|dürfen|mag|mogen|kann|können|kan|kunnen|får|saa)(?!\p{L})[^,;:.]{0,80}?(?<!\p{L})(nicht|kein\p{L}{0,2}|niet|geen|inte|ikke|ei)(?!\p{L})`;
const WIDE_FORBIDS =
  /不得|不可以?|不能|不允许|不允許|禁止|不准|てはならない|てはいけない|ことはできない|できません|てはなりません|해서는 ?안 ?된다|할 수 ?없다|하면 ?안 ?된다|할 수 ?없습니다|ห้าม|ไม่ได้|ต้องไม่/uy;
const WIDE_GRANTS =
  /必须|必須|应当|應當|可以|允许|允許|可(?=[\u4e00-\u9fff])|てもよい|てよい|ことができる|できます|しなければならない|なければなりません|할 수 ?있다|할 수 ?있습니다|해야 ?한다|해도 ?된다|สามารถ|ต้อง|ได้/uy;
const NUMBERS = pattern('gu')`\p{Nd}+`;
/** Words that deny, of whatever. */
const DENIES =
  /(?<![a-zà-ÿ])(?:not|nicht|kein[a-z]{0,2}|no|niet|geen|pas|não|non|nie|inte|ikke)(?![a-zà-ÿ])|不|ない|않|안 /u;
/** What sets bounds, or makes an exception. */
const BOUNDS = pattern(
  'gu',
)`(?<!\p{L})(?:unless|except|only|without|other than|but not|until|before|after|between|if|when|while|nobody|none|no one|nothing|any more|either|außer|nur|ohne|wenn|falls|bevor|solange|sofern|es sei denn|bis|niemand|sauf|sans|que|si|quand|avant|seulement|excepto|salvo|sin|solo|sólo|só|sem|cuando|quando|antes|nadie|ninguém|eccetto|tranne|senza|se|prima|nessuno|кроме|без|только|если|когда|до|никто|лише|якщо|крім|zonder|alleen|tenzij|als|tylko|bez|jeśli|chyba|jen|pouze|pokud|jos|vain|ilman|om|bara|endast|utan|hvis|kun|uden|ha|csak|nélkül|dacă|doar|numai|fără|nếu|chỉ|trừ|jika|kecuali|hanya|إلا|فقط|بدون|إذا|مگر|اگر|فقط)(?!\p{L})|除(?=了|非|外)|之外|仅|僅|只|以外|のみ|だけ|ただし|場合|とき|以前|之前|如果|만 |경우|때|전에|외에|หาก|เว้นแต่|เฉพาะ`;

interface Duty extends Span {
  readonly block: number;
  readonly forbids: boolean;
  /** The word of obligation. */
  readonly said: Span;
  readonly words: readonly Word[];
  readonly stems: ReadonlySet<number>;
  /** The words of the sentence that set bounds, sorted. */
  readonly bounds: string;
  /** Its numbers. */
  readonly numbers: string;
  /** Whether its subject stands above it. */
  readonly bare: boolean;
}

export interface DutyConflict {
  readonly a: Span;
  readonly b: Span;
  readonly here: string;
  readonly there: string;
  readonly at: number;
  readonly bt: number;
}

/** Clauses of a sentence, by its pauses. */
function* clauses(text: string): Iterable<readonly [number, number]> {
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(
    /[,;:，；：、—–]\s*|\s(?:but|aber|mais|pero|mas|ma|но|але|maar|ale|men|mutta|de|nhưng|tetapi|لكن|اما)\s/gu,
  )) {
    yield [from, index];
    from = index + mark.length;
  }
  yield [from, text.length];
}

/** A word that forbids or grants. */
interface Said {
  readonly forbids: boolean;
  /** The words that say so, as offsets into the sentence. */
  readonly parts: readonly (readonly [number, number])[];
}

const SEED = 0x811c9dc5 | 0;
const hashOf = (word: string): number => {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
};
/** The words that such ones begin with, and their first signs in scripts without spaces: a sentence without any is done with. */
const FIRST: ReadonlySet<number> = new Set(
  (
    'must shall should may can cannot mustn is are never ne n no não non не нельзя запрещено запрещается nie nesmí nesmějí nesmie nesmú nu nem ' +
    'ei eivät får må darf dürfen mag mogen không tidak δεν لا نباید नहीं doit doivent peut peuvent debe deben puede pueden deberá podrá deve devem ' +
    'pode podem devono può possono должен должна должно должны может могут следует разрешено разрешается może mogą wolno musi muszą може можуть ' +
    'повинен повинна повинні smí smějí smie smú smije smiju sme poate pot trebuie szabad lehet saa saavat muss müssen kann können moet moeten kan kunnen ' +
    'được phải boleh dapat harus επιτρέπεται πρέπει μπορεί يجوز يجب يمكن يسمح باید می'
  )
    .split(' ')
    .map(hashOf),
);
const WIDE_FIRST: ReadonlySet<number> = new Set(
  Array.from('不禁必应應可允てこでしな해할하ห้าตสไ', (sign) => sign.charCodeAt(0)),
);

const isLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7 && (unit < 0xe00 || unit > 0xe7f));

/** What the words of a sentence in small letters forbid and grant, in order. */
function saidIn(lower: string): Said[] {
  const out: Said[] = [];
  let start = -1;
  let hash = SEED;
  for (let i = 0; i <= lower.length; i++) {
    const unit = i < lower.length ? lower.charCodeAt(i) : 0;
    if (isLetter(unit)) {
      if (start < 0) {
        start = i;
        hash = SEED;
      }
      hash = Math.imul(hash ^ unit, 0x01000193);
      continue;
    }
    if (start >= 0 && FIRST.has(hash)) {
      const one = saidAt(lower, start, FORBIDS, GRANTS);
      if (one) out.push(one);
    }
    start = -1;
    if (unit >= 0xe00 && WIDE_FIRST.has(unit)) {
      const one = saidAt(lower, i, WIDE_FORBIDS, WIDE_GRANTS);
      if (one) out.push(one);
    }
  }
  return out;
}

function saidAt(lower: string, at: number, forbids: RegExp, grants: RegExp): Said | undefined {
  const match = (which: RegExp): RegExpExecArray | null => {
    which.lastIndex = at;
    return which.exec(lower);
  };
  const denied = match(forbids);
  if (denied) return { forbids: true, parts: [[at, at + denied[0].length]] };
  const parted = match(PARTED);
  if (parted) {
    const to = at + parted[0].length;
    return {
      forbids: true,
      parts: [
        [at, at + parted[1]!.length],
        [to - parted[2]!.length, to],
      ],
    };
  }
  const granted = match(grants);
  return granted ? { forbids: false, parts: [[at, at + granted[0].length]] } : undefined;
}

/** What a clause says of what is allowed; undefined where it says nothing, or where what is meant is not sure. */
function ofClause(lower: string, from: number, to: number, said: readonly Said[]): Said | undefined {
  const own = said.filter(({ parts }) => parts[0]![0] >= from && parts.at(-1)![1] <= to);
  const denied = own.find(({ forbids }) => forbids);
  return denied ?? (own.length > 0 && !DENIES.test(lower.slice(from, to)) ? own[0] : undefined);
}

const blanked = (text: string, [from, to]: readonly [number, number]): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);

/** A sentence with words that forbid or grant. */
interface Ruling extends Span {
  readonly block: number;
  readonly lower: string;
  readonly said: readonly Said[];
}

/** The sentences that forbid or grant; none where nothing is forbidden. */
function rulings(document: Document): Ruling[] {
  const out: Ruling[] = [];
  const all = blocks(document);
  const { starts, ends, count } = sentences(document);
  let block = 0;
  for (let k = 0; k < count && out.length < MOST_READ; k++) {
    const start = starts[k]!;
    const end = ends[k]!;
    while (block + 1 < all.length && all[block + 1]!.start <= start) block++;
    const kind = all[block]?.kind;
    if (end - start > SENTENCE || (kind !== 'prose' && kind !== 'list' && kind !== 'quote')) continue;
    const lower = document.slice(start, end).toLowerCase();
    // a letter that is two small ones moves what follows
    const said = lower.length === end - start ? saidIn(lower) : [];
    if (said.length > 0) out.push({ start, end, block, lower, said });
  }
  return out.some(({ said }) => said.some(({ forbids }) => forbids)) ? out : [];
}

const duties: (document: Document) => readonly Duty[] = view((document) => {
  const out: Duty[] = [];
  if (document.units.length > LONGEST) return out;
  for (const { start, end, block, lower, said: all } of rulings(document)) {
    const text = document.slice(start, end);
    if (/[?？؟:：]\s*$/u.test(text) || !isOwn(text) || inCode(document, start)) continue;
    const found = [...clauses(lower)].flatMap(([from, to]) => {
      const one = ofClause(lower, from, to, all);
      return one ? [{ from, to, forbids: one.forbids, said: one.parts }] : [];
    });
    if (found.length === 0 || found.length > 2) continue;
    // behind its label
    const begin = sayingOf(text, start, block).start;
    const bounds = (lower.match(BOUNDS) ?? []).sort().join(' ');
    // a clause that is not the first speaks of the subject of the first
    const subject = found.length === 2 ? sayingOf(text.slice(0, found[0]!.said[0]![0]), start, block).words : [];
    for (const [k, { from, to, forbids, said }] of found.entries()) {
      const alone = found.length === 1;
      const first = alone ? begin - start : from;
      const part = said.reduce(blanked, text).slice(first, alone ? text.length : to);
      const own = sayingOf(part, start + first, block).words;
      const spoken = k === 0 ? own : [...subject, ...own];
      out.push({
        start: Math.min(begin, start + said[0]![0]),
        end,
        block,
        forbids,
        said: { start: start + said[0]![0], end: start + said.at(-1)![1] },
        words: spoken,
        stems: new Set(spoken.map(({ stem }) => stem)),
        bounds,
        numbers: (part.match(NUMBERS) ?? []).join(' '),
        bare: !spoken.some(({ at }) => at < start + said[0]![0]),
      });
    }
  }
  return out;
});

/** Whether two without a subject have the same one: items of one list, or one of them no item at all. */
const areOfOne = (document: Document, a: number, b: number): boolean => {
  // its paragraphs are items
  if (document.format === 'roff') return false;
  const between = blocks(document).slice(Math.min(a, b), Math.max(a, b) + 1);
  return between.every(({ kind }) => kind === 'list') || between[0]!.kind !== 'list' || between.at(-1)!.kind !== 'list';
};

function heldAgainst(document: Document, one: Duty, other: Duty): boolean {
  if (one.start === other.start || one.forbids === other.forbids || one.bounds !== other.bounds) return false;
  if (one.numbers !== other.numbers) return false;
  if ((one.bare || other.bare) && !(one.stems.size === other.stems.size && areOfOne(document, one.block, other.block)))
    return false;
  const [short, long] = one.stems.size <= other.stems.size ? [one, other] : [other, one];
  let weight = 0;
  const seen = new Set<number>();
  for (const { stem, weight: own } of short.words) {
    if (!long.stems.has(stem)) return false;
    if (!seen.has(stem)) weight += own;
    seen.add(stem);
  }
  if (seen.size < WORDS || weight < WEIGHT) return false;
  let before = 0;
  let behind = 0;
  for (const { stem, at, weight: own } of long.words)
    if (!short.stems.has(stem))
      if (at < long.said.start) before += own;
      else behind += own;
  if (before > BEFORE || behind > BEHIND || (one.bounds !== '' && before + behind > 0)) return false;
  if (headingsAlike(document, one.block, other.block)) return false;
  // items of two lists are of two cases
  const isItem = ({ block }: Duty): boolean => blocks(document)[block]!.kind === 'list';
  if (isItem(one) && isItem(other) && listOf(document, one.block) !== listOf(document, other.block)) return false;
  return !areUnderOther(
    { document, sentence: one, said: one.said },
    { document, sentence: other, said: other.said },
    // the condition of the one is that of the other
    before + behind === 0 ? SAME_WORDS : weight,
  );
}

/** Sentences of which one forbids what the other one allows or demands. */
export const dutyConflicts: (document: Document) => readonly DutyConflict[] = view((document) => {
  const all = duties(document);
  if (all.every(({ forbids }) => !forbids)) return [];
  const byWord = new Map<number, number[]>();
  all.forEach((one, k) => {
    for (const stem of one.stems) {
      const list = byWord.get(stem);
      if (list) list.push(k);
      else byWord.set(stem, [k]);
    }
  });
  const out: DutyConflict[] = [];
  const done = new Set<number>();
  for (let k = 0; k < all.length; k++) {
    let rare: readonly number[] = [];
    for (const stem of all[k]!.stems) {
      const list = byWord.get(stem)!;
      if (list.length > 1 && (rare.length === 0 || list.length < rare.length)) rare = list;
    }
    if (rare.length > HOLDERS) continue;
    for (const other of rare) {
      const [i, j] = [Math.min(k, other), Math.max(k, other)];
      if (i === j || done.has(i * all.length + j) || !heldAgainst(document, all[i]!, all[j]!)) continue;
      done.add(i * all.length + j);
      const [a, b] = [all[i]!, all[j]!];
      const said = ({ said: { start, end } }: Duty): string => document.slice(start, end).replace(/\s+/gu, ' ');
      out.push({ a, b, here: said(a), there: said(b), at: a.said.start, bt: b.said.start });
    }
  }
  return out.length > MOST ? [] : out;
});
