/**
 * Every type that crosses a module border: what a host hands in, what a check sees, what a report holds.
 * All of it is plain data (cloneable between threads, cacheable), but for `Document`, which never leaves its thread.
 */

// ---------------------------------------------------------------------------------------------------------------------
// Words

/** `stop`: a wrong alarm is nearly impossible. `look`: at most one in ten is wrong. `note`: hidden unless asked for. */
export type Level = 'stop' | 'look' | 'note';

export type Verdict = 'READY' | 'NOT READY' | 'CANNOT TELL';

/** What a document is for. A reading of its text, not a lookup by kind. */
export type Role = 'specification' | 'background' | 'attachment' | 'companion' | 'stray' | 'unreadable' | 'unclear';

/** What a document looks like. */
export type Kind =
  | 'standard'
  | 'requirements'
  | 'design'
  | 'api'
  | 'paper'
  | 'manual'
  | 'readme'
  | 'changelog'
  | 'notes'
  | 'data'
  | 'code'
  | 'news'
  | 'blog'
  | 'marketing'
  | 'legal'
  | 'fiction'
  | 'encyclopedia'
  | 'forum'
  | 'mail'
  | 'official'
  | 'web furniture'
  | 'recipe or résumé'
  | 'unclear';

/** What INDEX.md says a file is. `other`: an entry under a heading that is not one of ours. */
export type Declared = 'specification' | 'background' | 'attachment' | 'other' | 'left-out' | 'not-placed';

/**
 * What became of a file.
 * `read`: its text was read. `bytes`: it holds no text to judge (image, media, font, binary). `empty`: nothing but
 * white space or nothing at all. `unsupported`: a format that no reader here knows. `failed`: it could not be opened,
 * decoded or parsed, or it changed while it was read. `limit`: a counted limit was hit. `ignored`: an ignore file inside
 * the folder names it and INDEX.md does not.
 */
export type Outcome = 'read' | 'bytes' | 'empty' | 'unsupported' | 'failed' | 'limit' | 'ignored';

/** The kind of a change since the seal (bytes) or of a name. */
export type Change =
  | 'line-endings'
  | 'bom'
  | 'whitespace'
  | 'truncated'
  | 'appended'
  | 'emptied'
  | 'replaced'
  | 'edited'
  | 'swapped'
  | 'unicode-form'
  | 'case';

// ---------------------------------------------------------------------------------------------------------------------
// Text and places

/** Half-open range of offsets, in UTF-16 code units, into `Document.units` (the same as into `Document.text`). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a document's text that has a name in the original: `page 3`, `sheet Totals`, `slide 7`. */
export interface Part extends Span {
  readonly label: string;
}

/** A stretch of text that is in the file and not in front of everybody who opens it, or not certain to be meant. */
export interface Mark extends Span {
  /**
   * `hidden`: a person who opens the file does not see it. `comment`: a reviewer's remark. `inserted`, `deleted`: a tracked
   * change that nobody accepted or rejected (deleted text stands in a block of its own at the end). `notes`: what a speaker says
   * to a slide. `recognized`: read out of a picture.
   */
  readonly kind: 'hidden' | 'comment' | 'inserted' | 'deleted' | 'notes' | 'recognized';
  /** Words for the report: how it is hidden (`white text`, `hidden sheet`), or by whom (`Ann`); empty where nothing is known. */
  readonly by: string;
}

/** Something in a file that could not be read, while the rest was. */
export interface Loss {
  /** Offset in the text at which it is missing. */
  readonly at: number;
  /** `page 3`, `image1.png`, `the sheet Totals`. */
  readonly what: string;
  /** One sentence without a subject or a full stop: `is a picture of text`, `is encrypted`. */
  readonly why: string;
}

/** Where the cells of a sheet begin in its text: one number each, in order. */
export interface Cells {
  /** Ascending text offsets. */
  readonly starts: Uint32Array;
  /** From 1. */
  readonly rows: Uint32Array;
  /** From 1 (A). */
  readonly columns: Uint32Array;
}

/** A place where bytes have no meaning in the encoding of their file. */
export interface Fault {
  /** Of the U+FFFD that stands for them in the decoded file. */
  readonly offset: number;
  /** Of the first such byte in the file, and how many there are. */
  readonly byte: number;
  readonly length: number;
  /** Bytes of the same line around them; `at` says where among these they begin. */
  readonly around: Uint8Array;
  readonly at: number;
}

