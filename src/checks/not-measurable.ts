/**
 * Requirements of a quality without a measure: "must be fast", "robust", "user-friendly", where the sentence has no number.
 * Tools of this kind are right in three of five cases, so it is a note, and one for a document.
 */
import { at } from '../core/locate.ts';
import { pattern } from '../core/pattern.ts';
import type { DocumentCheck, Place, Span } from '../core/types.ts';
import { census } from '../views/census.ts';
import { blockAt, inCode } from '../views/context.ts';
import { isCode } from '../views/in-code.ts';
import { needles } from '../views/needles.ts';
import { sentences } from '../views/sentences.ts';

/** Words that are looked at, and places that are shown. */
const MOST = 2_000;
const SHOWN = 6;
/** A longer sentence is none. In units. */
const SENTENCE = 400;

/** Words for a quality, by language. In ASCII six units at least, with a neighbour where the word is shorter. */
const VAGUE: readonly string[] = `
user-friendly|user friendly|easy to use|easy-to-use|easy to learn|easy to understand|easy to maintain|intuitive|robust|seamless|be fast|very fast|fast enough|as fast as|quickly|as quickly|as soon as possible|reasonably fast|good performance|high performance|acceptable performance|adequate performance|low latency|minimal latency|highly available|highly scalable|be scalable|be secure|state of the art|state-of-the-art|be responsive|be efficient|be reliable|be flexible|smooth|in a timely manner
benutzerfreundlich|bedienungsfreundlich|einfach zu bedienen|intuitiv|robust|ausreichend schnell|möglichst schnell|schnell sein|schnell genug|schnellstmöglich|performant|zeitnah|hochverfügbar|skalierbar sein|zuverlässig sein|flexibel sein|leicht verständlich|leicht bedienbar
convivial|facile à utiliser|simple à utiliser|facile d'utilisation|simple d'utilisation|ergonomique|robuste|être rapide|rapidement|le plus rapidement|dans les meilleurs délais|performant|hautement disponible|être fiable
fácil de usar|amigable|intuitiva|robusto|robusta|ser rápido|ser rápida|rápidamente|lo antes posible|alto rendimiento|buen rendimiento|ser escalable|ser confiable|tiempo razonable
amigável|intuitivo|rapidamente|o mais rápido possível|alto desempenho|bom desempenho|tempo razoável|ser confiável
facile da usare|di facile utilizzo|essere veloce|velocemente|il prima possibile|alte prestazioni|essere affidabile|tempi ragionevoli
gebruiksvriendelijk|gebruikersvriendelijk|zo snel mogelijk|snel genoeg|betrouwbaar zijn|przyjazny|przyjazne|łatwy w obsłudze|intuicyjny|intuicyjne|szybko|jak najszybciej|wydajny|niezawodny|kullanıcı dostu|kullanımı kolay|hızlı|sezgisel|güvenilir olmalı|mudah digunakan|ramah pengguna|intuitif|dengan cepat|secepat mungkin|thân thiện|dễ sử dụng|nhanh chóng|trực quan
быстро|быстрый|как можно быстрее|максимально быстро|удобный|удобным|удобной|удобный интерфейс|интуитивно|надёжн|надежн|высокую производительность|высокая производительность|высокой производительност|приемлем|своевременно|оперативно
швидко|зручний|зручним|інтуїтивно|надійн|якнайшвидше
快速|迅速|尽快|用户友好|易用|易于使用|简单易用|操作简便|界面友好|界面美观|友好的界面|高性能|高可用|稳定可靠|足够快|合理的时间|良好的性能|良好的用户体验|使用者友善|易於使用|盡快
使いやすい|使いやすく|直感的|高速に|高速で|迅速に|速やかに|できるだけ早く|できる限り|十分な性能|十分に速い|快適に|ユーザーフレンドリー|高い信頼性
빠르게|신속하게|신속히|사용하기 쉬|사용자 친화적|직관적|가능한 한 빨리|충분히 빠|높은 성능|안정적으로|원활하게
سريع|بسرعة|سهل الاستخدام|سهلة الاستخدام|بأسرع وقت|بديهي|أداء عال|کاربرپسند|کاربر پسند|به سرعت|سریع|آسان برای|در اسرع وقت|तेज़ी से|तेज|शीघ्र|उपयोगकर्ता के अनुकूल|उपयोग में आसान|सहज`
  .trim()
  .split(/[|\n]/u);

const WORDS = needles([...new Set(VAGUE)]);

