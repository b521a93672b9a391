/** Counts the signs of a document in one pass over its words and one over its lines, with the place of the first of each. */
import type { Document, Span } from '../core/types.ts';
import { view } from '../core/view.ts';
import { DENSE, matcher, type Matcher, unitTables, WHITE, WORD } from './matcher.ts';
import { HEADINGS, PHRASES } from './phrases.ts';
import { levelOf, SIGN_INDEX, SIGNS } from './signs.ts';
import { pattern } from '../core/pattern.ts';

/** Units of text that are looked at: a longer text is read in three pieces, from its head, its middle and its tail. */
export const SAMPLE_UNITS = 28_672;
const HEAD_UNITS = 14_336;
const PIECE_UNITS = 7_168;
/** A line is looked at up to here. */
const LINE_UNITS = 2_000;

export interface Scan {
  /** Per sign, in the order of SIGNS. */
  readonly counts: Float64Array;
  /** 0 to 8 per sign. */
  readonly levels: Uint8Array;
  /** Per sign, where the first was seen; empty spans where none was. */
  readonly first: readonly (Span | undefined)[];
  /** Weight of the text looked at: a letter of a script written with spaces counts 1, a syllable or word sign 3. */
  readonly weight: number;
  /** Units that are not white space, in the text looked at. */
  readonly characters: number;
  /** Whether all of the text was looked at. */
  readonly whole: boolean;
  /** Lines that are not blank. */
  readonly lines: number;
}

const id = (name: string): number => {
  const index = SIGN_INDEX.get(name);
  if (index === undefined) throw new Error(`no sign ${name}`);
  return index;
};

let words: Matcher | undefined;
let wordSigns: Int32Array;
let headings: Map<string, number> | undefined;
const SCENARIO = id('scenario');
const OBLIGATION = id('obligation');
const ADVICE = id('advice');

function prepare(): void {
  words = matcher(PHRASES);
  wordSigns = Int32Array.from([-1, ...words.ids.map((name) => (name === 'ignored' ? -1 : id(name)))]);
  headings = new Map();
  for (const [name, list] of Object.entries(HEADINGS))
    for (const phrase of list.split(/[|\n]/))
      if (phrase !== '' && !headings.has(phrase)) headings.set(phrase, id(name));
}

const I = {
  capitals: id('capitals'),
  identifier: id('identifier'),
  call: id('call'),
  inlineCode: id('inlineCode'),
  number: id('number'),
  quotation: id('quotation'),
  exclaim: id('exclaim'),
  question: id('question'),
  url: id('url'),
  mention: id('mention'),
  year: id('year'),
  percent: id('percent'),
  money: id('money'),
  lifeDates: id('lifeDates'),
  citation: id('citation'),
  reference: id('reference'),
  requirementId: id('requirementId'),
  issueId: id('issueId'),
  endpoint: id('endpoint'),
  hex: id('hex'),
  heading: id('heading'),
  numberedHeading: id('numberedHeading'),
  bullet: id('bullet'),
  clause: id('clause'),
  fieldItem: id('fieldItem'),
  checkbox: id('checkbox'),
  table: id('table'),
  json: id('json'),
  grammar: id('grammar'),
  declaration: id('declaration'),
  codeLine: id('codeLine'),
  fence: id('fence'),
  shell: id('shell'),
  markup: id('markup'),
  meta: id('meta'),
  mailHeader: id('mailHeader'),
  postHeader: id('postHeader'),
  story: id('story'),
  quotedLine: id('quotedLine'),
  chat: id('chat'),
  pageHeader: id('pageHeader'),
  dateline: id('dateline'),
  byline: id('byline'),
  pressHead: id('pressHead'),
  dialogue: id('dialogue'),
  chapter: id('chapter'),
  article: id('article'),
  release: id('release'),
  manPage: id('manPage'),
  latex: id('latex'),
  wiki: id('wiki'),
  csv: id('csv'),
  prose: id('prose'),
  shortLine: id('shortLine'),
  plainText: id('plainText'),
  length: id('length'),
} as const;

const CAPITALS = new Set(['MUST', 'SHALL', 'SHOULD', 'MAY', 'REQUIRED', 'RECOMMENDED', 'OPTIONAL']);
const PAPER =
  'daily|times|post|herald|gazette|tribune|journal|courier|zeitung|tageblatt|anzeiger|kurier|le monde|le figaro|gazeta|gazete|газета|известия|правда|правди|日报|日報|晚报|晚報|晨报|早报|都市报|时报|時報|周报|新聞|신문|일보|جريدة|صحيفة|روزنامه|diario|jornal|corriere|giornale';
