/** What an interface answers instead of a document: a JSON or XML object that is an error and nothing else. */
import type { Document, Level, Span } from '../core/types.ts';

export interface MachineError {
  readonly called: string;
  readonly level: Level;
  readonly shown: Span;
}

/** A longer object is data. In units. */
const MOST = 4_000;

const OPEN_BRACE = 0x7b;
const LESS = 0x3c;

/** Names of members that an error object has; one of any other name, and it is data that speaks of an error. */
const MEMBERS: ReadonlySet<string> = new Set(
  (
    'message msg messages error errors code status statuscode status_code documentation_url detail details title type path timestamp instance ' +
    'reason success ok request_id requestid request-id traceid trace_id trace url hint data result error_description error_uri ' +
    'error_code errorcode errcode errmsg error_msg errormessage error_message name cause info description domain exception stack method id ' +
    'more_info moreinfo docs doc_url help location extensions time locale retry_after retryafter fault faultstring hostid resource key bucketname'
  ).split(' '),
);
const SAYING: ReadonlySet<string> = new Set(
  'message msg messages error errors detail title reason error_description errmsg error_msg errormessage error_message description faultstring fault'.split(
    ' ',
  ),
);
const CODED: ReadonlySet<string> = new Set(
  'code status statuscode status_code error_code errorcode errcode error'.split(' '),
);

/** What servers say of any request, whatever they serve. */
const GENERIC =
  /^(?:the )?(?:requested )?(?:page |resource |url |route |endpoint |repository |object |file |key )?(?:was |does |is )?(?:not found|not exist|no such key|nosuchkey|nosuchbucket|access ?denied|forbidden|unauthori[sz]ed|permission denied|bad credentials|bad request|requires authentication|authentication required|invalid token|token expired|(?:api )?rate limit exceeded|too many requests|internal server error|server error|bad gateway|service (?:temporarily )?unavailable|gateway timeout|method not allowed|missing authentication token|blobnotfound|resourcenotfound)\b/iu;
/** Of any wording: that something was refused or not there. */
const REFUSED =
  /not found|denied|forbidden|unauthori[sz]ed|permission|credential|authenticat|rate limit|too many|server error|unavailable|timed? ?out|expired|no such|not exist|not allowed|invalid|找不到|不存在|未找到|未登录|未授权|无权|权限|登录|过期|频繁|错误|見つかり|認証|権限|찾을 수|권한|인증|не найден|доступ|авторизац|غير موجود|غير مصرح|no encontrad|não encontrad|introuvable|nicht gefunden|non trovat|nie znaleziono|bulunamadı/iu;

/** A file that is named as an example of an error is one. */
const EXAMPLE =
  /(?:example|sample|fixture|mock|test|stub|error|fault|response|problem|not-?found|forbidden|denied|unauthori|[45]\d\d)[^/]*$|(?:^|\/)(?:examples?|samples?|fixtures?|mocks?|tests?|errors?|responses?)\//iu;

export function machineError(document: Document): MachineError | null {
  const { units, format } = document;
  if (units.length > MOST) return null;
  let start = 0;
  while (start < units.length && (units[start]! <= 0x20 || units[start] === 0xfeff)) start++;
  const first = units[start];
  let end = units.length;
  while (end > start && units[end - 1]! <= 0x20) end--;
  if (first !== OPEN_BRACE && (first !== LESS || units[start + 1] === 0x62)) {
    if (EXAMPLE.test(document.path) || !isTrace(document.slice(start, end))) return null;
    return { called: 'the trace of a program that failed', level: 'look', shown: { start, end } };
  }
  const text = document.slice(start, end);
  const data = format === 'json' || format === 'xml' || format === 'yaml' || format === 'code';
  if (data && EXAMPLE.test(document.path)) return null;
  const shown: Span = { start, end };
  if (first === LESS)
    return xmlError(text) ? { called: 'the error object of a server (XML)', level: 'stop', shown } : null;
  if (text.charCodeAt(text.length - 1) !== 0x7d) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return jsonError(value) ? { called: 'the error object of a server (JSON)', level: 'stop', shown } : null;
}

