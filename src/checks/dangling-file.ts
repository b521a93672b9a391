/** A file that a document of the folder links to or shows, and that is not in the folder. */
import { compareText } from '../core/order.ts';
import { lineColumn, nowhere } from '../core/locate.ts';
import type {
  Block,
  Document,
  Entry,
  Fact,
  FolderCheck,
  FolderView,
  Level,
  Link,
  Observation,
  Place,
} from '../core/types.ts';
import { cleanTarget, plausible } from '../extractors/targets.ts';
import { absentTargets } from '../manifest/hints.ts';
import { blocks } from '../views/blocks.ts';

/** What is a file by its extension: documents, pictures, data; a target without one may be a page of a site, a route, a word. */
const FILE =
  /\.(?:md|markdown|mdx|mediawiki|txt|rst|adoc|asciidoc|asc|tex|org|pdf|docx?|odt|rtf|epub|html?|json|ya?ml|xml|xsd|wsdl|proto|graphql|csv|tsv|xlsx?|ods|pptx?|odp|sql|abnf|ipynb|png|jpe?g|gif|svg|webp|drawio|puml|mmd|zip)$/i;
/** Extensions under which the same page stands before a site is built from it. */
const SOURCES: readonly string[] = ['.md', '.mdx', '.rst', '.adoc', '.txt', '.ipynb', '/index.md', '/README.md'];
const BUILT = /\.(?:html?|rst)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp)$/i;
/** Stands in a template for a name: `__FILENAME__.json`. */
const TEMPLATE = /(?:^|\/)_{2}[A-Z_]+_{2}\./;
/** Whatever one document lacks is one finding: so many targets are named in its sentence, and so many places shown. */
const NAMED = 3;
const SHOWN = 40;
/** So many documents that lack files of one kind in one folder, where none of the kind is, are told once. */
const TOGETHER = 2;

/** Names in running text that are kept of a document. */
const MOST_NAMES = 200;
/** A document lists the files of the set where so many of the names in it are here, for each that is not. */
const LISTED = 3;
const LISTED_FOR_ONE = 3;

interface Lack {
  readonly path: string;
  readonly from: Entry;
  readonly link: Link;
}

/** References beside those of the entry. `names`: names of documents in running text, whatever stands before them. */
interface Mentions {
  readonly links: readonly Link[];
  readonly names: readonly Link[];
  /** Those of the names that the reader is sent to: `see limits.md`. */
  readonly pointed: readonly string[];
}

export const danglingFile: FolderCheck<Mentions> = {
  id: 'dangling-file',
  title: 'A file that a document refers to, and that is not here',
  level: 'look',
  acceptable: true,
  scope: 'folder',
  collect(document): Mentions | undefined {
    const links =
      document.format === 'rst' ? directives(document) : document.format === 'markdown' ? definitions(document) : [];
    const pointed = new Set<string>();
    const names = namesOf(document, pointed);
    return links.length + names.length > 0 ? { links, names, pointed: [...pointed] } : undefined;
  },
  *run(facts, folder): Iterable<Observation> {
    const here = hereIn(folder);
    const lacks: Lack[] = [];
    const also = new Map<string, Place[]>();
    const first = new Map<string, Entry>();
    for (const lack of lacksOf(facts, folder, here)) {
      const { path, from, link } = lack;
      if (!FILE.test(path) || TEMPLATE.test(path) || told(folder, path) || builtFrom(folder, path)) continue;
      const known = first.get(path);
      if (known === undefined) {
        first.set(path, from);
        lacks.push(lack);
      } else if (known !== from) {
        // Further documents that lack the same file.
        const places = also.get(path);
        if (places) places.push(lineOf(from.path, link));
        else also.set(path, [lineOf(from.path, link)]);
      }
    }
    const pointed = new Map(facts.map(({ path, fact }) => [path, new Set(fact.pointed)]));
    const trust = trustIn(folder, lacks, pointed, here);
    for (const group of grouped(folder, lacks, trust)) yield observation(group, also);
  },
};

/** What the names of the files that are here have in common. */
interface Here {
  /** File names without folders. */
  readonly names: ReadonlySet<string>;
  /** Folder and extension: `docs/*.md`. */
  readonly sorts: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
}

