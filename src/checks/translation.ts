/** One text in several languages: neither copies nor versions of each other, and nothing strange among the rest. */
import { nowhere } from '../core/locate.ts';
import type { FolderCheck, Observation } from '../core/types.ts';
import { keptOf, translationGroups, type Kept } from '../views/translations.ts';

/** Texts that are told of, and languages of each that are named. */
const MOST = 50;
const SHOWN = 6;
/** Formats without a language. */
const DATA: ReadonlySet<string> = new Set('csv tsv log code json yaml toml xml proto graphql sql abnf'.split(' '));

export const translation: FolderCheck<Kept> = {
  id: 'translation',
  title: 'One text in several languages',
  level: 'note',
  acceptable: true,
  scope: 'folder',
  collect: (document) => (DATA.has(document.format) ? undefined : keptOf(document)),
  *run(facts, folder): Iterable<Observation> {
    for (const group of translationGroups(facts, folder).slice(0, MOST)) {
      const [first, ...rest] = group.map((i) => facts[i]!);
      const more = rest.length > SHOWN ? ` and ${rest.length - SHOWN} more` : '';
      const named = rest.slice(0, SHOWN).map(({ path, fact }) => `${path} (${fact.language})`);
      yield {
        message: `the same text in another language (${first!.fact.language}) as ${named.join(', ')}${more}`,
        next: 'Say in INDEX.md which language counts',
        places: [nowhere(first!.path), ...rest.slice(0, SHOWN).map(({ path }) => nowhere(path, 'the same text'))],
      };
    }
  },
};
