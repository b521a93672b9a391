/** The upper levels of a JSON or YAML file, and which interface definition they make. */
import type { Span } from '../../core/types.ts';
import { counted } from './types.ts';

/** A key, by its span, and what stands behind it. */
export interface Entry extends Span {
  readonly kind: 'object' | 'array' | 'scalar';
  readonly members: number;
  /** Of scalars: up to 300 units, without quotes. */
  readonly text?: string;
}

/** A `$ref` and the words after it. */
export interface Reference extends Span {
  readonly target: string;
}

export interface Outline {
  readonly root: 'object' | 'array' | 'scalar';
  /** By the names of the keys, joined with `/`: `info`, `components/schemas`. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly references: readonly Reference[];
  /** Whether all keys down to the level that was asked for are here. */
  readonly whole: boolean;
}

/** What an outline is, without the counts. */
export interface Named {
  readonly name: string;
  readonly span: Span;
  readonly lacks: readonly string[];
  /** The first local reference to something that is not there. */
  readonly lost?: Reference;
}

const DRAFT = /json-schema\.org\/(?:draft[-/]?)?(draft-\d+|\d{4}-\d\d)\//u;
const WORDS: ReadonlySet<string> = new Set(
  (
    '$id id $ref $defs definitions properties patternProperties additionalProperties items prefixItems required enum const ' +
    'oneOf anyOf allOf not type title description $comment default examples minimum maximum format pattern dependencies if then else'
  ).split(' '),
);
const TYPES: ReadonlySet<string> = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean', 'null']);

/** Keys that make a file worth the second look. */
export function mayDefine(outline: Outline): boolean {
  const { entries } = outline;
  return (
    entries.has('openapi') ||
    entries.has('swagger') ||
    entries.has('asyncapi') ||
    (entries.get('$schema')?.text ?? '').includes('json-schema.org') ||
    isBareSchema(outline)
  );
}

/** A schema that does not say so: it has properties or definitions, and keys of schemas for the most part. */
function isBareSchema({ root, entries }: Outline): boolean {
  if (root !== 'object') return false;
  const type = entries.get('type');
  if (type?.kind === 'scalar' && !TYPES.has(type.text!)) return false;
  const body = ['properties', '$defs', 'definitions', 'oneOf', 'anyOf', 'allOf', 'items'].filter(
    (key) => entries.has(key) && entries.get(key)!.kind !== 'scalar',
  );
  if (body.length === 0 || (!type && !entries.has('$id') && !entries.has('id') && !body.some((key) => key !== 'items')))
    return false;
  let known = 0;
  let all = 0;
  for (const key of entries.keys())
    if (!key.includes('/')) {
      all++;
      if (WORDS.has(key)) known++;
    }
  return known >= 2 && known * 5 >= all * 4;
}

/** Which definition the outline is; undefined for data. */
export function nameOf(outline: Outline): Named | undefined {
  const { entries } = outline;
  const version = (key: string): string | undefined => {
    const text = entries.get(key)?.text;
    return text !== undefined && /^v?\d+(?:\.\d+){0,2}(?:-[\w.]+)?$/u.test(text) ? text : undefined;
  };
  const lacking = (...wanted: readonly string[]): string[] =>
    wanted
      .filter((key) => !key.split('|').some((one) => entries.has(one)) && outline.whole)
      .map((key) => key.replaceAll('|', ' or '));
  const withCounts = (name: string, ...keys: readonly (readonly [string, string])[]): string => {
    for (const [key, one] of keys) {
      const entry = entries.get(key);
      if (entry && entry.kind !== 'scalar' && entry.members > 0) return `${name} with ${counted(entry.members, one)}`;
    }
    return name;
  };
  const lost = lostReference(outline, !entries.has('openapi') && !entries.has('swagger') && !entries.has('asyncapi'));
  const more = lost ? { lost } : {};
  const open = version('openapi') ?? version('swagger');
  if (open !== undefined) {
    const key = entries.has('openapi') ? 'openapi' : 'swagger';
    const two = key === 'swagger';
    return {
      name: withCounts(
        `${two ? (open.startsWith('2') ? 'OpenAPI' : 'Swagger') : 'OpenAPI'} ${open}`,
        ['paths', 'path'],
        ['webhooks', 'webhook'],
        ['components/schemas', 'schema'],
        ['definitions', 'schema'],
      ),
      span: entries.get(key)!,
      lacks: lacking(
        'info',
        two && !open.startsWith('2')
          ? 'apis|paths'
          : open.startsWith('3.0') || two
            ? 'paths'
            : 'paths|webhooks|components',
      ),
      ...more,
    };
  }
  const asynchronous = version('asyncapi');
  if (asynchronous !== undefined)
    return {
      name: withCounts(
        `AsyncAPI ${asynchronous}`,
        ['channels', 'channel'],
        ['operations', 'operation'],
        ['components/messages', 'message'],
      ),
      span: entries.get('asyncapi')!,
      lacks: lacking(
        'info',
        asynchronous.startsWith('2') || asynchronous.startsWith('1') ? 'channels|topics|events|stream' : 'info',
      ),
      ...more,
    };
  const schema = entries.get('$schema');
  const says = schema?.text?.includes('json-schema.org') === true;
  if (!says && !isBareSchema(outline)) return undefined;
  const draft = says ? DRAFT.exec(`${schema.text}/`)?.[1] : undefined;
  return {
    name: withCounts(
      `JSON Schema${draft === undefined ? '' : ` ${draft}`}`,
      ['properties', 'property'],
      ['$defs', 'definition'],
      ['definitions', 'definition'],
    ),
    span: says ? schema : (entries.get('type') ?? [...entries.values()][0]!),
    lacks: [],
    ...more,
  };
}

const PARTS =
  /^#\/(components\/(?:schemas|parameters|responses|requestBodies|messages|headers|securitySchemes)|definitions|\$defs|parameters|responses)\/([^/]+)$/u;

/**
 * Only references to named parts are judged: others may lead deeper than the outline goes. The collection must be here: a
 * file without it is one of several that are put together. A schema of schemas shows references in its examples.
 */
function lostReference({ entries, references, whole }: Outline, schema: boolean): Reference | undefined {
  if (!whole || entries.has('$id') || entries.has('id')) return undefined;
  return references.find(({ target }) => {
    const found = PARTS.exec(target);
    if (!found || /[~%\\]/u.test(found[2]!)) return false;
    const parent = found[1]!;
    if (schema && parent !== 'definitions' && parent !== '$defs') return false;
    return entries.get(parent)?.kind === 'object' && !entries.has(`${parent}/${found[2]!}`);
  });
}
