/** Says by parsing which interface definition a file is, and where it does not parse. One reading per document. */
import type { Document } from '../../core/types.ts';
import { view } from '../../core/view.ts';
import { mayBeYaml } from '../../extractors/yaml.ts';
import { grammarDefinition } from './grammar.ts';
import { graphqlDefinition } from './graphql.ts';
import { readJson } from './json.ts';
import { mayDefine, nameOf, type Outline } from './outline.ts';
import { protoDefinition } from './proto.ts';
import { sqlDefinition } from './sql.ts';
import type { Definition, Fault } from './types.ts';
import { xmlDefinition } from './xml.ts';
import { readYaml } from './yaml.ts';

/** Levels of keys that are kept of a file that defines an interface: `components/schemas/Pet`. */
const LEVELS = 3;
/** Text that is looked at, in units, to tell what to parse. */
const HEAD = 2048;
/** Longer text is not parsed but for JSON and XML, which cost no memory. */
const MOST_TEXT = 16 << 20;

/** Formats of text for people: prose that shows a definition is none. */
const PROSE: ReadonlySet<string> = new Set([
  'markdown',
  'html',
  'rst',
  'asciidoc',
  'latex',
  'roff',
  'org',
  'mail',
  'csv',
  'tsv',
  'log',
  'code',
]);

/** What the document defines, or the form that it is in; undefined for text, and for what no parser here reads. */
export const definitionOf: (document: Document) => Definition | undefined = view((document) => {
  const { format, units, path } = document;
  const extension = /\.([A-Za-z\d]{1,12})$/u.exec(path)?.[1]?.toLowerCase() ?? '';
  const schemaCode =
    extension === 'sql' ||
    extension === 'graphql' ||
    extension === 'graphqls' ||
    extension === 'gql' ||
    extension === 'proto';
  if (PROSE.has(format) && !schemaCode) return undefined;
  const head = document.slice(0, HEAD);
  const start = head
    .trimStart()
    .replace(/^\ufeff/u, '')
    .charAt(0);
  const short = units.length <= MOST_TEXT;
  if (extension === 'proto') return short ? protoDefinition(document.text, true) : undefined;
  if (extension === 'graphql' || extension === 'graphqls' || extension === 'gql')
    return short ? graphqlDefinition(document.text, true) : undefined;
  if (extension === 'sql') return short ? sqlDefinition(document.text, true) : undefined;
  if (extension === 'abnf' || extension === 'ebnf' || extension === 'bnf')
    return short ? grammarDefinition(document.text, extension) : undefined;
  if (format === 'json' || extension === 'json' || (start === '{' && format !== 'yaml')) {
    if (extension === 'jsonl' || extension === 'ndjson' || extension === 'ipynb') return undefined;
    return json(units, extension === 'json' || extension === 'jsonc' || extension === 'json5');
  }
  if (start === '<') {
    const certain = format === 'xml' || extension === 'xsd' || extension === 'wsdl';
    return certain || /^\s*<\?xml\b|^\s*<(?:\w+:)?(?:schema|definitions|description)\b/u.test(head)
      ? xmlDefinition(
          units,
          certain && !/^(?:xhtml|html?|dtd|ent|mod|tmpl|tpl|jsp|php|vm|ftl|in|j2|erb)$/u.test(extension),
        )
      : undefined;
  }
  if (mayBeYaml(document)) {
    const reading = readYaml(document.text);
    return reading ? made('YAML', reading.outline, reading.fault, false) : undefined;
  }
  if (format !== 'text' || !short) return undefined;
  // No extension that says so: a mark of the language must stand at the beginning of a line.
  if (/^(?:syntax|edition)\s{0,9}=\s{0,9}["'][\w.]{1,12}["']\s{0,9};/mu.test(head))
    return protoDefinition(document.text, false);
  if (
    /^(?:type|interface|input|enum|scalar|schema|directive)\b[^\n]{0,200}[{@]|^scalar \w+$/mu.test(head) &&
    /^\s{0,20}\w{1,60}(?:\([^\n)]{0,200}\))?:\s?\[?\w{1,60}[!\]]/mu.test(head)
  )
    return graphqlDefinition(document.text, false);
  if (
    /^\s{0,9}(?:--[^\n]{0,200}\n|\/\*|create\s|set\s|drop\s|use\s|begin)/iu.test(head) &&
    /^\s{0,9}create\s/imu.test(head)
  )
    return sqlDefinition(document.text, false);
  if (/^[ \t]{0,9}(?:\[\d{1,4}\][ \t]{0,9})?<?[A-Za-z][\w-]{0,80}>?[ \t]{0,40}(?:=|::=)[ \t]/mu.test(head))
    return grammarDefinition(document.text, extension);
  return undefined;
});

function json(units: Uint16Array, claimed: boolean): Definition | undefined {
  const quick = readJson(units, 1);
  if (quick.other) return undefined;
  // A brace alone makes a text no JSON: wikis and code begin with one.
  if (!mayDefine(quick.outline))
    return quick.fault && !claimed ? undefined : made('JSON', quick.outline, quick.fault, claimed);
  // Settings are written with such commas; tools refuse a definition that has one.
  return made('JSON', readJson(units, LEVELS).outline, quick.fault ?? quick.comma, claimed);
}

function made(form: string, outline: Outline, fault: Fault | undefined, claimed: boolean): Definition {
  const named = nameOf(outline);
  const broken = fault ? { fault } : {};
  if (!named) return { form, claimed, ...broken };
  const { name, span, lacks, lost } = named;
  return {
    form,
    name,
    span: { start: span.start, end: Math.min(span.end, span.start + 120) },
    claimed: true,
    lacks,
    ...broken,
    ...(lost && !fault ? { lost } : {}),
  };
}
