/** A machine-readable file that its own parser refuses: JSON, YAML, XML, Protocol Buffers, GraphQL, SQL, ABNF. */
import { at, lineColumn } from '../core/locate.ts';
import type { DocumentCheck, Observation, Place } from '../core/types.ts';
import { definitionOf } from '../kind/definitions/index.ts';
import { broken, endOf } from '../views/ends/structure.ts';

const QUOTE = 80;

/** `OpenAPI 3.1.0 with 14 paths` in a sentence on what it fails to be: without the counts. */
const bare = (name: string): string => name.replace(/ (?:with|that makes) .*$/u, '');

export const brokenDefinition: DocumentCheck = {
  id: 'broken-definition',
  title: 'A machine-readable file that does not parse',
  level: 'stop',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    const definition = definitionOf(document);
    if (!definition) return;
    const { form, name, fault, lost, claimed, lacks } = definition;
    if (fault) {
      // What the end of the file leaves open, `cut-off` tells.
      const end = endOf(document);
      if (fault.atEnd && end && broken(document, end)) return;
      const place = at(document, fault, { quoteEnd: fault.start + QUOTE });
      const opened = fault.opened && lineColumn(document, fault.opened.start).line;
      const places: [Place, ...Place[]] = [place];
      if (fault.opened && opened !== place.line)
        places.push(at(document, fault.opened, { note: 'opened here', quoteEnd: fault.opened.start + QUOTE }));
      yield {
        level: fault.atEnd && claimed ? 'stop' : 'look',
        message: `this is not whole ${form}${name === undefined || name.includes(form) ? '' : ` (${bare(name)})`}: ${fault.message}${opened === undefined || opened === place.line ? '' : `, opened in line ${opened}`}: line ${place.line}, column ${place.column} ${JSON.stringify(place.quote)}`,
        next: 'Get the file again from where it came, or mend it at this place: a tool that reads it stops here',
        places,
      };
      return;
    }
    if (lost) {
      const place = at(document, lost, { quoteEnd: lost.start + QUOTE });
      yield {
        level: 'look',
        message: `a reference leads to a part that is not in the file: line ${place.line} ${JSON.stringify(place.quote)}`,
        next: 'Get the whole file, or name the part that was meant',
        places: [place],
      };
    }
    if (name !== undefined && definition.span && lacks && lacks.length > 0)
      yield {
        level: 'note',
        message: `${bare(name)} without ${lacks.join(' and ')}, which it must have`,
        next: 'Get the whole file, or add what is missing',
        places: [at(document, definition.span)],
      };
  },
};
