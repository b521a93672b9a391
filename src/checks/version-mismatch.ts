/** A version that a document bears, and another one that its own list of changes, its name or its neighbour gives it. */
import { at } from '../core/locate.ts';
import type { Document, Span, Fact, FolderCheck, FolderView, Observation, Place } from '../core/types.ts';
import { DATA_FORMATS } from '../core/formats.ts';
import { foldCase } from '../core/unicode.ts';
import { blocks } from '../views/blocks.ts';
import { lines } from '../views/lines.ts';
import { pattern } from '../core/pattern.ts';
import { goneOnPurpose } from '../views/identifiers.ts';
import { dateOfName, versionOfHeading, versionOfName, type NamedVersion } from '../views/name-versions.ts';
import { compareVersions, sameVersion, versions, type Mention, type Version } from '../views/versions.ts';

/** Findings of one document, at most. */
const MOST = 3;
/** A title without quotation marks must be so long, in units, to be known by itself. */
const LONG_TITLE = 16;

interface Told {
  readonly text: string;
  readonly value: readonly number[];
  readonly place: Place;
}

interface Spoken extends Told {
  /** The title or path that may be named beside it, as written. */
  readonly before: string;
  readonly after: string;
}

interface Versioned {
  readonly own: Told | null;
  /** A date that it bears as its version: `Version: 2024-06`. */
  readonly dated: Told | null;
  /** Its first heading, and the version in it: `Protocol v2.1`. */
  readonly heading: string | null;
  readonly headed: Told | null;
  /** The latest entry of its list of changes, and the one that its own version is of. */
  readonly latest: Told | null;
  readonly entry: Told | null;
  readonly spoken: readonly Spoken[];
  /** What a line of its head says, and what a sentence of it says of itself, where they differ. */
  readonly selves: readonly [head: Told, sentence: Told] | null;
}

const told = (document: Document, version: Version): Told => ({
  text: version.text,
  value: version.value,
  place: at(document, version),
});