/** How a file's bytes became its text. */
export interface Decoding {
  /**
   * What told the encoding. `mark`: a byte order mark. `utf-8`: the bytes are UTF-8 (but for the faults). `shape`: UTF-16 or
   * UTF-32 without a mark. `declared`: the file names it, and it fits. `detected`: it was guessed.
   */
  readonly told: 'mark' | 'utf-8' | 'shape' | 'declared' | 'detected';
  /** The encoding that the file names, as it is written there; null where it names none or was not asked. */
  readonly declared: string | null;
  /** Sequences of bytes without a meaning in the encoding; each is one U+FFFD in the decoded file. */
  readonly faults: number;
  /** The first of them, where the encoding is UTF-8. */
  readonly places: readonly Fault[];
}

/**
 * One file's text, decoded once. Line ends are LF: CRLF and lone CR were turned into LF while decoding, so that a check
 * never sees the difference. For formats whose text is not the file itself (HTML), `lines` says where a text offset
 * stood in the decoded file.
 */
export interface Document {
  /** Relative to the folder, with `/`; bytes of the name that are not UTF-8 are lone surrogates U+DC80..U+DCFF. */
  readonly path: string;
  /** Short lower-case name: `text`, `markdown`, `html`, `json`, `proto`, ... */
  readonly format: string;
  /** WHATWG name in lower case: `utf-8`, `gb18030`, `windows-1252`, ... */
  readonly encoding: string;
  /** How the bytes became text; absent where there were none, as in tests. */
  readonly decoding?: Decoding;
  /** The text, as UTF-16 code units. Checks on the hot path work on these. */
  readonly units: Uint16Array;
  /** The text as a string, made when first asked for. */
  readonly text: string;
  /** A piece of the text. */
  slice(start: number, end: number): string;
  /** Named stretches in ascending order, without overlaps; empty for plain text. */
  readonly parts: readonly Part[];
  /** Where a text offset stood in the decoded file; absent when the text is the decoded file (LF line ends). */
  readonly origin?: Origin;
  /** Where cells of sheets begin; a place in one is told as `sheet Totals!B4`. */
  readonly cells?: Cells;
  /** Ascending by start. */
  readonly marks?: readonly Mark[];
  /** What of the file could not be read, in the order of the text. */
  readonly losses?: readonly Loss[];
  /**
   * The text's blocks, where only the reader of the format can know them (HTML): in order, not overlapping. Absent where
   * the blocks can be told from the text itself; `blocks(document)` in views gives them for every format.
   */
  readonly structure?: readonly Block[];
  /** What the markup of a small HTML file tells beside its text; absent for all else. */
  readonly page?: PageFacts;
}

/**
 * Facts of an HTML page that need no words: what its fields, scripts and meta elements are for. Collected of pages with so
 * little text that they could stand in place of a document.
 */
export interface PageFacts {
  /** Content of the title element, white space collapsed, at most 400 units; empty where there is none. */
  readonly title: string;
  /** Each sign once, in the order in which they were met. */
  readonly signs: readonly PageFact[];
  /** What stands in and on fields and buttons (placeholder, value, aria-label); at most 24, of 80 units each. */
  readonly labels: readonly string[];
  /** UTF-16 units inside of script elements. */
  readonly scripted: number;
  /** Links to other places than this page. */
  readonly links: number;
  /** Elements that stand around a text: nav, header, footer, aside. */
  readonly landmarks: number;
}

/**
 * `password`: a field for one. `user`: a field for a user name or an address. `login`: a form that goes to a login.
 * `captcha`, `consent`, `paywall`, `parked`: names of services and elements that do this. `redirect`: a refresh or a script
 * that sends on to another address. `root`: an element that a script fills. `unindexed`: not for search engines.
 */
export type PageSign =
  | 'password'
  | 'user'
  | 'login'
  | 'captcha'
  | 'consent'
  | 'paywall'
  | 'parked'
  | 'redirect'
  | 'root'
  | 'unindexed';

export interface PageFact {
  readonly sign: PageSign;
  /** What was found, as in the file, at most 80 units: an attribute's value or a piece of a script. */
  readonly found: string;
  /** Line of the file, from 1. */
  readonly line: number;
}

export type BlockKind =
  | 'prose'
  | 'code'
  | 'table'
  | 'list'
  | 'heading'
  | 'quote'
  | 'front-matter'
  | 'rule'
  | 'html'
  | 'comment';

/** A stretch of text of one kind: a paragraph, a list item, a table, a code block, a heading. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Headings: 1 to 6. Lists: depth from 1. Else 0. */
  readonly level: number;
  /** Set where the block has a closing mark (code fence, comment) that is not there: it runs to the end of the text. */
  readonly open?: true;
}

