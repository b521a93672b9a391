/**
 * The parser of YAML. It is loaded when the first file that may be YAML is read, and not before: most folders have none, and
 * it is the largest part that starting would wait for. Reading is asynchronous, checks are not.
 */
import type { Document } from '../core/types.ts';

type Yaml = typeof import('yaml');

let parser: Yaml | undefined;

/** A key that makes a text of another extension worth parsing as YAML. */
const KEYS =
  /^(?:["']?(?:openapi|swagger|asyncapi)["']?[ \t]*:[ \t]*["']?\d|["']?\$schema["']?[ \t]*:[ \t]*["']?https?:\/\/json-schema\.org)/mu;
const PROSE: ReadonlySet<string> = new Set([
  'markdown',
  'html',
  'rst',
  'asciidoc',
  'latex',
  'roff',
  'code',
  'json',
  'xml',
  'proto',
  'graphql',
  'sql',
]);
const HEAD = 4096;

/** Whether a document is read as YAML: by its extension, or by a key that opens an interface definition. */
export function mayBeYaml(document: Document): boolean {
  if (document.format === 'yaml') return true;
  if (PROSE.has(document.format)) return false;
  const head = document.slice(0, HEAD);
  return !/^\s*[{[<]/u.test(head) && KEYS.test(head);
}

/** Loads the parser if this document needs it. */
export async function prepareYaml(document: Document): Promise<void> {
  if (!parser && mayBeYaml(document)) parser = await import('yaml');
}

/** The parser, once a document that may be YAML has been read. */
export const yamlParser = (): Yaml | undefined => parser;
