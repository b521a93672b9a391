/** The verdict line: what is in the folder, and what speaks against building from it. */
import type { Change, Level, Report, ReportDocument, ReportFinding } from '../core/types.ts';
import { visible } from './escape.ts';
import { namesOf } from './names.ts';
import { counted, listed, number } from './words.ts';

export interface HeadlineOptions {
  /** The level from which a finding keeps a folder from READY; `stop` unless said. */
  readonly failOn?: Level;
  /** The report is on one file by itself: no index was looked for. */
  readonly alone?: boolean;
}

/** Findings that nobody has accepted. */
export function open(report: Report): readonly ReportFinding[] {
  return report.findings.filter((finding) => !finding.accepted);
}

/** What the verdict leans on, one line without the folder's name: `4 specifications; 3 to look at, not sealed`. */
export function headline(report: Report, options: HeadlineOptions = {}): string {
  switch (report.verdict) {
    case 'READY':
      return ready(report);
    case 'NOT READY':
      return notReady(report, options);
    case 'CANNOT TELL':
      return cannotTell(report, options);
  }
}

function ready(report: Report): string {
  const leans = [];
  const looks = open(report).filter((finding) => finding.level === 'look').length;
  if (looks > 0) leans.push(`${number(looks)} to look at`);
  leans.push(...asides(report), seal(report));
  return `${composition(report)}; ${leans.join(', ')}`;
}

/** Checks on presence that the first line speaks of, and how. */
const SET_CHECKS = [
  ['missing', 'missing'],
  ['not-placed', 'not placed'],
  ['altered', 'altered'],
  ['renamed', 'renamed'],
] as const;
const NAMED = 2;

function notReady(report: Report, options: HeadlineOptions): string {
  const clauses: string[] = [];
  const failing = open(report).filter(
    ({ level }) => level === 'stop' || (options.failOn === 'look' && level === 'look'),
  );
  const count = (check: string): number => failing.filter((finding) => finding.check === check).length;
  const documents = report.documents.filter(isText);
  const strays = new Set(failing.filter(({ check }) => check === 'not-a-spec').map(({ path }) => path));
  const nothing =
    documents.length > 0 &&
    (documents.every(({ path, role }) => strays.has(path) || (role === 'stray' && !report.set.intentKnown)) ||
      count('nothing-to-build-from') > 0);

  if (options.alone === true) clauses.push(alone(report));
  else if (documents.length === 0)
    clauses.push(report.documents.length === 0 ? 'no document' : `no document, ${inventory(report)}`);
  else if (nothing) clauses.push(`${counted(documents.length, 'document')}, none reads as a specification`);
  else clauses.push(composition(report));

  const name = namesOf(report);
  const set: string[] = [];
  for (const [check, says] of SET_CHECKS) {
    const paths = [...new Set(failing.filter((finding) => finding.check === check).map(({ path }) => path))];
    // Two or three names say more than their number.
    if (paths.length > 0) set.push(`${paths.length <= NAMED ? listed(paths.map(name)) : number(paths.length)} ${says}`);
  }
  if (count('index') > 0) set.push(counted(count('index'), 'fault in the index', 'faults in the index'));
  if (set.length > 0) clauses.push(set.join(', '));

  const told = new Set([
    'missing',
    'not-placed',
    'altered',
    'renamed',
    'index',
    'nothing-to-build-from',
    ...(nothing ? ['not-a-spec'] : []),
  ]);
  const others = failing.filter((finding) => !told.has(finding.check) && !(nothing && strays.has(finding.path)));
  if (others.length > 0) {
    const checks = [...new Set(others.map(({ check }) => check))];
    const files = new Set(others.map(({ path }) => path)).size;
    const what = checks.length > 4 ? `${checks.slice(0, 3).join(', ')} and ${checks.length - 3} more` : listed(checks);
    clauses.push(
      options.alone === true
        ? what
        : `${what} in ${files === 1 ? name(others[0]!.path === '.' ? report.folder : others[0]!.path) : `${number(files)} files`}`,
    );
  }
  if (!report.set.intentKnown && options.alone !== true)
    clauses.push(report.set.index === null ? 'no INDEX.md' : `${visible(report.set.index)} names no file yet`);
  clauses.push(...ignored(report));
  return clauses.join('; ');
}

/** As the verdict words it; the names of the documents follow. */
const UNREADABLE = 'no document could be read';

function cannotTell(report: Report, options: HeadlineOptions): string {
  const reasons = report.reasons.filter((reason) => !/^(?:no INDEX\.md|a file by itself)/.test(reason));
  const others = reasons.filter((reason) => reason !== UNREADABLE).map(visible);
  const documents = report.documents.filter(isText).length;
  const first =
    options.alone === true
      ? alone(report)
      : others.length < reasons.length
        ? `${counted(documents, 'document')}, none could be read`
        : report.set.intentKnown
          ? composition(report)
          : reads(report);
  const clauses = [
    first,
    ...(others.length > 3 ? [...others.slice(0, 2), `${others.length - 2} more reasons`] : others),
  ];
  if (options.alone === true) clauses.push('by itself, no index says what it is for');
  else if (!report.set.intentKnown)
    clauses.push(
      report.set.index === null
        ? 'no INDEX.md says whether that is all'
        : `${visible(report.set.index)} names no file yet`,
    );
  const looks = open(report).filter((finding) => finding.level === 'look').length;
  const leans = [...(looks > 0 ? [`${number(looks)} to look at`] : []), ...ignored(report)];
  if (leans.length > 0) clauses.push(leans.join(', '));
  return clauses.join('; ');
}