/** Way from an offset in the extracted text to line and column of the decoded file. */
export interface Origin {
  /** Ascending text offsets at which a segment of text begins that was copied from one place. */
  readonly textStarts: Uint32Array;
  /** For each segment, the offset in the decoded file (LF line ends) that its first unit came from. */
  readonly sourceStarts: Uint32Array;
  /** Offsets in the decoded file at which lines begin; the first is 0. */
  readonly sourceLineStarts: Uint32Array;
}

/**
 * A place with the words found there. `line` and `column` count from 1 in the decoded file; `start` and `end` are
 * UTF-16 offsets in what `seedcheck text FILE` prints, and `quote` is exactly that slice. A long place (`line` to
 * `endLine`) is quoted by its beginning. All of `line` to `end` and `quote` are null where there is no text to point at.
 */
export interface Place {
  readonly path: string;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly column: number | null;
  readonly start: number | null;
  readonly end: number | null;
  /** `page 3`, `sheet Totals!B4`. */
  readonly where?: string;
  readonly quote: string | null;
  /** What to see there, for a related place. */
  readonly note?: string;
}

// ---------------------------------------------------------------------------------------------------------------------
// What a check says

/** What a check yields. The first place is the primary one; a check without a place does not compile. */
export interface Observation {
  /** Below the check's own level, if this case is less certain or less grave. */
  readonly level?: Level;
  /** One sentence: what was found (and what was expected). No full stop. */
  readonly message: string;
  /** What to do, one sentence, imperative. Where many findings share it, it is printed once. */
  readonly next?: string;
  readonly places: readonly [Place, ...Place[]];
  readonly change?: Change;
  /** The path that a renamed or copied file came from. */
  readonly from?: string;
  /** Stretches of the document that no finding of any check may quote. */
  readonly conceals?: readonly Span[];
}

/** An observation with what the runner adds. */
export interface Finding {
  readonly check: string;
  readonly level: Level;
  readonly message: string;
  readonly next: string | null;
  readonly place: Place;
  readonly related: readonly Place[];
  readonly change?: Change;
  readonly from?: string;
  /** 8 hexadecimal digits over check, path, the normalised quotes of all places and the count of equals before it. */
  readonly fingerprint: string;
  readonly accepted?: Acceptance;
}

/** A line under *Accepted findings* that names this finding and gives a reason. */
export interface Acceptance {
  readonly reason: string;
  readonly by: string | null;
  readonly on: string | null;
  /** Line in INDEX.md, from 1. */
  readonly line: number;
}

// ---------------------------------------------------------------------------------------------------------------------
// What is known of one file

/** One file as the host hands it over. `sha256` is lower-case hexadecimal over `bytes`. */
export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * What is kept of a file's content, so that a later run can name the kind of a change without the old copy.
 * See manifest/print.ts for how each is made.
 */
export interface ContentPrint {
  /** Bytes. */
  readonly size: number;
  /** sha256, hexadecimal, of the raw bytes. */
  readonly sha256: string;
  /** Hash of the bytes with CRLF and CR as LF, BOM kept; null for files with a NUL byte. */
  readonly lines: string | null;
  /** Hash of the bytes with CRLF and CR as LF and without BOM; null for files with a NUL byte. */
  readonly plain: string | null;
  /** Hash of the text without any white space; null where no text was read. */
  readonly dense: string | null;
  /** Chain of hashes of content-defined or fixed chunks of the raw bytes, compact text; see manifest/print.ts. */
  readonly chain: string;
  /** Similarity sketch of the text, compact text; empty where there is too little text. */
  readonly sketch: string;
}

/** Why a document reads as it does: a sentence, and the place it speaks of. */
export interface Reason {
  readonly message: string;
  readonly place?: Place;
}

/** The classifier's answer. */
export interface KindReading {
  readonly kind: Kind;
  readonly role: Role;
  /** 0 to 1, in steps of 0.01. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

/** One file of the folder, as data. */
export interface Entry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly format: string;
  /** null where no text was read. */
  readonly encoding: string | null;
  /** BCP 47 primary tag, `und` where unknown, null where no text was read. */
  readonly language: string | null;
  readonly outcome: Outcome;
  /** For `unsupported`, `failed`, `limit`: the reason, one sentence. */
  readonly why?: string;
  /** What the extension says, in words, where the content is something else for certain. */
  readonly wrongExtension?: string;
  /** The file of the folder that this one is inside of: of `set.zip!/api.md` it is `set.zip`. */
  readonly within?: string;
  /** No text of its own: all there is to judge is inside. */
  readonly archive?: true;
  /** UTF-16 code units of text that are not white space; 0 where no text was read. */
  readonly characters: number;
  readonly kind: Kind;
  readonly role: Role;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  readonly print: ContentPrint;
  /** The document's title: first heading or first line, at most 120 units; null where there is none. */
  readonly title: string | null;
  /** Relative paths that the document links to or embeds, decoded, as written (not resolved). */
  readonly links: readonly Link[];
}