function hereIn(folder: FolderView): Here {
  const names = new Set<string>();
  const sorts = new Set<string>();
  const families = new Set<string>();
  for (const path of folder.present) {
    names.add(path.slice(path.lastIndexOf('/') + 1));
    sorts.add(sortOf(path));
    const family = familyOf(path);
    if (family !== null) families.add(family);
  }
  return { names, sorts, families };
}

/** What is lacking by links, then by names in running text. */
function* lacksOf(facts: readonly Fact<Mentions>[], folder: FolderView, here: Here): Iterable<Lack> {
  const more = new Map(facts.map(({ path, fact }) => [path, fact.links]));
  yield* absentTargets(folder.entries, folder.present, more);
  const isHere = (target: string): boolean => here.names.has(target.slice(target.lastIndexOf('/') + 1));
  for (const { path, fact } of facts) {
    const from = folder.entry(path);
    if (!from) continue;
    const parent = path.slice(0, path.lastIndexOf('/') + 1);
    const sent = new Set(fact.pointed);
    const sure = fact.names.filter(({ target }) => {
      if (isHere(target)) return false;
      const family = familyOf(parent + target);
      if (family !== null && here.families.has(family)) return true;
      return (
        sent.has(target) &&
        (EXTENSION.test(target.slice(target.lastIndexOf('.'))) || here.sorts.has(sortOf(parent + target)))
      );
    });
    if (sure.length > 0) yield* absentTargets([{ ...from, links: sure }], folder.present);
    if (fact.names.length <= LISTED) continue;
    const lost = fact.names.filter(({ target }) => !isHere(target));
    const found = new Set(fact.names.map(({ target }) => target)).size - new Set(lost.map(({ target }) => target)).size;
    if (lost.length === 0 || found < LISTED || found < LISTED_FOR_ONE * lost.length) continue;
    yield* absentTargets([{ ...from, links: lost }], folder.present);
  }
}

/** The index speaks of the file: `missing` tells it, or it was left out on purpose. */
function told(folder: FolderView, path: string): boolean {
  return folder.declared(path) !== null;
}

/** A page of a site whose source is here, or an entry of contents that has another extension. */
function builtFrom(folder: FolderView, path: string): boolean {
  if (folder.present.has(`${path}.gz`)) return true;
  if (!BUILT.test(path)) return false;
  const stem = path.replace(BUILT, '');
  return SOURCES.some(
    (extension) => folder.present.has(stem + extension) || folder.present.has(`${stem}${extension}.gz`),
  );
}

/** Ends like the name of a file. */
const NAMED_FILE = /\.[A-Za-z][A-Za-z0-9]{0,9}$/;

/**
 * A name in running text may be any file, `/start` a route of the site; a companion speaks of files that were not meant to be
 * handed on.
 */
function levelOf(folder: FolderView, { path, from, link }: Lack, trust: Trust): Level {
  if (link.target.startsWith('/') && !NAMED_FILE.test(link.target)) return 'note';
  if (leavesBook(folder, path, from) || PATTERN.test(from.path)) return 'note';
  if (
    folder.companion(from.path) &&
    !trust.companions.has(from.path) &&
    !(trust.readmes.has(from.path) && !isByConvention(path))
  )
    return 'note';
  return link.how !== 'name' || trust.names.has(path) ? 'look' : 'note';
}

/** Formats of texts that pages are made from. */
const OF_PAGES: ReadonlySet<string> = new Set(['markdown', 'rst', 'asciidoc', 'org', 'notebook']);
const PAGE = /\.html?$/i;

/** A made page, named by a text that pages are made from, in a folder that is not here: a part of the site that others make. */
function leavesBook(folder: FolderView, path: string, from: Entry): boolean {
  if (!PAGE.test(path) || !OF_PAGES.has(from.format) || !path.includes('/')) return false;
  const top = path.slice(0, path.indexOf('/') + 1);
  let known = TOPS.get(folder);
  if (!known) {
    known = new Set([...folder.present].map((each) => each.slice(0, each.indexOf('/') + 1)));
    TOPS.set(folder, known);
  }
  return !known.has(top);
}

