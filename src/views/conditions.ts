/**
 * Under what a place says what it says: for a time that is over, for the sake of an argument, as an example, or in one mode of
 * several. Two places that differ in that are no contradiction.
 *
 * Told by the words that open the clause or its paragraph, by the headings above, and by the tense of the verb.
 */
import { pattern } from '../core/pattern.ts';
import type { Document, Span } from '../core/types.ts';
import { foldCase } from '../core/unicode.ts';
import { view } from '../core/view.ts';
import { blocks } from './blocks.ts';
import { indexBefore } from './context.ts';
import { behindMarker } from './sentences.ts';

/** Units of a sentence before a place, of the beginning of its paragraph, and of a heading, that are looked at. */
const LEAD = 240;
const OPENING = 120;
const HEADING = 120;
/** Headings above a place that are looked at, the nearest first. */
const LEVELS = 3;
/** Words of a heading that names one of several; of one that may be a mere name. */
const MOST_WORDS = 8;
const FEW_WORDS = 4;
/** Weight of what both say, from which on a mere condition before one of them says little. */
const LONG = 80;

/** Words to be tried in turn: `~` stands for the rest of a word, `_` for white space. */
const words = (text: string): string =>
  text
    .trim()
    .replace(/\s+/gu, '|')
    .replaceAll('_', String.raw`\s+`)
    .replaceAll('~', "['’a-z\\u00df-\\u024f\\u0400-\\u04ff]*");

/** What says that a clause is about a time that is over, whatever follows; and what may say so. */
const OVER = words(`
  until till up_to_version up_to_release prior_to_(?:version|release) previously formerly originally historically earlier in_the_past at_first at_the_time
  früher bisher zuvor ehemals ursprünglich einst damals bis_version bis_zur_version
  jusqu~ auparavant autrefois initialement jadis hasta anteriormente originalmente inicialmente antiguamente
  até antigamente outrora in_precedenza originariamente un_tempo fino_alla_versione
  до_версии вплоть_до ранее раньше прежде изначально первоначально когда-то
  voorheen vroeger oorspronkelijk tot_versie eskiden önceden daha_önce do_wersji dawniej wcześniej pierwotnie
  tidigare fram_till dříve původně раніше спочатку колись до_версії trước_đây sebelumnya sampai_versi سابقا قبلا पहले`);
const TIMES = words(`
  before prior_to as_of since after from_version from_release starting_with in_versions? in_releases? once
  bis vor seit ab avant depuis à_partir_d~ antes desde a_partir_del? prima dalla_versione до с_версии начиная
  tot vóór sinds vanaf przed od_wersji före sedan trước sebelum hingga sampai sejak حتى قبل منذ تا پیش_از तक`);
/** What says that a clause is only supposed, or an example; and what sets a condition. */
const SUPPOSED = words(`
  suppose supposing assume assuming imagine pretend let['’]s_say let_us_say what_if for_example for_instance
  angenommen nehmen_wir_an gesetzt stell~_(?:dir|sie|euch)_vor stellen_wir_uns zum_beispiel beispielsweise z\\.\\s*b
  supposons supposez supposant imaginons imaginez admettons par_exemple
  supongamos suponga~ suponiendo imagin~ digamos por_ejemplo suponhamos suponha~ supondo por_exemplo
  supponiamo supponendo immagin~ ipotizz~ per_esempio ad_esempio
  предположим допустим представ~ например к_примеру
  stel_dat stel_je bijvoorbeeld załóżmy przypuśćmy wyobraź~ na_przykład varsayalım diyelim farz_edelim örneğin mesela
  anta till_exempel dejme_tomu předpokládejme například припустимо уявімо наприклад giả_sử ví_dụ misalkan andaikan misalnya
  لنفترض افترض بفرض مثلا مثلاً فرض_کنید مثال मान_लीजिए मान_लें उदाहरण`);