/** A link, image or include in a document, or a file name in its prose. */
export interface Link {
  /** As written, percent-decoded, without fragment and query; relative to the document's folder. */
  readonly target: string;
  readonly line: number;
  /** `link`: markup that names a file. `embed`: an image or other embedded file. `name`: a file name in prose. */
  readonly how: 'link' | 'embed' | 'name';
}

/** A stretch of a document that no report shows, with its words (the first of them, where it is long). */
export interface Concealed extends Span {
  readonly text: string;
}

/** The per-document half of a run: plain data. */
export interface Examination {
  readonly entry: Entry;
  /** Of the files inside this one (an archive, a mail with attachments), with paths as in `set.zip!/api.md`. */
  readonly inside?: readonly Examination[];
  /** Observations of document checks, by check id. */
  readonly observations: readonly { readonly check: string; readonly observation: Observation }[];
  /** What folder checks collected, by check id. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Checks that threw on this document, with the error's message. */
  readonly crashed: readonly { readonly check: string; readonly message: string }[];
  /** Ascending by start; absent where there is none. */
  readonly concealed?: readonly Concealed[];
}

// ---------------------------------------------------------------------------------------------------------------------
// Checks

interface CheckBase {
  /** Kebab-case name of what is found, without `no-`. */
  readonly id: string;
  /** A noun phrase, as the heading of the check's page. */
  readonly title: string;
  /** The highest level that it gives. */
  readonly level: Level;
  /** Whether a finding can be accepted in INDEX.md. Presence, index, empty, unreadable, hidden text, secrets: no. */
  readonly acceptable: boolean;
  /**
   * Set where it looks for what the layout of a page leaves in a text. In a PDF paragraphs and lines are put together from
   * positions, by the reader here: what is found there is as likely its doing, and is a note.
   */
  readonly layout?: true;
}

/** A fact of one document, with the document's path. */
export interface Fact<F> {
  readonly path: string;
  readonly fact: F;
}

/** Two documents whose texts must be compared. `data` is plain data for `confirm`. */
export interface Pair<P> {
  readonly a: string;
  readonly b: string;
  readonly data: P;
}

/**
 * The steps that see more than one document. `collect` runs beside the document checks and keeps a small fact of each document;
 * `pairs` sees all facts, sorted by path, and names documents whose texts must be compared: the host opens just these again for
 * `confirm`. `sift` sees what was yielded of all pairs, and says what of it stands.
 */
interface Comparing<F, P> {
  collect?(document: Document, reading: KindReading): F | undefined;
  pairs?(facts: readonly Fact<F>[], folder: FolderView): Iterable<Pair<P>>;
  confirm?(a: Document, b: Document, data: P, folder: FolderView): Iterable<Observation>;
  sift?(found: readonly Observation[], folder: FolderView): Iterable<Observation>;
}

/**
 * Looks at one document by itself. Where its neighbours tell more, `among` sees all facts, sorted by path: what it and `confirm`
 * yield is added to what `run` said of the documents.
 */
export interface DocumentCheck<F = never, P = never> extends CheckBase, Comparing<F, P> {
  readonly scope: 'document';
  run(document: Document): Iterable<Observation>;
  /** What takes a library that is loaded for it alone, in addition to `run`; undefined where the document gives no reason. */
  later?(document: Document): Promise<Iterable<Observation>> | undefined;
  among?(facts: readonly Fact<F>[], folder: FolderView): Iterable<Observation>;
}

/** Looks at the folder; `run` sees all facts, sorted by path. */
export interface FolderCheck<F = never, P = never> extends CheckBase, Comparing<F, P> {
  readonly scope: 'folder';
  run?(facts: readonly Fact<F>[], folder: FolderView): Iterable<Observation>;
}

// biome-like "any" is not wanted: a list of checks erases F and P by this alias.
export type AnyFolderCheck = FolderCheck<unknown, unknown>;
export type AnyDocumentCheck = DocumentCheck<unknown, unknown>;
export type Check = AnyDocumentCheck | AnyFolderCheck;