const PAGE_HEADER = new RegExp(
  `^[\\s*#_]{0,4}(?:第?\\s?[a-z]?\\d{1,3}\\s?版\\s*(?:[|｜│·:：/].{0,40})?|(?:[a-z]?\\d{1,3}\\s?版|(?:page|seite|s\\.|p\\.|página|стр\\.|стор\\.|strona|sayfa|صفحه|صفحة)?\\s?[a-z]?\\d{1,3})\\s*[|｜│]\\s*[^|｜│]{0,30}(?:${PAPER})[^|｜│]{0,30}|[^|｜│]{0,30}(?:${PAPER})[^|｜│]{0,30}[|｜│]\\s*(?:第?\\s?[a-z]?\\d{1,3}\\s?版|(?:page|seite|s\\.|p\\.)\\s?[a-z]?\\d{1,3}))\\s*$`,
  'i',
);
const DATELINE = pattern(
  'u',
)`^(?:\p{Lu}[\p{L} .'’-]{1,30}(?:, [\p{L}. ]{2,24})?(?:, [^—–()]{3,20})? ?\((?:Reuters|AP|AFP|dpa|EFE|ANSA|Xinhua|Lusa|PAP|AA|UPI|IANS|PTI|Bloomberg|ТАСС|Ansa|ots|ritzau)\)|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?:, [\p{L}. ]{2,24})?(?:, [A-Z]?\w{2,9}\.? \d{1,2})? ?(?:—|–|--) ?\p{L}|本[报報]讯|.{0,12}\d{1,2}月\d{1,2}日[电電讯訊]|[[(（【][^\])）】]{2,24}=[^\])）】]{0,24}(?:기자|특파원)|\p{Lu}\p{L}{2,20}, \d{1,2}\.? (?:\p{L}{3,10})\.? ?[—–(/])`;
/** What stands in capitals over a document and is no city: `DRAFT VERSION – ...`. */
const STATUS_WORD =
  /^(?:DRAFT|VERSION|WARNING|NOTE|NOTICE|IMPORTANT|CAUTION|DANGER|TODO|STATUS|CONFIDENTIAL|INTERNAL|FINAL|ENTWURF|HINWEIS|ACHTUNG|BROUILLON|BORRADOR|NOTA)\b/u;