/** How a file by itself reads. */
function alone(report: Report): string {
  const [document] = report.documents;
  if (document === undefined) return 'no document';
  switch (document.outcome) {
    case 'read':
      break;
    case 'empty':
      return 'empty';
    case 'bytes':
      return 'no text to judge';
    case 'unsupported':
    case 'failed':
    case 'limit':
    case 'ignored':
      return 'not read';
  }
  switch (document.role) {
    case 'specification':
      return 'reads as a specification';
    case 'background':
    case 'attachment':
    case 'companion':
      return `reads as ${document.role === 'companion' ? 'a companion' : 'background'}`;
    case 'stray':
      return 'does not read as a specification';
    case 'unreadable':
    case 'unclear':
      return 'unclear whether it is a specification';
  }
}

/** `4 documents read as specifications`, `3 of 5 documents read as specifications`. */
function reads(report: Report): string {
  const documents = report.documents.filter(isText);
  const specifications = documents.filter(({ role }) => role === 'specification').length;
  if (documents.length === 0) return 'no document';
  if (specifications === documents.length)
    return documents.length === 1
      ? '1 document reads as a specification'
      : `${number(documents.length)} documents read as specifications`;
  if (specifications === 0) return `${counted(documents.length, 'document')}, none clearly a specification`;
  return `${number(specifications)} of ${counted(documents.length, 'document')} ${specifications === 1 ? 'reads as a specification' : 'read as specifications'}`;
}

/** What the folder holds, by what the index says of it, else by how it reads: `4 specifications, 1 background file`. */
function composition(report: Report): string {
  const here = report.documents.filter(
    ({ outcome, declared }) => outcome !== 'ignored' && declared !== 'left-out' && declared !== 'not-placed',
  );
  const known = report.set.intentKnown;
  const is = (document: ReportDocument, declared: string, role: string): boolean =>
    known ? document.declared === declared : document.role === role;
  const specifications = here.filter((document) => is(document, 'specification', 'specification')).length;
  const background = here.filter((document) => is(document, 'background', 'background')).length;
  const others = known ? here.filter(({ declared }) => declared === 'other').length : 0;
  const parts = [];
  if (specifications > 0) parts.push(counted(specifications, 'specification'));
  if (background > 0) parts.push(counted(background, 'background file'));
  if (others > 0)
    parts.push(
      report.set.list !== undefined && report.set.index !== null
        ? `${counted(others, 'file')} as ${visible(report.set.index)} says (${report.set.list})`
        : `${counted(others, 'file')} under other headings`,
    );
  if (parts.length > 0) return parts.join(', ');
  const documents = report.documents.filter(isText).length;
  return documents === 0
    ? `no document among ${counted(report.documents.length, 'file')}`
    : known
      ? `${counted(documents, 'document')}, none placed`
      : reads(report);
}

/** What is in a folder without documents. */
function inventory(report: Report): string {
  const companions = report.documents.filter(({ role }) => role === 'companion').length;
  const empty = report.documents.filter(({ outcome }) => outcome === 'empty').length;
  const attachments = report.documents.filter(({ outcome }) => outcome === 'bytes').length;
  const parts = [];
  if (empty > 0) parts.push(counted(empty, 'empty file'));
  if (attachments > 0) parts.push(counted(attachments, 'attachment'));
  if (companions > 0) parts.push(counted(companions, 'companion'));
  return parts.length > 0 ? `only ${listed(parts)}` : counted(report.documents.length, 'file');
}

/** What a READY must not hide. */
function asides(report: Report): string[] {
  const parts = [];
  const unclear = report.documents.filter(
    (document) => isText(document) && document.outcome === 'read' && document.role === 'unclear',
  ).length;
  if (report.set.accepted > 0) parts.push(`${number(report.set.accepted)} accepted`);
  if (unclear > 0) parts.push(`${number(unclear)} unclear`);
  if (report.set.leftOutPresent > 0) parts.push(`${number(report.set.leftOutPresent)} left out but present`);
  return [...parts, ...ignored(report)];
}

/** Ignored documents are there all the same for whoever reads the folder. */
function ignored(report: Report): string[] {
  const count = report.documents.filter(({ outcome }) => outcome === 'ignored').length;
  return count > 0 ? [`${number(count)} ignored`] : [];
}

/** Changes that leave the text the same. */
const FORM: ReadonlySet<Change> = new Set<Change>(['line-endings', 'bom', 'whitespace']);

function seal(report: Report): string {
  if (report.set.sealed === 'no') return 'not sealed';
  const altered = report.documents.filter((document) => document.sealed === 'altered').length;
  const renamed = report.findings.filter(({ check }) => check === 'renamed').length;
  const inForm = report.findings.filter(
    ({ check, change }) => check === 'altered' && change !== undefined && FORM.has(change),
  ).length;
  if (altered > 0) return `sealed, ${number(altered)} changed${inForm === altered ? ' in form only' : ''}`;
  if (renamed > 0) return `sealed, ${number(renamed)} with another name`;
  return report.set.sealed === 'yes' ? 'all as sealed' : 'sealed in part';
}

/** A file that could carry a build: not bytes, not empty, not a companion, not ignored, and no archive, whose files count. */
function isText({ outcome, role, declared, archive }: ReportDocument): boolean {
  return (
    archive !== true &&
    outcome !== 'bytes' &&
    outcome !== 'empty' &&
    outcome !== 'ignored' &&
    role !== 'companion' &&
    declared !== 'left-out'
  );
}

/** The folder's name as the first line says it. */
export function folderName(report: Report): string {
  return report.folder === '.' ? '. (the current folder)' : namesOf(report)(report.folder);
}