const CONDITIONS = words(`
  say let consider if unless when whenever while in_case falls wenn sofern während
  si(?!_not) quand lorsque lorsqu~ pendant_que cuando mientras quando enquanto caso se(?!_not) mentre пусть если когда
  als wanneer indien jeśli jeżeli gdy gdyby eğer om pokud když якщо коли nếu khi jika bila إذا لو عندما اگر وقتی यदि अगर जब`);
/** What opens a clause about one case of several, and not about all. */
const CASES = words(`
  in on at for under with without during within outside except unlike
  im in_der in_den beim? bei_der auf am für unter mit ohne außer außerhalb innerhalb
  dans en sur pour sous sans avec pendant lors_d~ sauf hors
  para bajo sin con durante salvo excepto em no na nos nas sob sem com fora
  nel nella nei nelle negli per sotto senza durante tranne в во на при для без под кроме
  op bij voor onder zonder met tijdens w we przy dla bez pod podczas
  i på för vid utan med v ve při pro bez у в за для
  trong với cho dalam pada untuk tanpa في عند مع بدون در برای با بدون`);

const opens = (list: string): RegExp => pattern('u')`^\s*(?:${list})(?![\p{L}\p{M}])`;
const IS_OVER = opens(OVER);
const IS_SUPPOSED = opens(SUPPOSED);
const SETS_CASE = opens(`${TIMES}|${CONDITIONS}|${CASES}`);
/** The same of scripts that set no spaces: such words stand at the end of their clause as well. */
const WIDE_OVER = /曾经|曾經|过去|過去|原先|最初|起初|此前|以前は|かつて|当初|それまで|예전|당초|처음에|이전에/u;
const WIDE_SUPPOSED = /假设|假設|假定|设想|設想|比如|譬如|例如|仮に|たとえば|例えば|가정|예를|예컨대/u;
const WIDE_CASE =
  /直到|截至|截止|之前|以前|まで|까지|이전|假如|如果|倘若|若|もし|とする|とすれば|場合|만약|만일|경우|模式下|情况下|情況下|环境下|环境中|環境では|モードでは|モード時|時は|時に|时$|모드에서|환경에서/u;

/** Verbs and particles that speak of what was. */
const PAST = words(`
  was were had did used_to war waren wurde wurden hatte hatten galt était étaient avait avaient fut furent
  era eran fue fueron tenía tenían eram foi foram tinha tinham fu furono erano aveva avevano
  был была было были had werd werden hadden waren był była było były miał miała
  hade blev byl byla bylo byly був була було були idi كان كانت بود بودند था थी थे`);
const IS_PAST = pattern('u')`(?<![\p{L}\p{M}])(?:${PAST})(?![\p{L}\p{M}])`;
const WIDE_PAST = /曾经?|曾經|原为|原為|でした|だった|ていた|였다|이었다|했다|였습니다|이었습니다|했습니다/u;

/** Headings of what was, and of what is only shown. */
const ASIDE = pattern(
  'u',
)`(?<![\p{L}\p{M}])(?:history|change-?log|changes|previous[a-zà-ÿа-яі]*|former[a-zà-ÿа-яі]*|legacy|obsolete|archived|examples?|geschichte|historie|änderungen|frühere?|beispiele?|historique|changements|anciens?|anciennes?|exemples?|historial|cambios|anteriore?s?|ejemplos?|histórico|alterações|exemplos?|cronologia|modifiche|precedent[ei]|esemp[io]|история|изменения|прежн[a-zà-ÿа-яі]*|примеры?|geschiedenis|wijzigingen|voorbeeld[a-zà-ÿа-яі]*|zmiany|przykład[a-zà-ÿа-яі]*|örnek[a-zà-ÿа-яі]*|geçmiş|historik|exempel|příklad[a-zà-ÿа-яі]*|історія|приклади?|lịch sử|ví dụ|riwayat|contoh)(?![\p{L}\p{M}])|历史|歷史|变更|變更|修订|沿革|示例|样例|举例|履歴|変更履歴|例$|サンプル|이력|변경|예시|예제|تاريخ|مثال|أمثلة|تاریخچه|इतिहास|उदाहरण`;

