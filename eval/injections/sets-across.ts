/** What one document of a set says, another one says otherwise. */
import { language } from '../../src/views/language.ts';
import type { Document, Span } from '../../src/core/types.ts';
import type { Random } from '../random.ts';
import {
  dates,
  fittingBlock,
  heavy,
  isHistory,
  isName,
  lineAt,
  otherDate,
  otherQuantity,
  proseSentences,
  quantities,
  titleOf,
  values,
  withPassage,
  writings,
  type Halves,
} from './sets-common.ts';
import type { SetInjection } from './sets-types.ts';
import { by, shuffled } from './tools.ts';
import type { Half, Severity } from './types.ts';

/** A sentence that starts so speaks of what stood before it, and cannot be said elsewhere. */
const LEANS =
  /^(?:it|its|this|that|these|those|they|he|she|here|there|such|then|thus|also|both|dies|diese|dieser|dieses|das|er|sie|es|ce|cette|ces|cela|il|elle|ils|elles|este|esta|estos|estas|esto|isto|isso|questo|questa|questi|это|этот|эта|эти|он|она|они|它|这|該|此|その|この|これ|それ|이|그|هذا|هذه|bu|to|ten|ta)[\s,]/iu;

/** A clause that starts so hangs on another one. */
const HANGS =
  /^(?:and|or|but|then|which|who|where|while|as|than|und|oder|aber|dann|die|der|das|wobei|et|ou|mais|qui|que|dont|y|o|pero|que|e|ou|mas|ma|che|и|а|но|или|что|который|которая|которые|i|oraz|ale|który|która|że|ve|و|او|که|那么|而|但|并|则|且|でも|また)(?![\p{L}\p{N}])/iu;
const Q = '{}';
/** How people lead over to what they say again, with the clause (or sentence) at `{}` and the other document's title at `<>`. */
const FRAMES: Readonly<Record<string, Halves<readonly string[]>>> = {
  en: {
    train: [`As described in "<>", ${Q}.`, `Note that ${Q}.`, `Keep in mind that ${Q}; see also "<>".`],
    dev: [`For integrators: ${Q}.`, `Recall from <> that ${Q}.`, `In short, ${Q}.`],
  },
  de: {
    train: [`Wie unter „<>“ beschrieben: ${Q}.`, `Zu beachten: ${Q}.`],
    dev: [`Zur Erinnerung: ${Q}.`, `Siehe auch <>: ${Q}.`],
  },
  fr: {
    train: [`Comme indiqué dans « <> », ${Q}.`, `À noter : ${Q}.`],
    dev: [`Pour rappel, ${Q}.`, `Voir aussi <> : ${Q}.`],
  },
  es: {
    train: [`Como se indica en «<>», ${Q}.`, `Nota: ${Q}.`],
    dev: [`Cabe recordar que ${Q}.`, `En resumen, ${Q}.`],
  },
  pt: {
    train: [`Conforme descrito em "<>", ${Q}.`, `Observe que ${Q}.`],
    dev: [`Vale lembrar que ${Q}.`, `Em resumo, ${Q}.`],
  },
  it: {
    train: [`Come descritto in "<>", ${Q}.`, `Si noti che ${Q}.`],
    dev: [`Si ricorda che ${Q}.`, `In breve, ${Q}.`],
  },
  ru: {
    train: [`Как описано в «<>», ${Q}.`, `Обратите внимание: ${Q}.`],
    dev: [`Напомним: ${Q}.`, `Коротко: ${Q}.`],
  },
  pl: { train: [`Jak opisano w „<>”, ${Q}.`], dev: [`Przypomnienie: ${Q}.`] },
  tr: { train: [`"<>" bölümünde açıklandığı gibi, ${Q}.`], dev: [`Özetle, ${Q}.`] },
  zh: { train: [`如“<>”所述，${Q}。`, `请注意：${Q}。`], dev: [`简而言之，${Q}。`, `另外需要说明的是，${Q}。`] },
  ja: { train: [`「<>」で述べたとおり、${Q}。`], dev: [`なお、${Q}。`] },
  ko: { train: [`"<>"에서 설명한 바와 같이 ${Q}.`], dev: [`요약하면 ${Q}.`] },
  ar: { train: [`كما ورد في «<>»، ${Q}.`], dev: [`للتذكير: ${Q}.`] },
  fa: { train: [`همان‌طور که در «<>» آمده است، ${Q}.`], dev: [`به طور خلاصه، ${Q}.`] },
  uk: { train: [`Як описано в «<>», ${Q}.`], dev: [`Нагадаємо: ${Q}.`] },
};