interface Heard {
  /** It has a status from 400 on, and a text. */
  code: boolean;
  text: boolean;
  generic: boolean;
  refused: boolean;
  foreign: boolean;
}

function jsonError(value: unknown): boolean {
  const heard: Heard = { code: false, text: false, generic: false, refused: false, foreign: false };
  listen(value, '', 0, heard);
  if (heard.foreign) return false;
  return heard.generic || (heard.code && (heard.refused || heard.text));
}

function listen(value: unknown, name: string, depth: number, heard: Heard): void {
  if (depth > 4) {
    heard.foreign = true;
    return;
  }
  if (typeof value === 'number') {
    if (CODED.has(name) && value >= 400 && value < 600) heard.code = true;
  } else if (typeof value === 'string') {
    if (CODED.has(name) && /^[45]\d\d$/u.test(value)) heard.code = true;
    if (SAYING.has(name) && value !== '') heard.text = true;
    if (SAYING.has(name) || CODED.has(name)) {
      if (GENERIC.test(value)) heard.generic = true;
      if (REFUSED.test(value)) heard.refused = true;
    }
  } else if (Array.isArray(value)) {
    if (value.length > 5) heard.foreign = true;
    else for (const each of value) listen(each, name, depth + 1, heard);
  } else if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value);
    if (names.length === 0 && depth === 0) heard.foreign = true;
    for (const each of names) {
      const lower = each.toLowerCase();
      if (!MEMBERS.has(lower)) {
        heard.foreign = true;
        return;
      }
      listen((value as Record<string, unknown>)[each], lower, depth + 1, heard);
    }
  }
}

/** How a trace begins, and how its lines look. */
const TRACE_BEGINS =
  /^(?:Traceback \(most recent call last\)|Exception in thread |Unhandled (?:exception|rejection)|Uncaught \w|panic: |(?:[\w$]+\.)+\w*(?:Exception|Error)\b|\w{0,60}(?:Exception|Error): |(?:<br ?\/>\s*)?(?:<b>)?(?:PHP )?(?:Fatal error|Parse error|Warning|Notice|Deprecated)(?:<\/b>)?: |upstream (?:connect error|request timeout)|no healthy upstream|default backend - 404|stream timeout$|fault filter abort)/u;
const TRACE_LINE =
  /^\s+at \S|^\s*File "[^"]+", line \d+|^#\d+ |^Stack trace:|^\s+(?:raise|return|from|throw)\b|^Caused by: |^\s+\.{3} \d+ more|^goroutine \d+|^\s+\S+\.\w{1,4}:\d+|^\s*thrown in |\bon line (?:<b>)?\d+|^\w[\w.$]*(?:Error|Exception|Timeout)\b|reset reason|^\s{4}\S/u;

/** A trace and nothing else. */
function isTrace(text: string): boolean {
  if (!TRACE_BEGINS.test(text)) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 1) return /^(?:upstream |no healthy|default backend|stream timeout|fault filter)/u.test(text);
  const told = lines.filter((line) => line.length <= 400 && TRACE_LINE.test(line)).length;
  return told >= 1 && 2 * (told + 1) >= lines.length;
}

const XML_ROOT = /^(?:<\?xml[^>]{0,200}\?>\s*)?<(?:Error|ErrorResponse|error|errors)(?:\s[^>]{0,300})?>/u;
const XML_MEMBER = /<(?:Code|code|Message|message|status|Status)>([^<]{1,400})</gu;

/** The error documents of object stores and their like: a root that is an error, with a code and a message. */
function xmlError(text: string): boolean {
  if (!XML_ROOT.test(text)) return false;
  let members = 0;
  let heard = false;
  for (const match of text.matchAll(XML_MEMBER)) {
    members++;
    if (GENERIC.test(match[1]!) || REFUSED.test(match[1]!) || /^[45]\d\d$/u.test(match[1]!)) heard = true;
  }
  return members > 0 && heard;
}
