/** A passage in another language than the document. */
import type { Document } from '../../src/core/types.ts';
import { language } from '../../src/views/language.ts';
import type { Random } from '../random.ts';
import { apply, bySeverity, gaps, isTextual, shuffled } from './content-common.ts';
import { SENTENCES } from './content-sentences.ts';
import type { Half, Injected, Injection, Severity } from './types.ts';

function passage(document: Document, chance: Random, severity: Severity, half: Half): Injected | undefined {
  if (!isTextual(document)) return undefined;
  const places = gaps(document);
  // The passage has to be a small part of the document.
  if (places.length < 8 || document.units.length < 3000) return undefined;
  const own = language(document);
  if (own === 'und') return undefined;
  const others = shuffled(
    chance,
    Object.keys(SENTENCES).filter((l) => l !== own && SENTENCES[l]![half].length >= 4),
  );
  const taken = others.slice(0, bySeverity(severity, 1, 1, 3));
  const paragraphs = taken.map((l) =>
    shuffled(chance, SENTENCES[l]![half])
      .slice(0, severity === 'mild' ? 4 : 6)
      .join(/^(?:zh|ja|th)$/u.test(l) ? '' : ' '),
  );
  const at = chance.pick(places.slice(2));
  return apply(
    document.text,
    [{ start: at, end: at, text: `${paragraphs.join('\n\n')}\n\n` }],
    [`of ${own}`, ...taken.map((l) => `language ${l}`)],
  );
}

export const passageInjections: readonly Injection[] = [
  {
    id: 'language-passage',
    sees: 'A passage on something else, in another language, stands in the text',
    inject: passage,
  },
];
