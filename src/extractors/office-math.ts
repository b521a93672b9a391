/** Equations of Office (OMML) and MathML in one line of text: `c = n(n−1)/2`, `E = mc^2`. */
import type { Attributes } from './xml-walk.ts';

interface Node {
  readonly name: string;
  /** Of an argument: its text. */
  text: string;
  /** Of a structure: the texts of its arguments, by name. */
  readonly args: Record<string, string[]>;
  readonly signs: Record<string, string>;
}

const STRUCTURES: ReadonlySet<string> = new Set(
  'f sSup sSub sSubSup sPre d rad nary func acc bar m mr eqArr limLow limUpp groupChr box borderBox phant oMath'
    .split(' ')
    .map((name) => `m:${name}`),
);
const ARGUMENTS: ReadonlySet<string> = new Set('num den e sup sub deg fName lim'.split(' ').map((name) => `m:${name}`));
/** Signs between two sides: spaces stand around them. */
export const RELATION: RegExp = /^[=<>≤≥≠≈≡≅∼∝→⇒⇔↔∈∉⊂⊆±]$/u;

/** One argument of an operator: in brackets unless it is a single name or number. */
export function wrapped(text: string): string {
  if (text.length > 64) return `(${text})`;
  if (/^[^\s+\-−*/=<>()^_,;|]*$/u.test(text) || /^\([^()]*\)$/u.test(text)) return text;
  return `(${text})`;
}

const all = (node: Node, name: string): string => (node.args[`m:${name}`] ?? []).join('');
const raised = (sign: string, text: string): string => (text === '' ? '' : sign + wrapped(text));

function compose(node: Node): string {
  const list = node.args['m:e'] ?? [];
  const e = list.join('');
  const { signs } = node;
  switch (node.name) {
    case 'm:f':
      return `${wrapped(all(node, 'num'))}/${wrapped(all(node, 'den'))}`;
    case 'm:sSup':
    case 'm:sSub':
    case 'm:sSubSup':
    case 'm:sPre':
      return e + raised('_', all(node, 'sub')) + raised('^', all(node, 'sup'));
    case 'm:limLow':
    case 'm:limUpp':
      return e + raised(node.name === 'm:limLow' ? '_' : '^', all(node, 'lim'));
    case 'm:d':
      return (signs['m:begChr'] ?? '(') + list.join(signs['m:sepChr'] ?? '|') + (signs['m:endChr'] ?? ')');
    case 'm:rad':
      return `${all(node, 'deg')}√${wrapped(e)}`;
    case 'm:nary':
      return `${signs['m:chr'] ?? '∫'}${raised('_', all(node, 'sub'))}${raised('^', all(node, 'sup'))} ${e}`;
    case 'm:func':
      return `${all(node, 'fName')}${e.startsWith('(') ? '' : ' '}${e}`;
    case 'm:acc':
      return e + (signs['m:chr'] ?? '\u0302');
    case 'm:mr':
      return list.join(' ');
    case 'm:m':
      return `[${(node.args['row'] ?? []).join('; ')}]`;
    case 'm:eqArr':
      return list.join('; ');
    default:
      return node.text + e;
  }
}

/** Takes the events of elements in `m:`; gives the equation when its outermost structure closes. */
export class OfficeMath {
  readonly #stack: Node[] = [];

  get open(): boolean {
    return this.#stack.length > 0;
  }

  element(name: string, attribute: Attributes): void {
    if (STRUCTURES.has(name) || ARGUMENTS.has(name)) this.#stack.push({ name, text: '', args: {}, signs: {} });
    else if (name === 'm:chr' || name === 'm:begChr' || name === 'm:endChr' || name === 'm:sepChr') {
      const node = this.#stack.at(-1);
      if (node) node.signs[name] = attribute('m:val') ?? '';
    }
  }

  text(text: string): void {
    const node = this.#stack.at(-1);
    if (node) node.text += RELATION.test(text.trim()) ? ` ${text.trim()} ` : text;
  }

  /** The text of the outermost structure, when it closes. */
  close(name: string): string | null {
    const node = this.#stack.at(-1);
    if (node?.name !== name) return null;
    this.#stack.pop();
    const above = this.#stack.at(-1);
    if (ARGUMENTS.has(name)) {
      if (above) (above.args[name] ??= []).push(node.text.trim());
      return above ? null : node.text;
    }
    const text = compose(node);
    if (!above) return text.trim();
    if (name === 'm:mr') (above.args['row'] ??= []).push(text);
    else above.text += text;
    return null;
  }
}