/** What a folder check may ask of the folder. */
export interface FolderView {
  /**
   * Sorted by path. Ignored documents are in `ignored`, not here. In the stead of an archive that was read stand the files
   * inside of it, under paths as in `set.zip!/api.md`; the archive itself is in `archives`.
   */
  readonly entries: readonly Entry[];
  readonly archives?: readonly Entry[];
  readonly ignored: readonly Entry[];
  readonly entry: (path: string) => Entry | undefined;
  /** Whether an index with at least one entry says what was meant to be here. */
  readonly indexed: boolean;
  /** Every path in the folder: files (ignored ones and litter too, and those inside of archives), links, what could not be opened. */
  readonly present: ReadonlySet<string>;
  /** What the index says of a path (through folders and patterns too, and of what is inside of a file); null where it names it nowhere. */
  readonly declared: (path: string) => Declared | null;
  /** The line of the index that says it; null where none does, or where a list or pattern without a place does. */
  readonly declaredAt: (path: string) => Place | null;
  /** Whether the path is a README, LICENSE, ... by name. */
  readonly companion: (path: string) => boolean;
  /** The outcome of holding folder, index and seal against each other; made once, see manifest/compare.ts. */
  readonly differences: readonly Difference[];
}

/**
 * One difference between the folder and what was declared or sealed. The checks on presence (`missing`, `not-placed`,
 * `altered`, ...) each turn those of their own id into findings; which fault explains which was decided before.
 */
export interface Difference {
  /** The check that reports it. */
  readonly check: string;
  readonly level: Level;
  readonly message: string;
  readonly next?: string;
  readonly places: readonly [Place, ...Place[]];
  readonly change?: Change;
  readonly from?: string;
}

// ---------------------------------------------------------------------------------------------------------------------
// Report

/** See docs/report.md and src/report.schema.json. Paths with bytes that are not UTF-8 show U+FFFD and have `rawPath`. */
export interface Report {
  readonly schema: 'seedcheck/report/1';
  readonly tool: { readonly name: 'seedcheck'; readonly version: string };
  /** As given, with `/`. */
  readonly folder: string;
  readonly verdict: Verdict;
  /** Why the verdict is what it is, worst first; sentences without a full stop. */
  readonly reasons: readonly string[];
  readonly set: ReportSet;
  readonly documents: readonly ReportDocument[];
  readonly findings: readonly ReportFinding[];
  readonly checked: {
    readonly files: number;
    readonly bytes: number;
    /** Ids of all checks that ran. */
    readonly checks: readonly string[];
    /** Whatever was not checked, each with the reason. */
    readonly skipped: readonly { readonly path: string; readonly why: string }[];
  };
}

/** What the documents themselves give away of a file that is not here. */
export interface Hint {
  /** `named`: a document names the file. `gap`: a series of names skips it. */
  readonly how: 'named' | 'gap';
  /** The file that is not here, relative to the folder. */
  readonly path: string;
  /** Where it is named; for a gap, the file before the gap, without a span. */
  readonly place: Place;
}

export interface ReportSet {
  /** Whether an index says what was meant to be here. */
  readonly intentKnown: boolean;
  /** The contract at the folder's top (`INDEX.md`, `index.md`) or the file given in its stead; null where there is none. */
  readonly index: string | null;
  /** Set where that is no index but a list of another kind: `BagIt bag`, `list of checksums`, ... */
  readonly list?: string;
  readonly sealed: 'no' | 'yes' | 'in part';
  readonly declared: number;
  readonly present: number;
  readonly missing: number;
  readonly notPlaced: number;
  readonly leftOutPresent: number;
  readonly accepted: number;
  /** Where no index says what was meant: what the documents name and what their names skip, sorted by path. */
  readonly hints: readonly Hint[];
}

export interface ReportDocument {
  readonly path: string;
  readonly rawPath?: string;
  readonly declared: Declared | null;
  /** Line of INDEX.md that declares it, from 1. */
  readonly indexLine?: number;
  readonly role: Role;
  readonly kind: Kind;
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly language: string | null;
  readonly format: string;
  readonly encoding: string | null;
  readonly bytes: number;
  /** null where the file was not read to its end. */
  readonly sha256: string | null;
  readonly sealed: 'as-sealed' | 'altered' | 'not-sealed';
  readonly outcome: Outcome;
  /** Set for an archive that was looked into: its files are documents of their own, under paths as in `set.zip!/api.md`. */
  readonly archive?: true;
}

export interface ReportFinding extends Place {
  readonly rawPath?: string;
  readonly check: string;
  readonly level: Level;
  readonly message: string;
  readonly next: string | null;
  readonly fingerprint: string;
  readonly change?: Change;
  readonly from?: string;
  readonly accepted?: { readonly reason: string; readonly by: string | null; readonly on: string | null };
  readonly related: readonly Place[];
}

/** A reporter turns a report into a string and prints nothing. */
export type Reporter = (report: Report) => string;