const TOPS = new WeakMap<FolderView, ReadonlySet<string>>();

/** What others are made from, in folders of their own: its links count from there. */
const PATTERN = /(?:^|[/_.-])template(?:[_.-][^/]*)?$|(?:^|\/)_?templates?\//i;

/** What is as certain as a link in a document of the set, though it is a name in running text, or stands in a companion. */
interface Trust {
  /** Companions that read as a document of the set, or whose links find their files but for a few. */
  readonly companions: ReadonlySet<string>;
  /** Those whose links find their files but for some: of them, what is named by convention is not certain. */
  readonly readmes: ReadonlySet<string>;
  /** Paths that are named in running text, and have sisters in the folder. */
  readonly names: ReadonlySet<string>;
}

/** In a folder of proposals each may be called so. One at the top speaks of all that the folder was taken from. */
const README = /(?:^|\/)readme[^/]*$/iu;
/** Links of a companion that find their file, at least, and for each that does not. */
const COMPANION_FOUND = 4;
const COMPANION_FOR_ONE = 4;
/** The same where names by convention, which a package leaves out, do not count. */
const README_FOUND = 2;
const README_FOR_ONE = 2;

/** Names by convention, `README.md`, `AGENTS.md`: of any project. */
const BY_CONVENTION = /^[A-Z_-]+\.[a-z]+$/u;
const isByConvention = (path: string): boolean => BY_CONVENTION.test(path.slice(path.lastIndexOf('/') + 1));

function trustIn(
  folder: FolderView,
  lacks: readonly Lack[],
  pointed: ReadonlyMap<string, ReadonlySet<string>>,
  here: Here,
): Trust {
  const lost = new Map<string, Set<string>>();
  for (const { from, link } of lacks) {
    const targets = lost.get(from.path);
    if (targets) targets.add(link.target);
    else lost.set(from.path, new Set([link.target]));
  }
  const companions = new Set<string>();
  const readmes = new Set<string>();
  for (const [path, targets] of lost) {
    // what a list of changes links to may have gone since
    if (!folder.companion(path) || !README.test(path)) continue;
    const from = folder.entry(path)!;
    const all = new Set(
      from.links.flatMap(({ how, target }) =>
        how !== 'name' && FILE.test(target) && !target.startsWith('/') ? [target] : [],
      ),
    );
    const found = [...all].filter((target) => !targets.has(target)).length;
    const own = [...targets].filter((target) => !isByConvention(target)).length;
    if (found >= README_FOUND && found >= README_FOR_ONE * own) readmes.add(path);
    if (found >= COMPANION_FOUND && found >= COMPANION_FOR_ONE * targets.size) companions.add(path);
    else if (
      path.includes('/') &&
      !path.includes('node_modules/') &&
      from.role === 'specification' &&
      from.kind !== 'readme'
    )
      companions.add(path);
  }
  const names = new Set<string>();
  for (const { path, from, link } of lacks) {
    if (link.how !== 'name') continue;
    const family = familyOf(path);
    if (family !== null && here.families.has(family)) names.add(path);
    else if (
      pointed.get(from.path)?.has(link.target) &&
      (EXTENSION.test(path.slice(path.lastIndexOf('.'))) || here.sorts.has(sortOf(path))) &&
      from.kind !== 'changelog' &&
      !isByConvention(path)
    )
      names.add(path);
  }
  return { companions, readmes, names };
}

/** `annex-b.md` and `annex-c.md`, `part2.md` and `part3.md`: the path with its last number or letter taken out; null for others. */
function familyOf(path: string): string | null {
  const slash = path.lastIndexOf('/') + 1;
  const match = /^(.*[a-z]{3})[-_. ]?(?:\d{1,3}|(?<=[-_. ])[a-z])(\.[a-z]{1,8})$/iu.exec(path.slice(slash));
  return match ? `${path.slice(0, slash)}${match[1]!.toLowerCase()}\0${match[2]!.toLowerCase()}` : null;
}

/** Folder and extension of a path. */
function sortOf(path: string): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}*${path.slice(path.lastIndexOf('.')).toLowerCase()}`;
}

interface Group {
  readonly level: Level;
  readonly lacks: readonly Lack[];
  /** `img/*.png`, where all lack what a folder should hold and none of it is here. */
  readonly sort?: string;
}

