/** MathML in one line of text, as office-math.ts does it. */
import { RELATION, wrapped } from './office-math.ts';
import type { XmlHandler } from './xml-walk.ts';

interface Node {
  readonly name: string;
  text: string;
  readonly children: string[];
}

function compose({ name, text, children }: Node): string {
  const [a = '', b = '', c = ''] = children;
  switch (name) {
    case 'mo':
      return RELATION.test(text.trim()) ? ` ${text.trim()} ` : text.trim();
    case 'mi':
    case 'mn':
    case 'mtext':
    case 'ms':
      return text.trim();
    case 'mfrac':
      return `${wrapped(a)}/${wrapped(b)}`;
    case 'msup':
    case 'mover':
      return `${a}^${wrapped(b)}`;
    case 'msub':
    case 'munder':
      return `${a}_${wrapped(b)}`;
    case 'msubsup':
    case 'munderover':
      return `${a}_${wrapped(b)}^${wrapped(c)}`;
    case 'msqrt':
      return `√${wrapped(children.join(''))}`;
    case 'mroot':
      return `${b}√${wrapped(a)}`;
    case 'mtr':
    case 'mtable':
      return children.join(name === 'mtr' ? ' ' : '; ');
    case 'annotation':
    case 'annotation-xml':
      return '';
    default:
      return children.join('');
  }
}

export class MathMl implements XmlHandler {
  readonly #stack: Node[] = [];
  result = '';

  open(name: string): void {
    this.#stack.push({ name: name.replace(/^.*:/u, ''), text: '', children: [] });
  }

  close(): void {
    const node = this.#stack.pop();
    if (!node) return;
    const text = compose(node);
    const above = this.#stack.at(-1);
    if (above) above.children.push(text);
    else this.result = text.trim();
  }

  text(text: string): void {
    const node = this.#stack.at(-1);
    if (node) node.text += text;
  }
}