/** `version 2.1 or later`, `since version 2.1`: no statement of which one is meant. */
const OPEN_BEHIND =
  /^\s?(?:\+|[(,]?\s?(?:or|and|et|oder|und|o|y|ou|и|или|lub|e)\s(?:later|newer|above|higher|up|onwards?|earlier|older|below|höher|neuer|supérieure?s?|ultérieure?s?|superior|posterior|sup\w*|выше|новее|nowsz\w*)|及以[上后]|以[上降后前]|から|より|이상|이후|and\s\d)/iu;
const OPEN_BEFORE =
  /(?:since|from|until|before|after|prior to|introduced in|added in|changed in|up to|as of|replaces?|supersedes?|obsoletes?|ab|seit|bis|vor|depuis|avant|jusqu.{1,3}|desde|hasta|antes de|dal|fino a|до|с|от|после|начиная с|>=?|<=?|≥|≤|自|从|從)\s*$/iu;
/** What a title or a path may be closed by, and what then may stand before the word for a version. */
const CLOSED = /["'“”’»」』》\])`*_]{1,4}[\s,(（，、の]{0,3}(?:(?:in|en|em|w|v|в|der|die|la|des?)\s)?$/u;
const BARE = /[\s,(（，、]{1,3}$/u;
/** Between the number and the opening of what it is the version of. */
const OPENED = /^[)\s]{0,2}[^\n.;,"“”„«」』]{0,20}["'“„”«「『《[`*_]{1,4}/u;

export const versionMismatch: FolderCheck<Versioned> = {
  id: 'version-mismatch',
  title: 'Two versions of one document',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  collect(document, reading): Versioned | undefined {
    const { own, history, mentions } = versions(document);
    const spoken =
      reading.kind === 'changelog'
        ? []
        : mentions
            .filter((mention) => isStatement(document, mention))
            .map((mention) => ({ ...told(document, mention), before: mention.before, after: mention.after }));
    const title = headingOf(document);
    const heading = title && document.slice(title.start, title.end);
    const headed = own || !title ? null : versionOfHeading(heading!);
    const dated = own ? null : datedOf(document);
    const selves = selvesOf(document);
    if (own === null && headed === null && dated === null && spoken.length === 0 && selves === null) return undefined;
    let latest: Version | null = null;
    let entry: Version | null = null;
    if (own && reading.kind !== 'changelog')
      for (const each of history) {
        if (each.start === own.start) continue;
        if (latest === null || compareVersions(latest.value, each.value) < 0) latest = each;
        if (compareVersions(each.value, own.value) === 0) entry = each;
      }
    return {
      own: own && told(document, own),
      dated,
      heading: own && heading,
      headed: headed && { text: headed.text, value: headed.value, place: at(document, title!) },
      latest: latest && told(document, latest),
      entry: entry && told(document, entry),
      spoken,
      selves,
    };
  },
  *run(facts, folder): Iterable<Observation> {
    yield* ownHistories(facts);
    yield* ofThemselves(facts);
    yield* fileNames(facts);
    yield* neighbours(facts, folder);
  },
};

/** A version that is beside a name, and neither a bound nor said of the past. */
function isStatement(document: Document, { before, after, start, end }: Mention): boolean {
  return (
    (CLOSED.test(before) || BARE.test(before) || OPENED.test(after)) &&
    !OPEN_BEHIND.test(after) &&
    !OPEN_BEFORE.test(before) &&
    !goneOnPurpose(document, start, end)
  );
}

const line = ({ place }: Told): string => (place.line === null ? '' : ` (line ${place.line})`);

/** Its list of changes has a later entry than the one that it says it is. */
function* ownHistories(facts: readonly Fact<Versioned>[]): Iterable<Observation> {
  for (const { fact } of facts) {
    const { own, latest, entry } = fact;
    if (!own || !latest || !entry || compareVersions(latest.value, own.value) <= 0) continue;
    yield {
      message: `says that it is version ${own.text}; its list of changes goes on to ${latest.text}${line(latest)}`,
      next: 'Find out which version this is, and correct the other',
      places: [
        own.place,
        { ...latest.place, note: 'the latest entry' },
        { ...entry.place, note: 'the entry of its own version' },
      ],
    };
  }
}

/** Lines with words at the beginning in which a document says what it is, and units of one that are read. */
const HEAD_LINES = 12;
const HEAD_LINE = 80;
/** Units of a document that are read for a sentence in which it speaks of itself. */
const SELF_UNITS = 200_000;
const EDITION =
  'version(?:snummer)?|ver\\.|issue|rev(?:ision|\\.)|edition|versión|versão|versione|versie|versionen|wersj[aąęi]|verz[eií]|versiune[a]?|revisión|revisão|révision|edición|édition|fassung|ausgabe|utgåva|utgave|udgave|versio|версия|версией|версию|версія|версією|редакция|редакцией|издание|έκδοση|sürüm|phiên bản|versi|版本号?|版本號?|バージョン|バージョン番号|버전|الإصدار|إصدار|نسخه|संस्करण|גרסה';
/** A short line of the head with a version: `Issue 2, 30 January 2024`, `# Reader protocol, version 3`, `v1.2`, `第3版`. */
const HEAD_VERSION = pattern(
  'iu',
)`(?:(?<![\p{L}\p{N}])(?:${EDITION})[\s*_|:：.]{0,6}[vV]?|(?<![\p{L}\p{N}./-])v\s?|第\s?)(\d{1,3}(?:\.\d{1,4}){0,3})(?![.\-/]?[\p{L}\p{N}])|第\s?(\d{1,3}(?:\.\d{1,4}){0,3})\s?版`;
const WORK =
  'document|specification|spec|standard|guide|manual|edition|text|policy|protocol|file|dokument(?:et|um)?|spezifikation|fassung|anleitung|protokoll|lastenheft|pflichtenheft|spécification|norme|cahier des charges|documento|especificación|especificação|specifica|norma|specificatie|dokumentu?|specyfikacja|specifikac[ei]|specifikation(?:en)?|dokumentti|määrittely|документ|спецификация|стандарт|документа|специфікація|belge|şartname|tài liệu|dokumen|έγγραφο|المستند|الوثيقة|سند|दस्तावेज़|המסמך';
const THIS =
  'this|these|the present|dies(?:es|e|er)|das vorliegende|die vorliegende|der vorliegende|ce|cet|cette|ces|le présent|la présente|este|esta|estos|estas|el presente|la presente|o presente|a presente|estes|questo|questa|questi|queste|il presente|dit|deze|ten|ta|niniejszy|niniejsza|tento|toto|táto|tato|acest|această|aceste|detta|denna|det här|den här|dessa|dette|denne|disse|tämä|nämä|ez|ez a|az|see|настоящий|настоящая|настоящее|данный|данная|этот|эта|это|эти|цей|ця|це|ці|bu|tài liệu|dokumen|αυτό το|το παρόν|αυτή η|هذا|هذه|این|यह|ये|מסמך';
const OF = 'of|von|der|des|du|de la|de|del|della|dello|do|da|van|z|af|av|dokumentu|документа|из|for|für';
const OF_THIS =
  'this|these|the present|dieser|dieses|cette|ce|ces|este|esta|estos|estas|deste|desta|questo|questa|dit|deze|tego|tej|tohoto|této|acestui|acestei|detta|denna|dette|denne|этого|этой|настоящего|настоящей|данного|цього|цієї';
const IS =
  'is|are|has|bears|carries|ist|sind|hat|trägt|est|sont|porte|es|son|tiene|lleva|corresponde a|é|são|è|sono|heeft|zijn|jest|ma|je|má|este|sunt|are|är|har|er|on|является|имеет|это|є|має|là|adalah|είναι|هو|هي';
/** What is said of a document and not of another thing: a chapter may describe one of many versions. */
const DESCRIBES =
  'describes|specifies|defines|documents|covers|beschreibt|legt fest|décrit|spécifie|describe|especifica|descreve|descrive|specifica|beschrijft|opisuje|popisuje|descrie|beskriver|kuvaa|описывает|определяет|описує|визначає';
/** `This document is version 1.3`, `..., which is issue 3`, `version 4 of this document`, `本文件为3.1版`; up to three words name it. */
const SELF = pattern(
  'iu',
)`(?:(?<![\p{L}\p{N}])(?:(?:${THIS})\s(?:(?:\p{L}[\p{L}\p{M}-]{0,29},?\s){0,3}?(?:(?:${IS})[\s:]\s?|[–—-]\s)|(?:${WORK})\s(?:${DESCRIBES})\s)(?:(?:in|the|its|die|der|la|le|a|o|de|in der|in den|w|v|ve)\s){0,2}(?:${EDITION})\s?|(?:${THIS})\s(?:${IS})\s(?:(?:the|die|la|le|a|o)\s)?(?:${EDITION})\s?)|(?:本|この|此|该|這份|这份)(?:[\u{4e00}-\u{9fff}\u{30a0}-\u{30ff}]{1,8}?)(?:[为為是は]|的版本(?:号|號)?[为為是]|のバージョンは|即|:|：)(?:版本|バージョン|第)?\s?|이\s(?:[가-힣]{1,8}\s?){1,2}?(?:[는은]|의 버전은)\s(?:버전\s)?)[vV]?(\d{1,3}(?:\.\d{1,4}){0,3})(?![.\-/]?\d|\p{Ll})|(?<![\p{L}\p{N}])(?:${EDITION})\s[vV]?(\d{1,3}(?:\.\d{1,4}){0,3})\s(?:(?:${OF})\s)?(?:${OF_THIS})\s(?:${WORK})`;

/** What a line of the head says, and a sentence in which the document speaks of itself, where the two are of one form and differ. */
function selvesOf(document: Document): readonly [head: Told, sentence: Told] | null {
  if (DATA_FORMATS.has(document.format)) return null;
  const { count, ends, firsts } = lines(document);
  let head: Told | null = null;
  let behind = 0;
  for (let i = 0, seen = 0; i < count && seen < HEAD_LINES && !head; i++) {
    const first = firsts[i]!;
    if (first >= ends[i]!) continue;
    seen++;
    const text = document.slice(first, Math.min(ends[i]!, first + HEAD_LINE));
    const match = HEAD_VERSION.exec(text);
    if (!match) continue;
    const number = (match[1] ?? match[2])!;
    const start = first + match.index + match[0].lastIndexOf(number);
    behind = start + number.length;
    head = toldAt(document, number, start);
  }
  if (!head) return null;
  const match = SELF.exec(document.slice(behind, Math.min(document.units.length, behind + SELF_UNITS)));
  if (!match) return null;
  const end = behind + match.index + match[0].length;
  const number = (match[1] ?? match[2])!;
  const sentence = toldAt(document, number, end - match[0].length + match[0].lastIndexOf(number));
  if (sentence.value.length !== head.value.length || compareVersions(sentence.value, head.value) === 0) return null;
  if (OPEN_BEHIND.test(document.slice(end, end + 40)) || goneOnPurpose(document, end - match[0].length, end))
    return null;
  return [head, sentence];
}

function toldAt(document: Document, text: string, start: number): Told {
  return { text, value: text.split('.').map(Number), place: at(document, { start, end: start + text.length }) };
}

/** A sentence of a document says that it is another version than its head does. */
function* ofThemselves(facts: readonly Fact<Versioned>[]): Iterable<Observation> {
  for (const { fact } of facts) {
    if (!fact.selves) continue;
    const [head, sentence] = fact.selves;
    yield {
      message: `says of itself that it is version ${sentence.text}; its head says ${head.text}${line(head)}`,
      next: 'Find out which version this is, and correct the other',
      places: [sentence.place, { ...head.place, note: 'its head' }],
    };
  }
}

/** Units of a heading that may be named. */
const HEADING = 160;

function headingOf(document: Document): Span | null {
  const first = blocks(document).find(({ kind }) => kind === 'heading');
  if (!first || first.end - first.start > HEADING) return null;
  const text = document.slice(first.start, first.end);
  const [, before, words] = /^([\s#=*]*)([^\n]*?)[\s#=*:]*(?:\n|$)/u.exec(text)!;
  return words === ''
    ? null
    : { start: first.start + before!.length, end: first.start + before!.length + words!.length };
}

/** Lines at the beginning in which a document says of what date its version is. */
const DATED_UNITS = 1500;
const DATED = pattern(
  'imu',
)`^[^\p{L}\p{N}\n]{0,10}(?:version|fassung|ausgabe|versión|versão|versione|versie|wersja|edition|revision|редакция|версия|версія|版本|バージョン|버전|الإصدار|نسخه)[\s*_|:：]{1,8}((?:19|20)\d\d[-.](?:0[1-9]|1[0-2])(?:[-.](?:[0-2]\d|3[01]))?)[\s*_|]*$`;

function datedOf(document: Document): Told | null {
  if (DATA_FORMATS.has(document.format)) return null;
  const match = DATED.exec(document.slice(0, Math.min(DATED_UNITS, document.units.length)));
  if (!match) return null;
  const start = match.index + match[0].indexOf(match[1]!);
  const text = match[1]!;
  return { text, value: text.split(/[-.]/u).map(Number), place: at(document, { start, end: start + text.length }) };
}

/**
 * Whether it is another version than the document's own. Without a word before it, a number in a name may be that of a section or of
 * another work: it counts where it is of as many numbers and begins with the same one.
 */
function differs({ value, worded }: NamedVersion, own: readonly number[]): boolean {
  if (sameVersion(value, own)) return false;
  return worded || (value.length === own.length && value[0] === own[0]);
}

function* fileNames(facts: readonly Fact<Versioned>[]): Iterable<Observation> {
  for (const { path, fact } of facts) {
    const said = fact.own ?? fact.dated ?? fact.headed;
    if (said === null) continue;
    const named = said === fact.dated ? dateOfName(path) : versionOfName(path);
    if (named === null) continue;
    if (said === fact.dated ? sameVersion(named.value, said.value) : !differs(named, said.value)) continue;
    // a title may be that of another work, unless the name says too that it is a version
    if (said === fact.headed && !named.worded) continue;
    yield {
      message: `says that it is version ${said.text}; the name of the file says ${named.text}`,
      next: 'Find out which version this is, and correct the other',
      places: [said.place],
    };
  }
}

/** A title as it is compared: case folded, marks of emphasis and runs of space taken out. */
const plain = (text: string): string =>
  foldCase(text)
    .replace(/[*_`#\s]+/gu, ' ')
    .trim();
const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A document names another one with a version that it does not bear. */
function* neighbours(facts: readonly Fact<Versioned>[], folder: FolderView): Iterable<Observation> {
  const own = new Map(facts.flatMap(({ path, fact }) => (fact.own ? [[path, fact.own] as const] : [])));
  const headings = new Map(facts.flatMap(({ path, fact }) => (fact.heading ? [[path, fact.heading] as const] : [])));
  const titles = new Map<string, Set<string>>();
  const names = new Map<string, string | null>();
  for (const { path, title } of folder.entries) {
    const name = foldCase(baseName(path));
    names.set(name, names.has(name) ? null : path);
    const stem = plain(name.replace(/\.[a-z]{1,10}$/u, ''));
    for (const key of new Set([title === null ? '' : plain(title), stem, plain(headings.get(path) ?? '')]))
      if (key.length > 2) {
        const paths = titles.get(key);
        if (paths) paths.add(path);
        else titles.set(key, new Set([path]));
      }
  }
  if (own.size === 0) return;
  /** Titles of documents that bear a version: few. Of several documents of one title, the one that bears a version. */
  const bearing = [...titles].flatMap(([title, paths]): [string, string][] => {
    const owners = [...paths].filter((path) => own.has(path));
    return owners.length === 1 ? [[title, owners[0]!]] : [];
  });
  for (const { path, fact } of facts) {
    const wrong = new Map<string, Spoken>();
    const right = new Set<string>();
    for (const spoken of fact.spoken) {
      const other = named(spoken, names, bearing);
      if (other === undefined || other === path) continue;
      const bears = own.get(other);
      if (!bears) continue;
      if (sameVersion(spoken.value, bears.value)) right.add(other);
      else if (!wrong.has(other)) wrong.set(other, spoken);
    }
    let count = 0;
    for (const [other, spoken] of wrong) {
      if (right.has(other) || count++ >= MOST) continue;
      const bears = own.get(other)!;
      yield {
        message: `speaks of version ${spoken.text} of ${other}, which says that it is version ${bears.text}`,
        next: 'Put in the version that is meant, or correct the one that is named',
        places: [spoken.place, { ...bears.place, note: 'the version that it bears' }],
      };
    }
  }
}

/** The document whose path or title stands right beside the version. */
function named(
  { before, after }: Spoken,
  names: ReadonlyMap<string, string | null>,
  bearing: readonly (readonly [string, string])[],
): string | undefined {
  const closed = CLOSED.exec(before);
  const bare = BARE.exec(before);
  if (closed || bare) {
    const text = before.slice(0, (closed ?? bare)!.index);
    const file = /([^\s()[\]"'`“”«»「」《》/]{1,100}\.[a-z]{1,10})(?:#[^\s()]{0,60})?$/iu.exec(text)?.[1];
    const path = file === undefined ? undefined : names.get(foldCase(file));
    if (path) return path;
    const said = plain(text);
    for (const [title, owner] of bearing) {
      if (!said.endsWith(title)) continue;
      const left = said.charCodeAt(said.length - title.length - 1);
      if (closed ? !isLetter(left) && left !== 0x20 : title.length >= LONG_TITLE && !isLetter(left)) return owner;
    }
  }
  const opened = OPENED.exec(after);
  if (!opened) return undefined;
  const text = after.slice(opened[0].length);
  const file = /^[^\s()[\]"'`“”«»「」《》]{1,100}\.[a-z]{1,10}(?=[\]`"'”»」*_)])/iu.exec(text)?.[0];
  const path = file === undefined ? undefined : names.get(foldCase(baseName(file)));
  if (path) return path;
  const said = plain(text);
  for (const [title, owner] of bearing)
    if (said.startsWith(title) && /^["'“”’»」』》\]`*_]/u.test(said.slice(title.length))) return owner;
  return undefined;
}

const isLetter = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) ||
  ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) ||
  (unit >= 0xc0 && unit < 0x2000) ||
  (unit >= 0x3040 && unit < 0xff00);
