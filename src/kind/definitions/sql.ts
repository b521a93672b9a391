/**
 * SQL that makes tables. Dialects differ in nearly everything, so that only what all of them share is held against the text:
 * the list of columns of CREATE TABLE is closed before the next statement begins.
 */
import { counted, type Definition, type Fault } from './types.ts';

const CREATE =
  /create\s{1,9}(?:or\s{1,9}replace\s{1,9})?(?:(?:global|local|temp|temporary|unlogged|external|foreign|virtual|transient|column|row)\s{1,9}){0,3}table\s{1,9}(?:if\s{1,9}not\s{1,9}exists\s{1,9})?((?:[\w$#@.-]|"[^"\n]{1,80}"|`[^`\n]{1,80}`|\[[^\]\n]{1,80}\]|[^\x00-\x7f]){1,200})\s{0,99}\(/iy;
const STATEMENT =
  /(?:create\s{1,9}(?:table|index|view|unique|sequence|type|trigger|function|or\s)|insert\s{1,9}into|alter\s{1,9}table|drop\s{1,9}table)\b/iy;
/** A column, or a constraint: a name and a type. */
const COLUMN = /\s{0,99}(?:--[^\n]{0,200}\s{1,99}){0,5}(?:["`[]?[\w$# ]{1,80}["`\]]?)\s{1,20}[A-Za-z]/y;
/** Tables are counted up to this many. */
const MOST = 20_000;

export function sqlDefinition(text: string, claimed: boolean): Definition | undefined {
  const { length } = text;
  let tables = 0;
  let span: Definition['span'];
  let fault: Fault | undefined;
  /** Depth of brackets in the current list of columns; -1 outside of one. */
  let depth = -1;
  let opened = 0;
  let lineStart = true;
  for (let i = 0; i < length && tables < MOST; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a) {
      lineStart = true;
      continue;
    }
    if (unit <= 0x20) continue;
    const first = lineStart;
    lineStart = false;
    if (unit === 0x2d && text.charCodeAt(i + 1) === 0x2d) {
      const end = text.indexOf('\n', i);
      i = (end < 0 ? length : end) - 1;
    } else if (unit === 0x2f && text.charCodeAt(i + 1) === 0x2a) {
      const end = text.indexOf('*/', i + 2);
      if (end < 0) break;
      i = end + 1;
    } else if (unit === 0x27 || unit === 0x22 || unit === 0x60) {
      // A quote doubled is two strings in a row; a backslash is a character or an escape, by the dialect.
      let end = text.indexOf(text[i]!, i + 1);
      while (
        end > 0 &&
        text.charCodeAt(end - 1) === 0x5c &&
        text.charCodeAt(end - 2) !== 0x5c &&
        text.charCodeAt(end + 1) !== 0x2c
      )
        end = text.indexOf(text[i]!, end + 1);
      if (end < 0) break;
      i = end;
    } else if (unit === 0x24) {
      const tag = /\$\w{0,40}\$/y;
      tag.lastIndex = i;
      const mark = tag.exec(text)?.[0];
      if (mark !== undefined) {
        const end = text.indexOf(mark, i + mark.length);
        if (end < 0) break;
        i = end + mark.length - 1;
      }
    } else if (depth >= 0) {
      if (unit === 0x28) depth++;
      else if (unit === 0x29) {
        depth--;
        if (depth < 0) continue;
        if (depth === 0) depth = -1;
      } else if (first && depth > 0) {
        STATEMENT.lastIndex = i;
        if (STATEMENT.test(text)) {
          fault ??= {
            message: `the "(" of the table ${nameAt(text, opened)} is not closed before this statement`,
            start: i,
            end: lineEnd(text, i),
            opened: { start: opened, end: lineEnd(text, opened) },
            atEnd: false,
          };
          depth = -1;
          i--;
          lineStart = true;
        }
      }
    } else if ((unit === 0x63 || unit === 0x43) && (first || /[\s;]/u.test(text[i - 1] ?? ' '))) {
      CREATE.lastIndex = i;
      const found = CREATE.exec(text);
      if (!found) continue;
      COLUMN.lastIndex = i + found[0].length;
      if (!COLUMN.test(text)) continue;
      tables++;
      span ??= { start: i, end: lineEnd(text, i) };
      opened = i;
      depth = 1;
      i += found[0].length - 1;
    }
  }
  if (tables === 0) return undefined;
  return {
    form: 'SQL',
    name: `SQL that makes ${counted(tables, 'table')}`,
    span: span!,
    claimed,
    ...(fault ? { fault } : {}),
  };
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return Math.min(from + 80, end < 0 ? text.length : end);
};

function nameAt(text: string, at: number): string {
  CREATE.lastIndex = at;
  return CREATE.exec(text)?.[1]?.slice(0, 60) ?? '';
}