/** Words that another writer would take. Both are the same thing said. */
const SYNONYMS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bcan be\b/u, 'may be'],
    [/\bwill be\b/u, 'is going to be'],
    [/\bin order to\b/u, 'to'],
    [/\ballows\b/u, 'lets'],
    [/\bvia\b/u, 'by means of'],
    [/\bat least\b/u, 'no fewer than'],
    [/\bup to\b/u, 'at most'],
    [/\bcontains\b/u, 'holds'],
    [/\bprovides\b/u, 'offers'],
    [/\buses\b/u, 'makes use of'],
    [/\bmust\b/u, 'has to'],
    [/\bevery\b/u, 'each'],
    [/\brequires\b/u, 'needs'],
    [/\bfor example\b/u, 'for instance'],
    [/\bdefault is\b/u, 'default value is'],
  ],
  de: [
    [/\bmuss\b/u, 'hat zu'],
    [/\bkann\b/u, 'darf'],
    [/\bverwendet\b/u, 'benutzt'],
    [/\benthält\b/u, 'umfasst'],
    [/\bmindestens\b/u, 'wenigstens'],
  ],
  fr: [
    [/\bpermet de\b/u, 'sert à'],
    [/\butilise\b/u, 'emploie'],
    [/\bcontient\b/u, 'comprend'],
    [/\bafin de\b/u, 'pour'],
  ],
  es: [
    [/\butiliza\b/u, 'usa'],
    [/\bcontiene\b/u, 'incluye'],
    [/\bcon el fin de\b/u, 'para'],
    [/\bpermite\b/u, 'deja'],
  ],
  pt: [
    [/\butiliza\b/u, 'usa'],
    [/\bcontém\b/u, 'inclui'],
    [/\ba fim de\b/u, 'para'],
  ],
  ru: [
    [/используется/u, 'применяется'],
    [/содержит/u, 'включает'],
    [/необходимо/u, 'нужно'],
    [/каждый/u, 'всякий'],
  ],
  zh: [
    [/使用/u, '采用'],
    [/包含/u, '包括'],
    [/如果/u, '若'],
    [/可以/u, '能够'],
    [/进行/u, '予以'],
  ],
  ja: [
    [/使用する/u, '用いる'],
    [/含む/u, '含んでいる'],
    [/できる/u, '可能である'],
  ],
};

const MODALS: Readonly<Record<string, readonly (readonly [says: RegExp, other: string])[]>> = {
  en: [
    [/\bMUST(?! NOT\b)/u, 'MUST NOT'],
    [/\bSHALL(?! NOT\b)/u, 'MAY'],
    [/\bmust(?! not\b)/u, 'need not'],
    [/\bshall(?! not\b)/u, 'shall not'],
    [/\bis required\b/u, 'is optional'],
    [/\bcannot\b/u, 'can'],
  ],
  de: [
    [/\bmuss(?! nicht\b)/u, 'darf nicht'],
    [/\bmüssen(?! nicht\b)/u, 'brauchen nicht'],
  ],
  fr: [[/(?<!ne )\bdoit\b(?! pas)/u, 'ne doit pas']],
  es: [[/(?<!no )\bdebe\b/u, 'no debe']],
  pt: [[/(?<!não )\bdeve\b/u, 'não deve']],
  it: [[/(?<!non )\bdeve\b/u, 'non deve']],
  ru: [[/(?<!не )должен(?!\p{L})/u, 'не должен']],
  zh: [
    [/必须/u, '不得'],
    [/应当/u, '不应'],
  ],
  ja: [[/しなければならない/u, 'してはならない']],
  ko: [[/해야 한다/u, '해서는 안 된다']],
  ar: [[/(?<!لا )يجب/u, 'لا يجب']],
};

type Kind = 'number' | 'date' | 'value' | 'modality';
interface Statement {
  readonly kind: Kind;
  readonly at: Span;
  readonly other: string;
}

/** What of a sentence can be said otherwise. */
function statementsIn(document: Document, text: string, chance: Random): Statement[] {
  const out: Statement[] = [];
  const numbers = quantities(text).filter(({ start }) => !isName(text, start));
  if (numbers.length > 0 && numbers.length <= 3) {
    const at = chance.pick(numbers);
    out.push({ kind: 'number', at, other: otherQuantity(text.slice(at.start, at.end), chance) });
  }
  const days = dates(text);
  if (days.length > 0) {
    const at = chance.pick(days);
    out.push({ kind: 'date', at, other: otherDate(text.slice(at.start, at.end), chance) });
  }
  const words = values(text);
  if (words.length > 1) {
    const at = words.at(-1)!;
    const value = text.slice(at.start, at.end);
    const turned: Readonly<Record<string, string>> = {
      true: 'false',
      false: 'true',
      on: 'off',
      off: 'on',
      yes: 'no',
      no: 'yes',
    };
    const others = values(document.text)
      .slice(0, 400)
      .map((span) => document.slice(span.start, span.end))
      .filter((word) => word !== value && !text.includes(word));
    const other = turned[value] ?? (others.length > 0 ? chance.pick(others) : undefined);
    if (other !== undefined) out.push({ kind: 'value', at, other });
  }
  for (const [says, other] of MODALS[language(document)] ?? []) {
    const match = says.exec(text);
    if (match) out.push({ kind: 'modality', at: { start: match.index, end: match.index + match[0].length }, other });
    if (match) break;
  }
  return out;
}

