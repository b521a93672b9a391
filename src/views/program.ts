/** Whether a file whose name does not tell it is a program: a script, a settings file, a source. */
import type { Document } from '../core/types.ts';
import { view } from '../core/view.ts';

/** Lines looked at, the fewest that tell, and units of one. */
const LINES = 400;
const FEW = 6;
const LINE_UNITS = 300;
/** A program has so many lines, in percent of those that are no remarks, that no sentence looks like. */
const SHARE = 45;
/** Shown to be a script by its first line, it needs fewer. */
const SHARE_SCRIPT = 20;

/** Remarks, and blank lines. */
const REMARK = /^\s*(?:$|#|\/\/|\/?\*|--\s|;;|%)/u;
/** A statement, an opened or closed block, an assignment, a word that ends a block by itself, the head of a branch. */
const STATEMENT =
  /[;{}]\s*$|^\s*(?:fi|done|esac|end|else|then|do|;;|return\b.{0,40}|break|continue|local\s.{1,80}|export\s\w+=.*)\s*$|^\s*(?:export\s+)?[A-Za-z_]\w{0,40}\s?\+?=\S?|^\s*(?:if|while|for|elif|case|def|class|function)\b.{1,200}(?:[:{]|\bthen|\bdo|\bin)\s*$|\$\(|\$\{|\(\)\s*\{?$|^\s*(?:import|from)\s[\w.]+(?:\simport\s.*)?$/u;

/** Names of files that are texts, whatever they hold. */
const TEXTS = /\.(?:txt|text)(?:\.gz)?$/iu;

/** Whether a text is for the most part statements of a program. Only formats that say nothing of it are asked. */
export const isProgram: (document: Document) => boolean = view((document) => {
  if (document.format !== 'text' || TEXTS.test(document.path)) return false;
  const { units } = document;
  const script = units[0] === 0x23 && units[1] === 0x21;
  let lines = 0;
  let statements = 0;
  for (let start = 0, seen = 0; start < units.length && seen < LINES; seen++) {
    let end = units.indexOf(0x0a, start);
    if (end < 0) end = units.length;
    const line = document.slice(start, Math.min(end, start + LINE_UNITS));
    start = end + 1;
    if (REMARK.test(line)) continue;
    lines++;
    if (STATEMENT.test(line)) statements++;
  }
  if (lines < (script ? 1 : FEW)) return script;
  return 100 * statements >= (script ? SHARE_SCRIPT : SHARE) * lines;
});