/** A word of duty. In Chinese, Japanese and Korean these are not set off by spaces. */
const DUTY = pattern(
  'iu',
)`(?<!\p{L})(?:must|shall|should|has to|needs to|required to|muss|müssen|soll|sollen|sollte|sollten|doit|doivent|devra|devront|debe|deben|deberá|deberán|deve|devem|deverá|devono|dovrà|dovranno|musi|muszą|powinien|powinna|powinno|powinny|moet|moeten|dient|harus|phải|cần|gerekir|gerekmektedir|olmalıdır|olmalı|должен|должна|должно|должны|обязан|обязана|необходимо|следует|повинен|повинна|повинно|повинні|يجب|ينبغي|باید|चाहिए|होना चाहिए)(?!\p{L})|malıdır|melidir|必须|必須|应当|應當|应该|應該|须|須|(?<![响反相供对适效感因答回呼])[应應](?![用急答对变付届聘景])|しなければ|(?:する|できる|である|ある)こと(?:[。\s|]|$)|べき|必要がある|해야|하여야|되어야|있어야`;
/** Duties of languages whose verb comes last. */
const LAST = /^(?:gerek|olmalı|malı|meli)/u;
/** A number, in figures of any script or in Chinese ones before a unit. */
const NUMBER = pattern(
  'u',
)`\p{Nd}|[一二两三四五六七八九十百千半]+\s*(?:秒|毫秒|分|小时|小時|时间|時間|天|日|次|倍|人|步|个)`;
/** "fast" and "smooth" of a thing's own name or of a condition. */
const NOT =
  /\b(?:robustness principle|fast path|fast-forward|smoothing|as quickly as (?:the|it)|high performance computing)\b/iu;

interface Found extends Span {
  readonly word: string;
}

export const notMeasurable: DocumentCheck = {
  id: 'not-measurable',
  title: 'A requirement without a measure',
  level: 'note',
  acceptable: true,
  scope: 'document',
  *run(document) {
    if (isCode(document)) return;
    const { units } = document;
    const counts = census(document);
    const foreign =
      counts.han +
        counts.kana +
        counts.hangul +
        counts.cyrillic +
        counts.arabic +
        counts.indic +
        counts.latin1Letter +
        counts.latinExtended >
      0;
    const found: Found[] = [];
    let last = -1;
    for (const offset of WORDS.find(units, MOST, foreign)) {
      if (offset < last) continue;
      // a word begins here, but where words are not set off
      const before = units[offset - 1] ?? 0x20;
      if (
        units[offset]! < 0x2e80 &&
        (((before | 0x20) >= 0x61 && (before | 0x20) <= 0x7a) || (before >= 0xc0 && before < 0x2000))
      )
        continue;
      const block = blockAt(document, offset);
      if (!block || (block.kind !== 'prose' && block.kind !== 'list' && block.kind !== 'table')) continue;
      const span = block.kind === 'table' ? rowAt(units, offset) : sentenceAt(sentences(document), offset);
      if (!span || span.end - span.start > SENTENCE) continue;
      const text = document.slice(span.start, span.end);
      const duty = DUTY.exec(text);
      // in languages that set words off a duty comes first; a question asks for none
      if (!duty || (units[offset]! < 0x530 && !LAST.test(duty[0]) && span.start + duty.index > offset)) continue;
      if (/[?？؟]$/u.test(text) || NUMBER.test(text) || NOT.test(text) || inCode(document, offset)) continue;
      const word = wordAt(document.slice(offset, Math.min(span.end, offset + 40)));
      // `faster`, `intuitively`: other words
      if (units[offset]! < 0x250 && /^[a-z-]/iu.test(document.slice(offset + word.length, offset + word.length + 1)))
        continue;
      found.push({ ...span, word });
      last = span.end;
    }
    const [first, ...others] = found;
    if (!first) return;
    yield {
      message: `${found.length === 1 ? 'a requirement asks' : `${found.length} requirements ask`} for a quality and ${found.length === 1 ? 'gives' : 'give'} no number by which it could be measured: "${first.word}"`,
      next: 'Say how fast, how many, how often, or by which test it is met',
      places: [
        at(document, first),
        ...others.slice(0, SHOWN - 1).map((one): Place => at(document, one, { note: 'no number here either' })),
      ],
    };
  },
};

/** The word of the list that the text begins with, the longest. */
function wordAt(text: string): string {
  const lower = text.toLowerCase();
  let longest = '';
  for (const word of VAGUE) if (word.length > longest.length && lower.startsWith(word.toLowerCase())) longest = word;
  return text.slice(0, longest.length);
}

function sentenceAt(
  { starts, ends, count }: { starts: Uint32Array; ends: Uint32Array; count: number },
  offset: number,
): Span | null {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low > 0 && ends[low - 1]! > offset ? { start: starts[low - 1]!, end: ends[low - 1]! } : null;
}

function rowAt(units: Uint16Array, offset: number): Span | null {
  let start = offset;
  let end = offset;
  while (start > 0 && units[start - 1] !== 0x0a && offset - start <= SENTENCE) start--;
  while (end < units.length && units[end] !== 0x0a && end - offset <= SENTENCE) end++;
  return { start, end };
}