/** What comes in several kinds, each with settings of its own; and what may do so. */
const KINDS = pattern(
  'gu',
)`(?<![\p{L}\p{M}])(?:modes?|profiles?|tiers?|editions?|environments?|platforms?|variants?|regions?|modus|betriebsart|profil|umgebung|variante|édition|environnement|perfil|entorno|edición|modo|ambiente|edição|modalità|profilo|edizione|режим[а-я]{0,2}|профиль|среда|тариф|вариант|tryb|środowisko|mod|ortam|läge|miljö|režim|prostředí|chế độ|môi trường|lingkungan)(?![\p{L}\p{M}])|模式|环境|環境|档位|モード|プロファイル|エディション|モード|환경|모드|프로필|요금제|وضع|بيئة|حالت|محیط|मोड`;
const LOOSE_KINDS = pattern(
  'gu',
)`(?<![\p{L}\p{M}])(?:plans?|models?|stages?|levels?|types?|class(?:es)?|phases?|versions?|releases?|ausgabe|stufe|modell|modèle|niveau|nivel|modelo|livello|modello|модель|уровень|версия|wersja|poziom|sürüm|seviye)(?![\p{L}\p{M}])|方案|型号|型號|级别|級別|版本|プラン|등급`;

type Condition = 'over' | 'supposed' | 'case';

