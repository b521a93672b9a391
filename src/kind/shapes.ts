/**
 * Formats that a machine reads: interface definitions are specifications, data and code background. What a parser here reads
 * (definitions/) is told by parsing; the rest, and what is broken, by its shape.
 */
import type { Document, Kind, Role, Span } from '../core/types.ts';
import { definitionOf } from './definitions/index.ts';

export interface Shape {
  /** `OpenAPI 3.1.0`, `Protocol Buffers`, `separated values`. */
  readonly name: string;
  readonly kind: Kind;
  readonly role: Role;
  /** 0 to 1. Less for data of no known schema: it may define an interface in a way of its own. */
  readonly confidence: number;
  /** The words that say so. */
  readonly span: Span;
  /** Set where it was parsed: the name is a whole one (`OpenAPI 3.1.0 with 14 paths`). */
  readonly parsed?: true;
}

const SURE = 0.97;
const LIKELY = 0.9;
/** Elements of documents in XML: RFCs, DocBook, JATS, TEI, XHTML, Office, XEPs, W3C specifications. */
const TEXT_XML =
  /<(?:rfc|spec|book|article|chapter|section|sect1|para|TEI|text|body|html|div|p|t|xep|topic|concept|w:document|office:document)(?=[\s>])/i;
const ROWS = /\.(?:csv|tsv|log|geojson|po|vtt|srt)$/i;

/** Looked at: the head of the text, where such formats name themselves. */
const HEAD = 16_384;

interface Rule {
  readonly name: string;
  readonly kind: Kind;
  readonly role: Role;
  /** The first must match, and the span is its match; all others must be found too. */
  readonly all: readonly RegExp[];
}

const define = (name: string, ...all: RegExp[]): Rule => ({ name, kind: 'api', role: 'specification', all });