/** The longest clause with the value in it that is no longer than the sentence less what a writer leaves out. */
function clauseOf(text: string, at: Span, least: number): { text: string; at: Span } | undefined {
  const marks = [...text.matchAll(/[,;:，；：،、]\s?/gu)].map((match) => match.index + match[0].length);
  let best: { text: string; at: Span } | undefined;
  for (const start of [0, ...marks])
    for (const end of [...marks, text.length]) {
      if (start > at.start || end < at.end || end - start >= text.length) continue;
      const piece = text.slice(start, end).replace(/[,;:，；：،、.。\s]+$/u, '');
      if (HANGS.test(piece) || LEANS.test(piece)) continue;
      if (start + piece.length < at.end || heavy(piece) < least || (best && best.text.length <= piece.length)) continue;
      best = { text: piece, at: { start: at.start - start, end: at.end - start } };
    }
  return best;
}

function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

/** The statement as another document would say it, with the other value. */
function retold(
  document: Document,
  text: string,
  statement: Statement,
  severity: Severity,
  half: Half,
  chance: Random,
): string | undefined {
  const whole = { text: text.replaceAll(/\n[ \t]*/gu, ' ').trim(), at: statement.at };
  if (severity === 'severe')
    return whole.text.slice(0, whole.at.start) + statement.other + whole.text.slice(whole.at.end);
  const frames = FRAMES[language(document)];
  const said = clauseOf(whole.text, whole.at, by(severity, 45, 60, 0)) ?? {
    text: whole.text.replace(/[.。!！]$/u, ''),
    at: whole.at,
  };
  let out = said.text.slice(0, said.at.start) + statement.other + said.text.slice(said.at.end);
  if (severity === 'mild') {
    const words = SYNONYMS[language(document)] ?? [];
    // the value itself must not be put into other words
    for (const [from, to] of words) {
      const next = out.replace(from, to);
      if (next.includes(statement.other)) out = next;
    }
  }
  if (!frames) return severity === 'mild' ? undefined : out;
  const frame = chance.pick(frames[half]);
  return frame.replace('<>', titleOf(document)).replace(Q, frame.startsWith(Q) ? out : lowered(out));
}

const conflictAcross: SetInjection = {
  id: 'conflict-across',
  sees: 'One document gives a number, a date, a value or a duty, and another document of the set gives another one.',
  inject(folder, chance, severity, half) {
    const open = writings(folder, 1500).filter((document) => !isHistory(document.path));
    if (open.length < 2) return undefined;
    const wanted = chance.pick(['number', 'number', 'date', 'value', 'modality'] as const);
    for (const document of shuffled(chance, open).slice(0, 8)) {
      for (const span of shuffled(chance, proseSentences(document, 60, 400)).slice(0, 40)) {
        const text = document.slice(span.start, span.end);
        if (
          text.includes('\n\n') ||
          LEANS.test(text) ||
          /[|<>\\]|\{[{%]|\]\(|\n\s*[-*]/u.test(text) ||
          !/[.。।؟]\s*$/u.test(text)
        )
          continue;
        const statement = statementsIn(document, text, chance).find((one) => one.kind === wanted);
        if (!statement || text.slice(0, statement.at.start).includes('\n')) continue;
        const said = retold(document, text, statement, severity, half, chance);
        if (said === undefined || !said.includes(statement.other)) continue;
        const others = open.filter((other) => other !== document && language(other) === language(document));
        if (others.length === 0) break;
        const other = chance.pick(others);
        const block = fittingBlock(other, text, chance);
        if (!block) continue;
        const put = withPassage(other, said, block, chance.next() < 0.5);
        const line = lineAt(document.text, span.start + statement.at.start);
        return {
          changes: [{ path: other.path, text: put.text }],
          places: [
            { path: document.path, line },
            { path: other.path, line: put.line },
          ],
          pair: true,
          facets: [statement.kind, by(severity, 'in other words', 'a clause of it', 'the same sentence')],
        };
      }
    }
    return undefined;
  },
};

export const acrossInjections: readonly SetInjection[] = [conflictAcross];