/** A text without markup and case. */
const plainly = (text: string): string => foldCase(text.replace(/[*_`#>"“”„«»「」『』]+/gu, ' ')).trim();

/** What the words that open a clause set it under; undefined where they set nothing. */
function conditionIn(lead: string): Condition | undefined {
  const clauses = lead.split(/[,;:(（，；：。、—–]\s*|\s-\s+/u).filter((clause) => clause.trim() !== '');
  let found: Condition | undefined;
  for (const clause of [clauses[0], clauses.at(-1)]) {
    if (clause === undefined) continue;
    if (IS_OVER.test(clause) || WIDE_OVER.test(clause)) return 'over';
    if (IS_SUPPOSED.test(clause) || WIDE_SUPPOSED.test(clause)) return 'supposed';
    if (SETS_CASE.test(clause) || WIDE_CASE.test(clause)) found = 'case';
  }
  return found;
}

/** Where the block that holds an offset begins, behind its marker. */
function blockStart(document: Document, offset: number): number {
  const all = blocks(document);
  const block = all[indexBefore(all, offset)];
  return block && block.start <= offset ? behindMarker(document.units, block.start, block.end) : offset;
}

/** What stands in its sentence before a place. */
function leadOf(document: Document, sentence: Span, at: number): string {
  const from = Math.max(sentence.start, blockStart(document, at), at - LEAD);
  return from < at ? plainly(document.slice(from, at)) : '';
}

const headingText = (document: Document, { start, end }: Span): string =>
  plainly(document.slice(start, Math.min(end, start + HEADING)).replace(/(?<=\S)\s*\n[\s\S]*$/u, ''));

/** Headings above an offset, the nearest first, one of each level. */
export function headingsOver(document: Document, offset: number): readonly string[] {
  const all = blocks(document);
  const out: string[] = [];
  let level = 10;
  for (let k = indexBefore(all, offset); k >= 0 && out.length < LEVELS; k--) {
    const block = all[k]!;
    if (block.kind !== 'heading' || (block.level ?? 1) >= level) continue;
    level = block.level ?? 1;
    out.push(headingText(document, block));
  }
  return out;
}

/** Words of a heading, without its number. */
const wordsIn = (heading: string): string[] =>
  heading.split(/[\s:()[\]—–-]+/u).filter((word) => word !== '' && !/^\d+(?:\.\d+)*\.?$/u.test(word));

const kindsIn = (heading: string, kinds: RegExp): string[] =>
  [...heading.matchAll(kinds)].map(([kind]) => kind.replace(/(?<=\w\w)s$/u, ''));

/** Whether two headings name two of one kind: `Normal mode`, `Saving mode`. */
export function nameTwoOfAKind(x: string, y: string): boolean {
  if (x === y || x === '' || y === '') return false;
  const [p, q] = [wordsIn(x), wordsIn(y)];
  if (p.length > MOST_WORDS || q.length > MOST_WORDS || p.join(' ') === q.join(' ')) return false;
  const share = (kinds: RegExp): boolean => kindsIn(x, kinds).some((kind) => kindsIn(y, kinds).includes(kind));
  return share(KINDS) || (p.length === q.length && p.length <= FEW_WORDS && share(LOOSE_KINDS));
}

/** The heading by which a document calls itself. */
const titleOf: (document: Document) => string = view((document) => {
  const first = blocks(document).find(({ kind }) => kind === 'heading');
  return first ? headingText(document, first) : '';
});

/** Whether each of two documents speaks of a thing of its own, as their titles say: `Normal mode`, `Saving mode`; `Plant A`, `Plant B`. */
export const areTwins: (a: Document, b: Document) => 'kinds' | 'things' | undefined = (a, b) => {
  const [x, y] = [titleOf(a), titleOf(b)];
  if (nameTwoOfAKind(x, y)) return 'kinds';
  const [p, q] = [wordsIn(x), wordsIn(y)];
  if (p.length !== q.length || p.length < 2 || p.length > FEW_WORDS) return undefined;
  const at = p.findIndex((word, k) => word !== q[k]);
  if (at < 0 || p.some((word, k) => k !== at && word !== q[k])) return undefined;
  const says = (document: Document, word: string, title: string): boolean =>
    plainly(document.path).includes(word) || plainly(document.text).split(word).length > title.split(word).length;
  return says(a, p[at]!, x) && says(b, q[at]!, y) ? 'things' : undefined;
};

/** One of two places that say the same otherwise: its sentence, and where in it begins what both say. */
export interface Stated {
  readonly document: Document;
  readonly sentence: Span;
  readonly said: Span;
}

const isAside = (condition: Condition | undefined): boolean => condition === 'over' || condition === 'supposed';

/** Whether two places say what they say under two conditions. `weight` is of the words that both say. */
export function areUnderOther(one: Stated, other: Stated, weight: number): boolean {
  const [x, y] = [one, other].map(({ document, sentence, said }) => leadOf(document, sentence, said.start)) as [
    string,
    string,
  ];
  if (x !== y) {
    const [mine, others] = [conditionIn(x), conditionIn(y)];
    if (isAside(mine) || isAside(others) || (weight < LONG && (mine ?? others) !== undefined)) return true;
  }
  const [p, q] = [one, other].map(({ document, said: { start, end } }) => plainly(document.slice(start, end))) as [
    string,
    string,
  ];
  if (IS_PAST.test(`${x} ${p}`) !== IS_PAST.test(`${y} ${q}`) || WIDE_PAST.test(x + p) !== WIDE_PAST.test(y + q))
    return true;
  // the paragraph opens with it: `In saving mode ... . The radio ...`, `Suppose that ... . Then ...`
  const [r, s] = [one, other].map(({ document, sentence }) => openingOf(document, sentence)) as [string, string];
  if (r !== s) {
    const [mine, others] = [conditionIn(r), conditionIn(s)];
    if (isAside(mine) || isAside(others)) return true;
    if ((mine ?? others) !== undefined && nameTwoOfAKind(r.slice(0, 60), s.slice(0, 60))) return true;
  }
  const [t, u] = [one, other].map(({ document, sentence }) => headingsOver(document, sentence.start)) as [
    readonly string[],
    readonly string[],
  ];
  if (ASIDE.test(t[0] ?? '') !== ASIDE.test(u[0] ?? '')) return true;
  return t.some((heading) => u.some((each) => nameTwoOfAKind(heading, each)));
}

/** The first clause of a paragraph, before a sentence of it that is not the first. */
function openingOf(document: Document, { start }: Span): string {
  const from = blockStart(document, start);
  if (from >= start) return '';
  return plainly(document.slice(from, Math.min(start, from + OPENING))).replace(/[.。!?][\s\S]*$/u, '');
}
