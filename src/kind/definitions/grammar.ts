/** Grammars: ABNF (RFC 5234), EBNF of W3C (`::=`) and of ISO 14977 (`= ... ;`), told by their rules. */
import { counted, type Definition, type Fault } from './types.ts';

/** Lines looked at. */
const MOST = 20_000;
const ABNF = /^[ \t]{0,40}(?:<)?([A-Za-z][\w-]{0,80})(?:>)?[ \t]{0,40}=\/?[ \t]*(?=$|["%;<([*A-Za-z\d])/u;
const W3C = /^[ \t]{0,40}(?:\[\d{1,4}[a-z]?\][ \t]{0,40})?<?[A-Za-z_][\w .-]{0,80}>?[ \t]{0,40}::=/u;
const ISO = /^[ \t]{0,40}[A-Za-z_][\w -]{0,80}[ \t]{0,40}=(?!=)/u;

/** A grammar by extension, or a text whose lines are rules for the most part. */
export function grammarDefinition(text: string, extension: string): Definition | undefined {
  const claimed = /^(?:abnf|ebnf|bnf)$/u.test(extension);
  let abnf = 0;
  let w3c = 0;
  let iso = 0;
  let lines = 0;
  let from = 0;
  const first: (number | undefined)[] = [undefined, undefined, undefined];
  let read = 0;
  while (from < text.length && read < MOST) {
    let end = text.indexOf('\n', from);
    if (end < 0) end = text.length;
    const line = text.slice(from, Math.min(end, from + 300));
    read++;
    if (/\S/u.test(line) && !/^\s*(?:;|\(\*|\/\*|#|\/\/)/u.test(line)) {
      // What goes on from the line before is of its rule.
      if (!/^[ \t]+\S/u.test(line) || W3C.test(line) || ABNF.test(line)) {
        lines++;
        if (W3C.test(line)) {
          w3c++;
          first[1] ??= from;
        } else {
          if (ABNF.test(line)) {
            abnf++;
            first[0] ??= from;
          }
          if (ISO.test(line)) {
            iso++;
            first[2] ??= from;
          }
        }
      }
    }
    from = end + 1;
  }
  const best = w3c >= Math.max(abnf, iso) ? 1 : extension === 'abnf' || abnf >= iso ? 0 : 2;
  const rules = [abnf, w3c, iso][best]!;
  if (rules === 0 || (!claimed && (best === 2 || rules < 5 || rules * 10 < lines * 9))) return undefined;
  // `name = value` is a setting too: without the extension ABNF must have what only ABNF has.
  if (
    !claimed &&
    best === 0 &&
    !/%x[\dA-F]{2}|\d?\*\(|\b(?:ALPHA|DIGIT|CRLF|WSP|VCHAR|DQUOTE)\b/u.test(text.slice(0, 20_000))
  )
    return undefined;
  const at = first[best]!;
  const end = text.indexOf('\n', at);
  const fault = extension === 'abnf' && best === 0 ? abnfFault(text) : undefined;
  return {
    form: best === 0 ? 'ABNF' : 'EBNF',
    name: `${best === 0 ? 'ABNF' : 'EBNF'} with ${counted(rules, 'rule')}`,
    span: { start: at, end: Math.min(at + 120, end < 0 ? text.length : end) },
    claimed,
    ...(fault ? { fault } : {}),
  };
}

/** The first rule of ABNF in which a quote or a bracket is not closed. */
function abnfFault(text: string): Fault | undefined {
  let from = 0;
  let open: number[] = [];
  const lineEnd = (at: number): number => {
    const end = text.indexOf('\n', at);
    return Math.min(at + 80, end < 0 ? text.length : end);
  };
  while (from < text.length) {
    let end = text.indexOf('\n', from);
    if (end < 0) end = text.length;
    // A rule begins where its name stands at the left, with "=" after it.
    if (open.length > 0 && /^[A-Za-z][\w-]{0,80}[ \t]*=/u.test(text.slice(from, Math.min(end, from + 120))))
      return {
        message: `"${text[open.at(-1)!]!}" is not closed in its rule`,
        start: open.at(-1)!,
        end: lineEnd(open.at(-1)!),
        atEnd: false,
      };
    for (let i = from; i < end; i++) {
      const unit = text[i]!;
      if (unit === ';') break;
      if (unit === '"' || unit === '<') {
        const close = text.indexOf(unit === '"' ? '"' : '>', i + 1);
        if (close < 0 || close >= end)
          return { message: `${unit} is not closed in its line`, start: i, end: lineEnd(i), atEnd: false };
        i = close;
      } else if (unit === '(' || unit === '[') open.push(i);
      else if (unit === ')' || unit === ']') {
        const opener = open.pop();
        if (opener === undefined) return { message: `"${unit}" closes nothing`, start: i, end: i + 1, atEnd: false };
        if ((text[opener] === '(') !== (unit === ')'))
          return {
            message: `"${unit}" stands where "${text[opener] === '(' ? ')' : ']'}" was expected`,
            start: i,
            end: i + 1,
            atEnd: false,
          };
      }
    }
    from = end + 1;
  }
  if (open.length === 0) return undefined;
  const at = open.at(-1)!;
  open = [];
  return { message: `"${text[at]!}" is not closed in its rule`, start: at, end: lineEnd(at), atEnd: false };
}