const BYLINE = pattern(
  'u',
)`^(?:By \p{Lu}\p{L}+(?: \p{Lu}[\p{L}.'’-]*){1,3}|(?:Von|Par|Por|Di) \p{Lu}\p{L}+ \p{Lu}[\p{L}'’-]+|[（(【]?(?:本报|本報|特约)?(?:记者|記者|通讯员|作者|文|撰文|编辑|責編|责编)[ :：/／|].{2,24}|.{2,30} ?기자(?: ?\S+@\S+)?|(?:Автор|Текст|Yazan|Haber|بقلم|كتب|نویسنده|Foto|Text|Photo|Texte)[: ] ?\p{L}.{3,40})$`;
/** A line that says of what follows that an authority or a firm gives it to the press. */
const PRESS_HEAD =
  /^[\s*#_]{0,6}(?:for immediate release\b|(?:(?:press|news|media) (?:release|statement)|pressemitteilung|medienmitteilung|communiqué de presse|nota de prensa|comunicado de prensa|nota à imprensa|comunicado de imprensa|comunicato stampa|persbericht|komunikat prasowy|informacja prasowa|basın (?:açıklaması|bülteni)|пресс-релиз|прес-реліз|新闻稿|新聞稿|新闻公报|プレスリリース|報道発表(?:資料)?|報道資料|보도\s?자료|بيان صحفي|بیانیه مطبوعاتی)[\s*_:：]{0,6}(?:$|[-–—(|№\d]))/iu;
const ARTICLE =
  /^[\s*#_]{0,5}(?:第[一二三四五六七八九十百零〇\d]{1,7}[条條]|제\s?\d+\s?조|(?:article|art\.|artikel|artículo|artigo|articolo|artykuł|статья|стаття|madde|ماده|المادة|section|sec\.|clause)\s+[\divxlс٠-٩۰-۹]+|§+\s?\d+)/iu;
const CHAPTER = pattern(
  'iu',
)`^[\s*#_]{0,5}(?:(?:chapter|kapitel|chapitre|capítulo|capitolo|rozdział|bölüm|глава|розділ|فصل|الفصل)\s+(?:[\divxlc]+|one|two|three|\p{L}{3,12})\b.{0,40}|第[一二三四五六七八九十百零〇\d]{1,6}[章回节節]\s?.{0,30}|prologue?|epilogue?)$`;
const META =
  /^[-*_ >|#:.]{0,6}(?:status|version|authors?|created|type|category|requires|replaces|editors?|stage|champions?|discussions-to|layer|start[ -]date|rfc pr|owners?|approvers?|reviewers?|last[ -]modified|last[ -]updated|resolution|pep|eip|bip|sep|cip|xep|lip|number|shortname|abbrev|docname|workgroup|area|keyword|obsoletes|updates|supersedes|abstract|post-history|python-version|comments-uri|license|contact|revision|document (?:id|number|version)|状态|版本|作者|日期|版本号|状態|작성자|버전|상태|стату[сc]|версия|версія|дата|автор|autor|estado|stato|statut|wersja|sürüm|durum|الإصدار|الحالة|نسخه|وضعیت)[*_`]{0,3}\s?(?:[:：|]|::)/iu;
const REQUIREMENT_ID = pattern(
  'u',
)`(?<![A-Za-z0-9])(?:REQ|FR|NFR|SRS|SYS|SWR|USR|UR|BR|TR|RF|RNF|RNF|ФТ|НФТ|НТ|ВФ|FReq|UC|CU|US|HU|AC|SC|TC|QA|CON|RQ|GEREKSİNİM|FG|IR|DR|SEC|PERF|INT|ANF|FA|NFA|WF|WNF|EF|ENF)[-_. ]?(?:[A-Z]{1,6}[-_.])?\d{1,4}(?:[.-]\d{1,3})*(?![\p{L}\d])`;
const ISSUE_ID = pattern('u')`(?<![A-Za-z0-9-])[A-Z][A-Z0-9]{1,9}-\d{1,6}(?![\p{L}\d-])`;
const REFERENCE =
  /\b(?:RFC ?-?\d{3,5}|BCP ?\d{1,3}|ISO(?:\/IEC)?(?: ?\/? ?(?:TR|TS|IEEE))? ?\d{3,6}|IEC ?\d{4,6}|ITU-T|GB\/?T? ?\d{3,6}|ГОСТ|ДСТУ|DIN ?(?:EN|ISO|\d)|IEEE ?(?:Std )?\d{3,4}|ECMA-\d{3}|ANSI|W3C|WHATWG|UTF-8|US-ASCII|JIS ?[A-Z]|KS ?[A-Z] ?\d|EN ?\d{4,6}|NIST|FIPS ?\d|PEP ?\d|EIP-?\d|XEP-\d|BIP-?\d|SIP-?\d)/;
const ENDPOINT =
  /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b[\s`*:|]{1,6}(?:https?:\/\/[\w.:-]+)?\/[\w{:}/-]*|(?<![\w./:])\/(?:api|v\d|rest)\/[\w{}:/-]+/;
const HEX = /\b0x[0-9A-Fa-f]+\b|\bU\+[0-9A-F]{4,6}\b|\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,}\b/;
const MONEY =
  /[$€£¥₽₺₩₹₴]\s?\d|\d\s?(?:[€£₽₺₩₴]|[万亿萬億千]?[元円圓]|원(?![가-힣])|억 ?원|만 ?원|руб|грн|zł\b|TL\b|dollars?\b|euros?\b|pounds?\b|USD\b|EUR\b|RMB\b|تومان|ریال|دولار|دلار|جنيه|درهم|ريال|reais\b|pesos\b|лева|крон|(?:million|billion|Millionen|Milliarden|millions|milliards|millones|milhões|milioni|miliardi|mln|млн|млрд) (?:de |di |d')?(?:dollars?|euros?|Euro|dólares|reais|euro|zł|руб|долл))/;
const PERCENT = /\d\s?[%％٪]/;
// Not an amount: "1800多个", "2000 명".
const YEAR =
  /(?<![\d.:/_-])(?:1[5-9]\d\d|20[0-4]\d)(?![\d:/_-]|\.\d|\s?[多余餘万萬亿億个個元円圓名项項户戶家米吨人명개원%％])/;
const LIFE =
  /[（(](?:[^()（）]{0,40}[ ,，])?(?:1[0-9]|20)\d\d\s?年?(?:[^()（）–—-]{0,16})[–—-]\s?(?:[^()（）]{0,20})?(?:1[0-9]|20)\d\d/;
const CITATION = pattern(
  'u',
)`\[\d{1,3}(?:[,–-] ?\d{1,3})*\](?![(:])|\bet al\b|\\cite|[（(]\p{Lu}\p{L}+(?: (?:and|&) \p{Lu}\p{L}+)?,? (?:19|20)\d\d[a-z]?[)）]`;
const JSON_LINE = /^\s*(?:["'][\w$@./-]{1,60}["']\s*:\s*\S|["'][\w$@./-]{1,60}["']\s*:$|[{}[\]]{1,3},?$)/;
const GRAMMAR =
  /^\s*(?:<[\w -]+>|[A-Za-z][\w-]*)\s*(?:::=|:==|=\/)\s?|^\s*[a-z][A-Za-z0-9-]+\s+=\s+(?:.*(?:%x[0-9A-F]|\*\(|\d\*| \/ |1\*)|"[^"]*"\s*(?:$|;|\/ ))/;
const DECLARATION =
  /^\s*(?:(?:public|private|protected|static|export|async|abstract|final|pub|extern|virtual|inline|unsafe|declare|default|open|override)\s+){0,4}(?:func|fn|def|class|interface|struct|enum|type|const|let|var|import|package|message|service|rpc|void|int|function|typedef|#include|#define|module|namespace|trait|impl|record|union|protocol|extension|return|if|for|while|partial|dictionary|attribute|event|error|contract)\b.{0,160}(?:[{;(:]|=>?|->)/;
const CODE_END =
  /[;{}]\s*$|^\s*(?:\/\/|\/\*|\*\/|#include|@\w+\()|^\s*[\w.[\]"']+\s*(?:[-+*|&]?=|:=|==)\s*\S|=>|->\s*\w|^\s*<\/?\w[^>]*>\s*$/;
const SHELL =
  /^\s*(?:[$#%]\s+(?:[a-z./][\w./-]*)(?:\s|$)|(?:sudo|apt-get|apt|npm|npx|yarn|pip3?|git|docker|cargo|brew|make|curl|wget|kubectl|go|cmake|\.\/configure|systemctl|cd|mkdir)\s+[-\w./])/;
const MAIL =
  /^(?:From|To|Subject|Date|Cc|Bcc|Message-ID|In-Reply-To|References|Received|Return-Path|Delivered-To|Reply-To|MIME-Version|Content-Type|X-[\w-]+|Sender|List-Id|Mailing-List|Sent|发件人|收件人|主题|Тема|Von|An|Betreff|De|Para|Asunto|Objet):\s/;
/** "As a reader I want …": a user story, whoever wants what. */
const STORY =
  /^[-*•>#\s\d.)|]{0,12}(?:\*\*)?(?:as an? [^\n]{2,60}?,? i (?:want|need|would like|can|should)|als [^\n]{2,60}? (?:möchte ich|will ich|wil ik)|en tant qu[^\n]{2,60}?,? je (?:veux|souhaite|voudrais|dois)|como [^\n]{2,60}?,? (?:quiero|quero|necesito|preciso|deseo|desejo)|come [^\n]{2,60}?,? voglio|jako [^\n]{2,60}?,? chc[ęe]|как [^\n]{2,60}?,? я хочу|як [^\n]{2,60}?,? я хочу|som [^\n]{2,60}?,? vill jag|作[为為][^\n]{1,30}?[，,、]?我(?:想|希望|要|需要|能)|ك[^\n]{2,40}?[،,]? ?(?:أريد|أرغب|أود)|به عنوان [^\n]{2,60}?می.?خواهم)/iu;
/** The same in languages that put who wants it before a particle; tested only where the particle stands. */
const STORY_AFTER = /^[^\n]{1,40}?(?:として[、,]?[^\n]{1,80}?たい|(?:으로서|로서)[^\n]{1,80}?(?:싶|원한다))/u;
const POST =
  /^(?:Newsgroups|NNTP-Posting-Host|NNTP-Posting-Date|Lines|Organization|Distribution|Xref|Path|Followup-To|Summary|Keywords):\s/;
const CHAT = /^\[?\(?\d{1,2}:\d\d(?::\d\d)?\)?\]?\s*(?:<[^>]{1,30}>|\*\s|\S{1,20}:)/;
const RELEASE = pattern(
  'iu',
)`^[\s#=*]{0,5}(?:version |release |v)?\[?v?\d+\.\d+(?:\.\d+)?[\w.+-]*\]?(?:\([^)]*\))?\s*(?:$|[-–—(/:]\s*(?:\d|released|unreleased|\p{Lu}?\p{L}+ \d))`;
const NUMBERED = pattern(
  'u',
)`^(?:#{1,6}\s+|=+\s+)?(?:\d{1,2}(?:\.\d{1,2}){1,5}\.?|§ ?\d+(?:\.\d+)*|[一二三四五六七八九十]{1,3}、|\d{1,2}\.)[\s　]*[\p{L}"“«「<\`(]`;
const HEADING_MARK = /^(?:#{1,6}\s*\S|={1,6}\s+\S|\*\*[^*]{2,60}\*\*:?$|<h[1-6]\b)/;
const CLAUSE = /^\s*(?:[(（]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[)）.、．]|[①-⑳])\s?/;
const BULLET = /^\s*[-*+•●▪◦·–]\s+\S/;
const FIELD_ITEM =
  /^\s*(?:[-*+•]\s+)?(?:\*\*[^*]{1,50}\*\*|`[^`]{1,50}`|[\w.$<>[\]-]{2,40})\s?(?:\([^)]{1,40}\))?\s?(?:[:：]|[-–—] )\s?\S/;
const UNDERLINE = /^([=\-~^"'`#*+.])\1{2,}\s*$/;
const LATEX =
  /^\s*\\(?:(?:sub)*section|begin|end|chapter|item|label|caption|documentclass|usepackage|cite|ref|textbf|includegraphics|title|author)\b/;
const MAN = /^\.(?:TH|SH|SS|PP|P|B|I|IP|TP|BR|nf|fi|Dd|Dt|Sh|Nm|Pp|It|Bl|El|Fl)\b|^'\\"/;
const WIKI = pattern(
  'u',
)`^\{\{|^\}\}|^\|\s?[\p{L}_ ]{2,30}\s*=|\[\[[^[\]]{1,80}\]\]|'''[^']{1,80}'''|^\[\[(?:Category|File|Kategorie|Categoría|Categoria|Catégorie|Категория|Categorie|分类|تصنيف):`;
const DIALOGUE = pattern('u')`^\s*(?:["“„»「『‘]\p{L}|[—–―-]\s?\p{Lu}.*[,.!?…]|«[^»]{2,}(?:[,.!?…]»|».{0,3}\p{Ll}))`;
const SOFT_END = /[.!?。！？…:：;,，、]["”’»」』)]?\s*$/;
const LETTERS = pattern('u')`\p{L}`;

class Counter {
  readonly counts = new Float64Array(SIGNS.length);
  readonly starts = new Int32Array(SIGNS.length).fill(-1);
  readonly ends = new Int32Array(SIGNS.length);

  add(sign: number, start: number, end: number, by = 1): void {
    this.counts[sign]! += by;
    if (this.starts[sign]! < 0) {
      this.starts[sign] = start;
      this.ends[sign] = end;
    }
  }

  /** Adds what an expression found in the line that begins at `line`. */
  hit(sign: number, line: number, found: RegExpExecArray | null): void {
    if (found) this.add(sign, line + found.index, line + found.index + found[0].length);
  }
}

/** Counts of all signs. Linear in what is looked at, which is bounded by SAMPLE_UNITS. */
export const scan: (document: Document) => Scan = view((document) => {
  if (!words) prepare();
  const { units } = document;
  const counter = new Counter();
  const pieces = sample(units);
  const total = { weight: 0, characters: 0, lines: 0 };
  for (const { start, end } of pieces) {
    scanWords(units, start, end, counter, total);
    scanLines(document, start, end, counter, total);
  }
  const { counts } = counter;
  const structure =
    counts[I.heading]! +
    counts[I.bullet]! +
    counts[I.clause]! +
    counts[I.table]! +
    counts[I.fence]! +
    counts[I.codeLine]! +
    counts[I.json]! +
    counts[I.numberedHeading]!;
  if (structure === 0) counts[I.plainText] = 1;
  counts[I.length] = Math.floor(total.weight / 100);
  const levels = new Uint8Array(SIGNS.length);
  for (let i = 0; i < levels.length; i++) levels[i] = levelOf(SIGNS[i]!.scale, counts[i]!, total.weight);
  const first = SIGNS.map((_, i) =>
    counter.starts[i]! < 0 ? undefined : { start: counter.starts[i]!, end: counter.ends[i]! },
  );
  return {
    counts,
    levels,
    first,
    weight: total.weight,
    characters: total.characters,
    whole: pieces.length === 1,
    lines: total.lines,
  };
});

/** The whole text, or three pieces of it that begin and end at line ends where these are near. */
function sample(units: Uint16Array): readonly Span[] {
  if (units.length <= SAMPLE_UNITS) return [{ start: 0, end: units.length }];
  const lineAfter = (offset: number): number => {
    const found = units.indexOf(10, offset);
    return found < 0 || found - offset > LINE_UNITS ? offset : found + 1;
  };
  const middle = lineAfter((units.length >>> 1) - (PIECE_UNITS >>> 1));
  return [
    { start: 0, end: lineAfter(HEAD_UNITS) },
    { start: middle, end: lineAfter(middle + PIECE_UNITS) },
    { start: lineAfter(units.length - PIECE_UNITS), end: units.length },
  ];
}

interface Total {
  weight: number;
  characters: number;
  lines: number;
}

function scanWords(units: Uint16Array, start: number, end: number, counter: Counter, total: Total): void {
  const { classes } = unitTables();
  const find = words!.find;
  let weight = 0;
  let characters = 0;
  let lineStart = start;
  let lineFresh = true;
  for (let at = start; at < end;) {
    const unit = units[at]!;
    const kind = classes[unit]!;
    if (kind === WHITE) {
      if (unit === 10) {
        lineStart = at + 1;
        lineFresh = true;
      }
      at++;
      continue;
    }
    if (kind === DENSE) {
      const found = find(units, at, end);
      const length = found === 0 ? 1 : found >>> 8;
      if (found !== 0) phrase(found, at, length);
      weight += 3 * length;
      characters += length;
      at += length;
      lineFresh = false;
      continue;
    }
    if (kind !== WORD) {
      characters++;
      weight++;
      if (unit === 0x40 || unit === 0x23) {
        // @name, #tag
        if (
          at + 1 < end &&
          classes[units[at + 1]!] === WORD &&
          (at === start || classes[units[at - 1]!] !== WORD || unit === 0x40)
        ) {
          if (!(unit === 0x23 && units[at + 1]! <= 0x39)) counter.add(I.mention, at, Math.min(end, at + 24));
          at++;
          while (at < end && (classes[units[at]!] === WORD || units[at] === 0x5f || units[at] === 0x2e)) {
            at++;
            weight++;
            characters++;
          }
          continue;
        }
      } else if (unit === 0x28 || unit === 0x2f) {
        // "(reuters)", "/afp"
        const found = find(units, at, end);
        if (found !== 0) phrase(found, at, found >>> 8);
      } else if (unit === 0x21 || unit === 0xff01) counter.add(I.exclaim, at, at + 1);
      else if (unit === 0x3f || unit === 0xff1f || unit === 0x61f) counter.add(I.question, at, at + 1);
      else if (unit === 0x201c || unit === 0xab || unit === 0x300c || unit === 0x201e || unit === 0x300e) {
        let close = at + 1;
        while (close < end && close < at + 400 && units[close] !== 10 && !isClose(units[close]!)) close++;
        counter.add(I.quotation, at, Math.min(end, close + 1));
      }
      at++;
      if (unit !== 0x23 && unit !== 0x2a && unit !== 0x2d && unit !== 0x5f && unit !== 0x3e) lineFresh = false;
      continue;
    }
    // A word of a script with spaces, with what makes it an identifier.
    const wordStart = at;
    if (at === start || classes[units[at - 1]!] !== WORD || units[at - 1] === 0x648) {
      const found = find(units, at, end);
      if (found !== 0) phrase(found, at, found >>> 8);
    }
    if (unit >= 0x80) {
      // "وقال": a phrase may follow the prefix و or ف.
      if ((unit === 0x648 || unit === 0x641) && at + 1 < end) {
        const found = find(units, at + 1, end);
        if (found !== 0) phrase(found, at + 1, found >>> 8);
      }
      while (at < end && classes[units[at]!] === WORD) at++;
      weight += at - wordStart;
      characters += at - wordStart;
      lineFresh = false;
      continue;
    }
    let lower = 0;
    let upper = 0;
    let digits = 0;
    let humps = 0;
    let underscores = 0;
    let foreign = false;
    for (; at < end; at++) {
      const here = units[at]!;
      if (here >= 0x61 && here <= 0x7a) lower++;
      else if (here >= 0x41 && here <= 0x5a) {
        upper++;
        if (lower >= 2 && at > wordStart && units[at - 1]! >= 0x61) humps++;
      } else if (here >= 0x30 && here <= 0x39) digits++;
      else if (here === 0x5f && at + 1 < end && classes[units[at + 1]!] === WORD) underscores++;
      else if (classes[here] === WORD) foreign = true;
      else break;
    }
    const length = at - wordStart;
    weight += length;
    characters += length;
    lineFresh = false;
    const next = at < end ? units[at]! : 0;
    if (lower + upper === 0 && digits > 0) {
      counter.add(I.number, wordStart, at);
      continue;
    }
    if (next === 0x3a && at + 2 < end && units[at + 1] === 0x2f && units[at + 2] === 0x2f) {
      const from = wordStart;
      while (at < end && classes[units[at]!] !== WHITE && classes[units[at]!] !== DENSE) at++;
      characters += at - from - length;
      weight += Math.min(20, at - from - length);
      counter.add(I.url, from, at);
      continue;
    }
    if (foreign) continue;
    const first = units[wordStart]!;
    if (underscores > 0 && lower + upper > 1) counter.add(I.identifier, wordStart, at);
    else if (humps > 0 && first >= 0x61 && first <= 0x7a) counter.add(I.identifier, wordStart, at);
    if (next === 0x28 && lower + upper > 1 && at + 1 < end && (units[at + 1] === 0x29 || lower > 1))
      counter.add(I.call, wordStart, at + 1);
    if (lower === 0 && upper >= 3 && upper === length && length <= 11) {
      let word = '';
      for (let i = wordStart; i < at; i++) word += String.fromCharCode(units[i]!);
      if (CAPITALS.has(word)) counter.add(I.capitals, wordStart, at);
    }
  }
  total.weight += weight;
  total.characters += characters;

  function phrase(found: number, from: number, length: number): void {
    const sign = wordSigns[found & 0xff]!;
    if (sign < 0 || (sign === SCENARIO && !(lineFresh || from - lineStart < 3))) return;
    counter.add(sign, from, from + length);
    // A word of obligation set off by quotation marks or stars is what capitals are in scripts that have none.
    if (
      (sign === OBLIGATION || sign === ADVICE) &&
      from > start &&
      from + length < end &&
      isSetOff(units[from - 1]!) &&
      isSetOff(units[from + length]!)
    )
      counter.add(I.capitals, from - 1, from + length + 1);
  }
}

function isSetOff(unit: number): boolean {
  return (
    unit === 0x2a ||
    unit === 0x5f ||
    unit === 0x300c ||
    unit === 0x300d ||
    unit === 0x3010 ||
    unit === 0x3011 ||
    unit === 0x201c ||
    unit === 0x201d ||
    unit === 0x22 ||
    unit === 0x300e ||
    unit === 0x300f
  );
}

function isClose(unit: number): boolean {
  return unit === 0x201d || unit === 0xbb || unit === 0x300d || unit === 0x201c || unit === 0x300f;
}

// What a unit is to a line's signs: its weight in the two lowest bits, and one bit for each mark without which an
// expression cannot match, so that a line is held against few of them.

const WEIGHT = 3;
const DIGIT = 1 << 2;
const UPPER = 1 << 3;
const SLASH = 1 << 4;
const EQUALS = 1 << 5;
const BRACKET = 1 << 6;
const COLON = 1 << 7;
/** Commas, bars and backticks, which are counted. */
const COUNTED = 1 << 8;
/** A bar or 版: PAGE_HEADER. */
const BAR = 1 << 9;
/** PERCENT. */
const PER = 1 << 10;
/** Besides DIGIT: DATELINE. */
const DASH = 1 << 11;
/** The letters of Cyrillic requirement numbers: REQUIREMENT_ID. */
const CYRILLIC_ID = 1 << 12;
/** Brackets and backslash; besides `et al`: CITATION. */
const CITING = 1 << 13;
/** 기, wherever it stands, for BYLINE. */
const REPORTER = 1 << 14;
/** First units of BYLINE. */
const BY = 1 << 15;
/** Without one of these CODE_END finds nothing. */
const CODE = 1 << 16;
/** First units of PRESS_HEAD. */
const PRESS = 1 << 17;

let looks: Uint32Array | undefined;

function lookTable(): Uint32Array {
  const table = new Uint32Array(0x10000);
  table.fill(1, 0x21).fill(3, 0x2e80, 0xd800);
  const mark = (bit: number, units: string): void => {
    for (let i = 0; i < units.length; i++) table[units.charCodeAt(i)]! |= bit;
  };
  mark(DIGIT, '0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹');
  mark(UPPER, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  mark(SLASH, '/');
  mark(CODE, ';{}/@#=<>');
  mark(EQUALS, '=');
  mark(BRACKET, '[');
  mark(COLON, ':');
  mark(COUNTED, ',|`');
  mark(BAR, '|｜│版');
  mark(PER, '%％٪');
  mark(DASH, '(—–-本月=');
  mark(CYRILLIC_ID, 'ФТ');
  mark(CITING, '[\\(（');
  mark(REPORTER, '기');
  mark(BY, 'BVPD（(【本特记記通作文撰编責责АТYHبكنFT');
  mark(PRESS, '*#_FPNMCKIBfpnmckibПп新プ報보بب');
  return table;
}

/** Whether units[start, end) may hold what HEX finds: `0x`, `U+` or 16 digits and small letters to f in a row. */
function mayHoldHex(units: Uint16Array, start: number, end: number): boolean {
  let run = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x66)) {
      if (++run === 16) return true;
      continue;
    }
    if (unit === 0x78 ? run > 0 && units[i - 1] === 0x30 : unit === 0x2b && i > start && units[i - 1] === 0x55)
      return true;
    run = 0;
  }
  return false;
}

function scanLines(document: Document, start: number, end: number, counter: Counter, total: Total): void {
  const { units } = document;
  const text = document.slice(start, end);
  let fence = 0;
  let lineNumber = 0;
  let blankBefore = true;
  for (let from = start; from < end;) {
    let to = units.indexOf(10, from);
    if (to < 0 || to > end) to = end;
    const next = to + 1;
    let s = from;
    while (s < to && (units[s] === 0x20 || units[s] === 9 || units[s] === 0x3000 || units[s] === 0xfeff)) s++;
    const indent = s - from;
    lineNumber++;
    if (s >= to) {
      blankBefore = true;
      from = next;
      continue;
    }
    const line = text.slice(s - start, Math.min(to, s + LINE_UNITS) - start);
    total.lines++;
    const e = s + line.trimEnd().length;
    const c = units[s]!;
    // Fences
    if ((c === 0x60 || c === 0x7e) && (line.startsWith('```') || line.startsWith('~~~'))) {
      if (fence === 0) {
        fence = c;
        counter.add(I.fence, s, e);
      } else if (fence === c) fence = 0;
      from = next;
      blankBefore = false;
      continue;
    }
    lineSigns(document, line, s, e, indent, c, fence !== 0, blankBefore, next < end ? next : -1, lineNumber, counter);
    blankBefore = false;
    from = next;
  }
}

/** The signs of one line, `line` without its indent, at [s, e). */
function lineSigns(
  document: Document,
  line: string,
  s: number,
  e: number,
  indent: number,
  c: number,
  fenced: boolean,
  blankBefore: boolean,
  next: number,
  lineNumber: number,
  counter: Counter,
): void {
  const { units } = document;
  const look = (looks ??= lookTable());
  let weight = 0;
  let seen = 0;
  let pipes = 0;
  let commas = 0;
  let backticks = 0;
  for (let i = s; i < e; i++) {
    const unit = units[i]!;
    const known = look[unit]!;
    weight += known & WEIGHT;
    seen |= known;
    if ((known & COUNTED) === 0) continue;
    if (unit === 0x7c) pipes++;
    else if (unit === 0x60) {
      if (backticks === 0 && !fenced) {
        let close = i + 1;
        while (close < e && units[close] !== 0x60) close++;
        if (close < e) counter.add(I.inlineCode, i, close + 1);
      } else if (backticks % 2 === 0 && !fenced) counter.counts[I.inlineCode]!++;
      backticks++;
    } else commas++;
  }
  // White space at the line's end: what is no ASCII counts.
  for (let i = e; i < s + line.length; i++) weight += look[units[i]!]! & WEIGHT;
  const digit = (seen & DIGIT) !== 0;
  const upper = (seen & UPPER) !== 0;
  const colon = (seen & COLON) !== 0;
  const code =
    fenced ||
    ((seen & CODE) !== 0 &&
      (indent >= 4 || (c !== 0x2d && c !== 0x2a && c !== 0x23 && weight < 160)) &&
      CODE_END.test(line));
  if (digit) {
    if (upper || (c > 0x7f && (seen & CYRILLIC_ID) !== 0)) {
      counter.hit(I.requirementId, s, REQUIREMENT_ID.exec(line));
      if (upper) {
        counter.hit(I.issueId, s, ISSUE_ID.exec(line));
        counter.hit(I.reference, s, REFERENCE.exec(line));
      }
    }
    if (!code) {
      counter.hit(I.money, s, MONEY.exec(line));
      if ((seen & PER) !== 0) counter.hit(I.percent, s, PERCENT.exec(line));
      const year = YEAR.exec(line);
      if (year) {
        counter.hit(I.year, s, year);
        // the years of what is cited are nobody's life
        if (!line.includes('et al')) counter.hit(I.lifeDates, s, LIFE.exec(line));
      }
      if ((seen & CITING) !== 0 || line.includes('et al')) counter.hit(I.citation, s, CITATION.exec(line));
    }
    if (mayHoldHex(units, s, e)) counter.hit(I.hex, s, HEX.exec(line));
  } else if (upper && (line.includes('RFC') || line.includes('UTF') || line.includes('W3C') || line.includes('ITU')))
    counter.hit(I.reference, s, REFERENCE.exec(line));
  if ((seen & SLASH) !== 0) counter.hit(I.endpoint, s, ENDPOINT.exec(line));
  if (c === 0x22 || c === 0x27 || c === 0x7b || c === 0x7d || c === 0x5b || c === 0x5d) {
    if (JSON_LINE.test(line)) counter.add(I.json, s, e);
  }
  if ((seen & EQUALS) !== 0 && GRAMMAR.test(line)) counter.add(I.grammar, s, e);
  if ((fenced || code) && DECLARATION.test(line)) counter.add(I.declaration, s, e);
  if ((fenced || (c < 0x80 && indent >= 2) || c === 0x24) && SHELL.test(line)) counter.add(I.shell, s, e);
  if (code) {
    counter.add(I.codeLine, s, e, weight);
    return;
  }
  if (pipes >= 2 && c === 0x7c) counter.add(I.table, s, e);
  else if (commas >= 4 && !SOFT_END.test(line) && weight < 400 && commas * 14 > weight)
    counter.add(I.csv, s, e, weight);
  if (lineNumber <= 60 && colon && weight < 300) {
    if (META.test(line)) counter.add(I.meta, s, e);
    if (upper && MAIL.test(line)) counter.add(I.mailHeader, s, e);
    else if (upper && counter.counts[I.mailHeader]! > 0 && POST.test(line)) counter.add(I.postHeader, s, e);
  }
  // `>>> ` is more often the prompt of a program in an example than an answer to an answer
  if (c === 0x3e && !line.startsWith('>>> ')) counter.add(I.quotedLine, s, e);
  if (c === 0x5b || c === 0x28 || (c >= 0x30 && c <= 0x39)) if (CHAT.test(line)) counter.add(I.chat, s, e);
  if (c === 0x2e || c === 0x27) if (MAN.test(line)) counter.add(I.manPage, s, e);
  if (c === 0x5c && LATEX.test(line)) counter.add(I.latex, s, e);
  if (c === 0x3c) counter.add(I.markup, s, e, weight);
  if (((seen & BRACKET) !== 0 || c === 0x7b || c === 0x7c || c === 0x27 || c === 0x7d) && WIKI.test(line))
    counter.add(I.wiki, s, e);
  // Headings
  const short = weight <= 90;
  let heading = false;
  if (short) {
    const underlined = next >= 0 && weight >= 3 && isUnderline(document, next);
    const numbered =
      digitOrHan(c) || c === 0x23 || c === 0x3d || c === 0xa7 ? NUMBERED.test(line) && !SOFT_END.test(line) : false;
    heading = underlined || HEADING_MARK.test(line);
    if (heading) counter.add(I.heading, s, e);
    if (numbered) counter.add(I.numberedHeading, s, e);
    if (heading || numbered || blankBefore || line.endsWith(':') || line.endsWith('：')) {
      const title = line
        .replace(
          /^[\s#=*_>\-.•]*(?:<h[1-6][^>]*>)?\s*(?:(?:\d{1,2}|[ivx]{1,4}|[A-Z])[.)](?:\d{1,2}[.)]?)*|\d{1,2}(?:\.\d{1,2})*|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}[章节節])?\s*[-–:.、]?\s*/,
          '',
        )
        .toLowerCase();
      const sign = headings!.get(withoutEnd(title));
      if (sign !== undefined) counter.add(sign, s, e);
    }
    if (digit && RELEASE.test(line)) counter.add(I.release, s, e);
    if ((digit || pipes > 0) && (seen & BAR) !== 0 && PAGE_HEADER.test(line)) counter.add(I.pageHeader, s, e);
    if (((look[c]! & BY) !== 0 || (seen & REPORTER) !== 0) && BYLINE.test(line)) counter.add(I.byline, s, e);
    if ((look[c]! & PRESS) !== 0 && weight < 80 && PRESS_HEAD.test(line)) counter.add(I.pressHead, s, e);
    if (CHAPTER.test(line)) counter.add(I.chapter, s, e);
  }
  if (!heading && weight >= 20 && (seen & (DASH | DIGIT)) !== 0) {
    const found = DATELINE.exec(line);
    if (found && !STATUS_WORD.test(line)) counter.add(I.dateline, s, s + Math.min(e - s, found[0].length));
  }
  if (weight >= 20 && weight < 600 && isStory(line, c)) counter.add(I.story, s, Math.min(e, s + 60));
  if (ARTICLE.test(line)) counter.add(I.article, s, Math.min(e, s + 60));
  const bullet = BULLET.test(line);
  if (bullet) {
    if (line.startsWith('[', 2) && /^[-*+] \[[ xX]\]/.test(line)) counter.add(I.checkbox, s, e);
    else counter.add(I.bullet, s, e);
  } else if (!heading && CLAUSE.test(line)) counter.add(I.clause, s, e);
  if (weight < 400 && (colon || bullet) && FIELD_ITEM.test(line)) counter.add(I.fieldItem, s, e);
  if (DIALOGUE.test(line)) counter.add(I.dialogue, s, e);
  if (bullet || heading || pipes >= 2 || c === 0x3c) return;
  if (weight >= 60) {
    if (LETTERS.test(line)) counter.add(I.prose, s, e, weight);
  } else if (weight <= 24 && !SOFT_END.test(line) && LETTERS.test(line)) counter.add(I.shortLine, s, e, weight);
}

function isStory(line: string, c: number): boolean {
  if (STORY.test(line)) return true;
  return c >= 0x3000 && (line.includes('として') || line.includes('로서')) && STORY_AFTER.test(line);
}

/** A heading's words without the marks that close it. */
function withoutEnd(title: string): string {
  let end = title.length;
  if (title.charCodeAt(end - 1) === 0x3e && title.startsWith('</h', end - 5)) end -= 5;
  while (end > 0 && CLOSING.includes(title.charAt(end - 1))) end--;
  return title.slice(0, end);
}

const CLOSING = ' \t\r*_#=:：.\u3000\u00a0';

function digitOrHan(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x4e00 ||
    unit === 0x4e8c ||
    unit === 0x4e09 ||
    (unit >= 0x4e00 && unit <= 0x5341 + 0x2000)
  );
}

function isUnderline(document: Document, from: number): boolean {
  const { units } = document;
  const first = units[from]!;
  if (
    !(
      first === 0x3d ||
      first === 0x2d ||
      first === 0x7e ||
      first === 0x5e ||
      first === 0x22 ||
      first === 0x2b ||
      first === 0x2a ||
      first === 0x23
    )
  )
    return false;
  let to = from;
  while (to < units.length && units[to] !== 10 && to - from < 200) to++;
  return UNDERLINE.test(document.slice(from, to));
}