/**
 * One cause, one finding. Files of one kind in one folder, none of which is here, that several documents lack, were left
 * behind together; else what one document lacks, its pictures by themselves.
 */
function grouped(folder: FolderView, lacks: readonly Lack[], trust: Trust): Group[] {
  const here = new Set<string>();
  for (const path of folder.present) here.add(sortOf(path));
  const together = new Map<string, Lack[]>();
  for (const lack of lacks) {
    const sort = sortOf(lack.path);
    if (here.has(sort)) continue;
    const key = `${levelOf(folder, lack, trust)}\0${sort}`;
    const list = together.get(key);
    if (list) list.push(lack);
    else together.set(key, [lack]);
  }
  const groups: Group[] = [];
  const gone = new Set<Lack>();
  for (const list of together.values()) {
    if (new Set(list.map(({ from }) => from)).size < TOGETHER) continue;
    groups.push({ level: levelOf(folder, list[0]!, trust), lacks: list, sort: sortOf(list[0]!.path) });
    for (const lack of list) gone.add(lack);
  }
  const alone = new Map<string, Lack[]>();
  for (const lack of lacks) {
    if (gone.has(lack)) continue;
    const key = `${lack.from.path}\0${levelOf(folder, lack, trust)}\0${PICTURE.test(lack.path)}`;
    const list = alone.get(key);
    if (list) list.push(lack);
    else alone.set(key, [lack]);
  }
  for (const list of alone.values()) groups.push({ level: levelOf(folder, list[0]!, trust), lacks: list });
  return groups;
}

function lineOf(path: string, { line }: Link): Place {
  return { ...nowhere(path), line, endLine: line };
}