/** Interface definitions, each by marks that prose about the format does not have together. */
const INTERFACES: readonly Rule[] = [
  define(
    'OpenAPI',
    /^\s*(?:\{\s*)?["']?openapi["']?\s*:\s*["']?3\.\d/m,
    /["']?paths["']?\s*:|["']?components["']?\s*:|["']?webhooks["']?\s*:/,
  ),
  define('Swagger', /^\s*(?:\{\s*)?["']?swagger["']?\s*:\s*["']?[12]\.\d/m),
  define('AsyncAPI', /^\s*(?:\{\s*)?["']?asyncapi["']?\s*:\s*["']?[123]\.\d/m),
  define('JSON Schema', /^\s*[{"'][^\n]{0,80}"?\$schema"?\s*:\s*"?https?:\/\/json-schema\.org/m),
  define('JSON Schema', /"\$schema"\s*:\s*"https?:\/\/json-schema\.org[^"]*"/, /^\s*\{/),
  define(
    'JSON Schema',
    /"(?:\$defs|definitions|properties)"\s*:\s*\{/,
    /^\s*\{/,
    /"type"\s*:\s*"(?:object|string|array|integer)"/,
  ),
  define('Protocol Buffers', /^syntax\s*=\s*["']proto[23]["']\s*;/m),
  define(
    'Protocol Buffers',
    /^(?:message|service|enum)\s+\w+\s*\{/m,
    /^\s+(?:(?:optional|required|repeated)\s+)?[\w.<>, ]+\s+\w+\s*=\s*\d+\s*(?:\[[^\]]*\])?;|^\s+rpc\s+\w+/m,
    /^(?:package|import|option|message)\b[^\n]*[;{]/m,
  ),
  define(
    'GraphQL schema',
    /^(?:extend\s+)?(?:type|interface|input)\s+\w+[^\n{]*\{\s*$/m,
    /^\s+\w+(?:\([^)]*\))?\s*:\s*\[?\w+!?\]?!?\s*(?:@.*|#.*)?$/m,
    /^\s*(?:type|schema|scalar|enum|union|input|directive|interface)\b/m,
    /!\s*$/m,
  ),
  define(
    'WSDL',
    /<(?:wsdl:)?(?:definitions|description)\b[^>]{0,2000}schemas\.xmlsoap\.org\/wsdl|<(?:wsdl:)?description\b[^>]{0,600}www\.w3\.org\/ns\/wsdl/,
  ),
  define('XML Schema', /<(?:\w+:)?schema\b[^>]{0,2000}XMLSchema/),
  define('RELAX NG', /<(?:\w+:)?grammar\b[^>]{0,600}relaxng\.org/),
  define('RAML', /^#%RAML\s/),
  define('API Blueprint', /^FORMAT:\s*1A/m),
  define('Avro schema', /"type"\s*:\s*"record"/, /"fields"\s*:\s*\[/, /^\s*[{[]/),
  define(
    'Thrift',
    /^(?:struct|service|exception)\s+\w+(?:\s+extends\s+[\w.]+)?\s*\{/m,
    /^\s+\d+\s*:\s*(?:(?:required|optional)\s+)?[\w<>, .]+\s+\w+/m,
  ),
  define('ASN.1', /\bDEFINITIONS\b[^\n]{0,80}::=\s*(?:BEGIN)?/, /\bBEGIN\b/),
  define(
    'SQL schema',
    /^\s*CREATE\s+(?:OR\s+REPLACE\s+)?(?:TEMPORARY\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[\w."`[\]]+\s*\(/im,
    /^\s*["`[]?\w+["`\]]?\s+(?:VAR)?(?:CHAR|INT|BIGINT|SMALLINT|SERIAL|TEXT|UUID|TIMESTAMP|DATE|BOOL|NUMERIC|DECIMAL|JSONB?|BLOB|REAL|DOUBLE|BYTEA)/im,
  ),
  define(
    'Web IDL',
    /^\s*(?:\[[^\]\n]+\]\s*)?(?:partial\s+)?interface\s+(?:mixin\s+)?\w+[^\n{;]*\{/m,
    /^\s*(?:readonly\s+)?attribute\s+[\w<>? ]+\s+\w+;/m,
  ),
  define('YANG', /^module\s+[\w-]+\s*\{/m, /^\s*namespace\s+"/m),
];

/** Formats whose text may hold such a definition as a whole; prose that shows one is not one. */
const PROSE =
  /\.(?:md|markdown|mdx|rst|adoc|asciidoc|asc|tex|html?|xhtml|mediawiki|wiki|org|docx?|odt|pdf|rtf|eml|mbox)$/i;
const CODE =
  /\.(?:c|h|cc|cpp|cxx|hpp|hh|cs|java|kt|kts|scala|go|rs|py|pyi|rb|pl|pm|php|js|mjs|cjs|jsx|ts|tsx|mts|cts|swift|m|mm|lua|sh|bash|zsh|fish|ps1|bat|r|jl|hs|ml|mli|ex|exs|erl|clj|cljs|lisp|el|vim|dart|groovy|gradle|vue|svelte|css|scss|less|asm|s|f90|f|pas|ada|vb|sql|cmake|mk|nix|tf|tcl|awk|v|sv|vhd|vhdl|zig|nim|cr|d)$/i;
const DATA =
  /\.(?:csv|tsv|json|jsonl|ndjson|json5|ya?ml|toml|ini|cfg|conf|properties|xml|geojson|env|lock|po|pot|svg|plist|ipynb|dat|vtt|srt)$/i;

/** What the document is by its shape; undefined for prose and for what only its words can tell. */
export function shapeOf(document: Document): Shape | undefined {
  const { path, units } = document;
  if (PROSE.test(path)) return undefined;
  const defined = definitionOf(document);
  if (defined?.name !== undefined && defined.span) {
    const lacks = defined.lacks?.length ? ` and without ${defined.lacks.join(' and ')}` : '';
    return {
      name: `${defined.name}${lacks}`,
      kind: 'api',
      role: 'specification',
      confidence: SURE,
      span: defined.span,
      parsed: true,
    };
  }
  const head = document.slice(0, HEAD);
  const trimmed = head.trimStart();
  const starts = trimmed.charAt(0);
  const structured =
    /^(?:\{|\[|<|#%RAML)/.test(trimmed) ||
    DATA.test(path) ||
    /\.(?:proto|graphqls?|gql|xsd|wsdl|raml|avsc|thrift|asn1?|idl|webidl|yang|rng|sql|fbs|capnp|wit|cddl|abnf|ebnf|bnf|g4|peg|smithy|tsp|mib|feature|puml|dbml|prisma)$/i.test(
      path,
    );
  const looksDefined =
    structured ||
    /^(?:\s*(?:\/\/|\/\*|--|#)|syntax\s*=|openapi|swagger|asyncapi|CREATE\b|type\s|schema\s|package\s|module\s)/i.test(
      trimmed,
    );
  if (looksDefined)
    for (const rule of INTERFACES) {
      const found = rule.all[0]!.exec(head);
      if (found && rule.all.every((mark) => mark.test(head))) {
        const lead = found[0].length - found[0].trimStart().length;
        const start = found.index + lead;
        const line = head.indexOf('\n', start);
        return {
          name: rule.name,
          kind: rule.kind,
          role: rule.role,
          confidence: SURE,
          span: { start, end: Math.min(start + 120, line < 0 ? head.length : line, units.length) },
        };
      }
    }
  const firstLine = (): Span => {
    const start = head.length - trimmed.length;
    const line = head.indexOf('\n', start);
    return { start, end: Math.min(start + 80, line < 0 ? head.length : line) };
  };
  const grammar =
    /\.(?:proto|graphqls?|gql|xsd|wsdl|raml|avsc|thrift|asn1?|idl|webidl|yang|rng|fbs|capnp|wit|cddl|abnf|ebnf|bnf|g4|peg|smithy|tsp|mib|dbml|prisma)$/i.exec(
      path,
    );
  if (grammar)
    return {
      name: `a ${grammar[0].slice(1).toLowerCase()} definition`,
      kind: 'api',
      role: 'specification',
      confidence: SURE,
      span: firstLine(),
    };
  if (CODE.test(path))
    return { name: 'source code', kind: 'code', role: 'background', confidence: SURE, span: firstLine() };
  if (/^#!\s*\/\S+/.test(trimmed))
    return { name: 'a script', kind: 'code', role: 'background', confidence: SURE, span: firstLine() };
  // XML may mark up a text as well as data.
  if (/\.xml$/i.test(path) || /^<\?xml\b/.test(trimmed)) {
    if (TEXT_XML.test(head)) return undefined;
    return { name: 'data', kind: 'data', role: 'background', confidence: LIKELY, span: firstLine() };
  }
  if (DATA.test(path))
    return {
      name: 'data',
      kind: 'data',
      role: 'background',
      confidence: ROWS.test(path) ? SURE : LIKELY,
      span: firstLine(),
    };
  if ((starts === '{' || starts === '[') && /^[[{]\s*(?:["{[\d\]}]|$)/.test(trimmed)) {
    const tail = document.slice(Math.max(0, units.length - 64), units.length).trimEnd();
    if (tail.endsWith('}') || tail.endsWith(']'))
      return { name: 'data', kind: 'data', role: 'background', confidence: LIKELY, span: firstLine() };
  }
  return undefined;
}