function observation({ level, lacks, sort }: Group, also: ReadonlyMap<string, readonly Place[]>): Observation {
  const all = [...lacks].sort(
    (a, b) => compareText(a.from.path, b.from.path) || a.link.line - b.link.line || compareText(a.path, b.path),
  );
  const one = all[0]!;
  const names = all
    .slice(0, NAMED)
    .map(({ path, from, link }) => `"${path}" (${sort === undefined ? '' : `${from.path} `}line ${link.line})`);
  const more = all.length - names.length;
  const list = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
  const how = all.every(({ link }) => link.how === 'embed') ? 'shows' : one.link.how === 'name' ? 'names' : 'links to';
  const things = all.every(({ path }) => PICTURE.test(path)) ? 'picture' : 'file';
  const count = all.length === 1 ? `a ${things}` : `${all.length} ${things}s`;
  const documents = new Set(all.map(({ from }) => from)).size;
  const others = all.slice(1).map(({ path, from, link }) => ({ ...lineOf(from.path, link), note: path }));
  const further = all.flatMap(({ path }) => (also.get(path) ?? []).map((place) => ({ ...place, note: `${path} too` })));
  return {
    level,
    message: `${how} ${count} that ${all.length === 1 ? 'is' : 'are'} not in the folder${sort === undefined ? '' : `, as ${documents - 1 === 1 ? 'does one other document' : `do ${documents - 1} other documents`}; no ${sort} is here`}: ${list}`,
    next: 'Put what is referred to into the folder; if it is not meant to be part of the set, list it under Left out in INDEX.md',
    places: [lineOf(one.from.path, one.link), ...[...others, ...further].slice(0, SHOWN)],
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// References that no link is made of

/** Units of a line that are looked at. */
const LINE_UNITS = 1000;
/** Directives whose option or body names files, at most. */
const MOST_LINKS = 5000;
const ROLE = /:(doc|download):`(?:[^`<>\n]{0,300}<)?([^`<>\n]{1,300})>?`/gu;

function linkOf(document: Document, raw: string, offset: number, how: Link['how']): Link | undefined {
  const target = cleanTarget(raw);
  return target === null ? undefined : { target, line: lineColumn(document, offset).line, how };
}

/** What contents, roles and tables of reStructuredText name: documents without their extension, seen from the document. */
function directives(document: Document): Link[] {
  const { units } = document;
  const found: Link[] = [];
  if (units.indexOf(COLON) < 0) return found;
  const slash = document.path.lastIndexOf('.');
  const extension = slash > document.path.lastIndexOf('/') ? document.path.slice(slash) : '.rst';
  /** Columns of the directive whose body is read: its entries stand deeper. */
  let toc = -1;
  for (let start = 0; start < units.length && found.length < MOST_LINKS;) {
    let end = units.indexOf(LF, start);
    if (end < 0) end = units.length;
    let first = start;
    while (first < end && (units[first] === SPACE || units[first] === TAB)) first++;
    const text = (): string => document.slice(first, Math.min(end, first + LINE_UNITS));
    const add = (raw: string, how: Link['how']): void => {
      const bare = !/\.[A-Za-z][A-Za-z0-9]{0,9}$/u.test(raw);
      const link = linkOf(document, bare ? raw + extension : raw, first, how);
      if (link) found.push(link);
    };
    const column = first - start;
    if (first < end) {
      if (toc >= 0 && column <= toc) toc = -1;
      if (toc >= 0) {
        // an entry: `name` or `Title <name>`; neither option nor glob
        if (units[first] !== COLON) {
          const entry = text().trim();
          const named = /<([^<>]{1,300})>$/u.exec(entry)?.[1] ?? entry;
          if (!/[\s*?]|^self$/u.test(named)) add(named, 'link');
        }
      } else if (units[first] === DOT && units[first + 1] === DOT) {
        const line = text();
        if (line.startsWith('.. toctree::')) toc = column;
      } else if (units[first] === COLON) {
        const file = /^:file: +(\S+)\s*$/u.exec(text())?.[1];
        const target = file === undefined ? null : linkOf(document, file, first, 'embed');
        if (target) found.push(target);
      }
      if (units.subarray(first, end).includes(BACKTICK))
        for (const match of text().matchAll(ROLE)) {
          if (match[1] === 'doc') add(match[2]!.trim(), 'link');
          else {
            const link = linkOf(document, match[2]!.trim(), first, 'link');
            if (link) found.push(link);
          }
        }
    }
    start = end + 1;
  }
  return found;
}

/** Definitions of links that stand right below another: `[b]: b.md`. */
function definitions(document: Document): Link[] {
  const found: Link[] = [];
  for (const { kind, start, end } of blocks(document)) {
    if (kind !== 'comment' || document.units[start] !== OPEN) continue;
    for (let at = document.units.indexOf(LF, start) + 1; at > 0 && at < end && found.length < MOST_LINKS;) {
      const match = /^ {0,3}\[[^\]\n]{1,300}\]:[ \t]*(?:<([^<>\n]{1,400})>|([^\s<]\S{0,400}))/u.exec(
        document.slice(at, Math.min(end, at + LINE_UNITS)),
      );
      const raw = match?.[1] ?? match?.[2];
      const link = raw === undefined ? undefined : linkOf(document, raw, at, 'link');
      if (link) found.push(link);
      at = document.units.indexOf(LF, at) + 1;
    }
  }
  return found;
}

const LF = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;
const DOT = 0x2e;
const COLON = 0x3a;
const OPEN = 0x5b;
const BACKTICK = 0x60;

/** Formats of documents that people write by hand, whose text may name other documents. */
const WRITTEN: ReadonlySet<string> = new Set([
  'text',
  'markdown',
  'rst',
  'asciidoc',
  'org',
  'html',
  'tex',
  'mediawiki',
]);
/** Nothing but a document has such an extension. */
const EXTENSION = /^\.(?:md|markdown|mdx|mediawiki|rst|adoc|asciidoc|pdf|docx?|odt|rtf|xlsx?|pptx?|epub)$/iu;
/** A file of another kind, which counts where the reader is sent to it. */
const OF_ANY =
  /^\.(?:txt|html?|json|ya?ml|xml|xsd|wsdl|proto|graphql|csv|tsv|sql|abnf|png|jpe?g|gif|svg|webp|drawio|puml|mmd)$/iu;
const NAMES: ReadonlySet<Block['kind']> = new Set([
  'prose',
  'list',
  'quote',
  'heading',
  'table',
  'front-matter',
  'code',
]);

/** Names of documents in the text, each once: in lists of files, front matter, trees in code. */
function namesOf(document: Document, pointed: Set<string>): Link[] {
  if (!WRITTEN.has(document.format)) return [];
  const { units } = document;
  const found = new Map<string, Link>();
  let block = 0;
  let all: readonly Block[] | undefined;
  for (let dot = units.indexOf(DOT, 1); dot >= 0 && found.size < MOST_NAMES; dot = units.indexOf(DOT, dot + 1)) {
    // a letter before it, and the first letter of an extension behind
    if (!isName(units[dot - 1]) || BEGINNINGS[(units[dot + 1] ?? 0) & 0xff] !== 1 || units[dot + 1]! > 0x7f) continue;
    let end = dot + 1;
    while (end - dot < 10 && isAlphanumeric(units[end])) end++;
    if (isName(units[end]) && !(units[end] === DOT && !isName(units[end + 1]))) continue;
    if (units[end] === OPEN_PARENTHESIS || units[end] === COLON) continue;
    const extension = document.slice(dot, end);
    const sure = EXTENSION.test(extension);
    if (!sure && !OF_ANY.test(extension)) continue;
    let start = dot;
    while (start > 0 && dot - start < 160 && (isName(units[start - 1]) || units[start - 1] === SLASH)) start--;
    const before = units[start - 1];
    // part of an address, a pattern, a variable
    if (before !== undefined && FORBIDDEN.has(before)) continue;
    const name = document.slice(start, end);
    if (found.has(name) || !plausibleName(name)) continue;
    all ??= blocks(document);
    while (block < all.length && all[block]!.end <= dot) block++;
    const kind = all[block]?.kind;
    if (kind === undefined || all[block]!.start > dot || !NAMES.has(kind)) continue;
    const target = name.replace(/^\.\//u, '');
    const sent = kind !== 'code' && kind !== 'front-matter' && sendsTo(document, all[block]!, start, end);
    if (!sure && !sent) continue;
    found.set(name, { target, line: lineColumn(document, start).line, how: 'name' });
    if (sent) pointed.add(target);
  }
  return [...found.values()];
}

/** Words right before the name of a file that the reader is sent to, in most of the languages that specifications are written in. */
const SENDS =
  /(?:^|[\s(（「。，,;:])(?:see(?: also)?|cf\.?|refer to|consult|as per|according to|(?:given|described|defined|listed|specified|documented|detailed|explained|found|set out|laid down|covered|contained|kept|stated|recorded|summari[sz]ed|outlined|held|collected) (?:in|by)|(?:\w+ (?:is|are|live|appear|stand|follow)|how(?: and \w+)?) in|details(?: are)?(?: given)?:? in|siehe(?: auch)?|vgl\.?|gemäß|gemäss|laut|(?:beschrieben|festgelegt|definiert|angegeben|aufgeführt|enthalten|geregelt|dokumentiert) in|(?:steht|stehen|findet sich|finden sich|befindet sich|befinden sich|\w+ (?:ist|sind)) in|voir(?: aussi)?|selon|conformément à|se (?:reporter|référer) à|(?:décrits?|décrites?|définis?|définies?|donnés?|données?|précisés?|précisées?) dans|(?:se trouvent?|figurent?|est|sont) dans|véase|ver|vea|consult[ea]r?|según|conforme a|segundo|de acordo com|(?:descritos?|descritas?|definidos?|definidas?|dados?|dadas?) (?:en|em)|(?:se (?:encuentran?|describen?|definen?|detallan?|recogen?)|está[n]?|figuran?|constan?) en|(?:encontram-se|estão|está|constam?|figuram?) em|vedi|si veda|(?:descritt[oiae]|definit[oiae]|riportat[oiae]) in|(?:si trova(?:no)?|è|sono|contenut[oiae]) in|secondo|zie|volgens|(?:staan?|zijn|is) (?:\w+ )?in|(?:beschreven|vastgelegd) in|se|beskrivs i|beskrevet i|finns i|zob\.|zobacz|patrz|(?:opisan[eyoa]|określon[eyoa]|podan[eyoa]) w|(?:znajdują się|znajduje się|zawarte|są|jest) w|zgodnie z|viz|popsán[oya]? v|(?:uveden[oya]?|jsou|je) v|podle|lásd|bkz\.?|bakınız|см\.|смотри(?:те)?|(?:описан[аоы]?|приведен[аоы]?|указан[аоы]?|определ[её]н[аоы]?|излож[её]н[аоы]?|перечислен[аоы]?|находится|находятся|содержится|содержатся) в|согласно|див\.|(?:описан[аоі]?|наведен[аоі]?|знаходиться|знаходяться|міститься|містяться) (?:в|у)|згідно з|lihat|xem|ดู|δείτε|βλ\.|انظر|راجع|(?:ترد|يرد|موضح|موضحة|محدد|محددة|وارد|واردة)(?: [\u0600-\u06ff]{1,14}){0,2} في|ببینید|देखें|ראו?)\s{1,2}(?:the file |file |die datei |le fichier |el archivo |файл[еа]? )?[\x60"'“«*_]{0,3}$|(?:参见|參見|参考|參考|参阅|參閱|详见|詳見|见|見|请看|查看|参照|载于|列于|位于|在于|依据|根据)\s?[:：]?\s?[\x60“「《*]{0,3}$/iu;
/** The same behind the name: `limits.md を参照`. */
const SENDS_BEHIND =
  /^[\x60"”」》*_]{0,3}\s?(?:を(?:ご?参照|見)|に(?:記載|示|定義|記述|まとめ)|(?:을|를)? ?(?:참조|참고)|에 (?:있|정의|기술|설명)|中(?:给出|描述|定义|说明)|にて|में|(?: dosyasın|'?(?:d[ae]dır|t[ae]dır|d[ae] |t[ae] ))|'?(?:e|a|ya|ye) (?:bak|gör)| (?:contains|describes|defines|lists|specifies|explains|holds|gives|says|states|enthält|beschreibt|legt|definiert|contient|décrit|définit|contiene|describe|define|contém|descreve|beschrijft|bevat|zawiera|opisuje|содержит|описывает|определяет|задаёт|містить|описує)[ ,])/u;
/** A file that is written, not read. */
const MADE =
  /\b(?:creat|generat|writ|produc|output|build|save|add|rename|delet|remov|example|e\.g\.|erstell|erzeug|crée|créer|génér|crear|genera|criar|gerar)|создан|создать|сохран|пример|创建|生成|输出|例如|作成|出力|생성/iu;

/** Whether the reader is sent to the name. */
function sendsTo(document: Document, block: Block, start: number, end: number): boolean {
  const before = document.slice(Math.max(block.start, start - 60), start).replaceAll('\n', ' ');
  const behind = document.slice(end, Math.min(block.end, end + 30)).replaceAll('\n', ' ');
  return (SENDS.test(before) || SENDS_BEHIND.test(behind)) && !MADE.test(before);
}

const SLASH = 0x2f;
const OPEN_PARENTHESIS = 0x28;
/** First letters of the extensions. */
const BEGINNINGS: Uint8Array = new Uint8Array(256);
for (const letter of 'mradpoxethjycgswMRADPOXETHJYCGSW') BEGINNINGS[letter.charCodeAt(0)] = 1;
/** `:` `@` `*` `<` `{` `$` `%` `=` `\` `?` `#` before a name. */
const FORBIDDEN: ReadonlySet<number> = new Set(Array.from(':@*<{}>$%=\\?#~', (sign) => sign.charCodeAt(0)));

function isAlphanumeric(unit: number | undefined): boolean {
  return unit !== undefined && ((unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a));
}

/** Letters and digits of any script, `_` `-` `.` `+`. */
function isName(unit: number | undefined): boolean {
  return (
    unit !== undefined &&
    (isAlphanumeric(unit) || unit === 0x5f || unit === 0x2d || unit === DOT || unit === 0x2b || isLetter(unit))
  );
}

/** A letter beyond ASCII; not Han or kana, where names are not set off from words. */
function isLetter(unit: number): boolean {
  return unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7;
}

function plausibleName(name: string): boolean {
  return plausible(name.replace(/[^\0-\x7f]/gu, 'x'));
}
