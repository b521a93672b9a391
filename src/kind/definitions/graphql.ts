/** GraphQL: the schema language by its grammar, with what older servers wrote; operations by their brackets alone. */
import { Tokens, type Language } from './tokens.ts';
import { Broken, counted, type Definition } from './types.ts';

const LANGUAGE: Language = {
  skip(text, from) {
    let i = from;
    for (;;) {
      const unit = text.charCodeAt(i);
      if (unit <= 0x20 || unit === 0x2c || unit === 0xfeff) i++;
      else if (unit === 0x23) {
        const end = text.indexOf('\n', i);
        i = end < 0 ? text.length : end;
      } else return i;
    }
  },
  string(text, from) {
    if (text.charCodeAt(from) !== 0x22) return from;
    if (text.startsWith('"""', from)) {
      let i = text.indexOf('"""', from + 3);
      while (i > 0 && text.charCodeAt(i - 1) === 0x5c) i = text.indexOf('"""', i + 3);
      return i < 0 ? -1 : i + 3;
    }
    for (let i = from + 1; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 0x22) return i + 1;
      if (unit === 0x0a) return -1;
      if (unit === 0x5c) i++;
    }
    return -1;
  },
  name: /[A-Za-z_]\w*/y,
  number: /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y,
  mark: /\.\.\.|[!?$&()*:=@[\]{|}]/y,
};

const TYPES: ReadonlySet<string> = new Set(['type', 'interface', 'input', 'enum', 'union', 'scalar']);

export function graphqlDefinition(text: string, claimed: boolean): Definition | undefined {
  let types = 0;
  let other = 0;
  let operations = 0;
  let span: Definition['span'];
  let fault: Broken['fault'] | undefined;
  try {
    const tokens = new Tokens(text, LANGUAGE);
    while (!tokens.is('end')) {
      const described = tokens.is('string');
      if (described) tokens.next();
      const { token } = tokens;
      const word = token.kind === 'name' ? token.text : token.kind;
      if (word === '{' || word === 'query' || word === 'mutation' || word === 'subscription' || word === 'fragment') {
        operations++;
        operation(tokens);
        continue;
      }
      const extended = tokens.take('extend');
      if (definition(tokens)) types++;
      else other++;
      void extended;
      const line = text.indexOf('\n', token.start);
      span ??= { start: token.start, end: Math.min(token.start + 120, line < 0 ? text.length : line) };
    }
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    ({ fault } = error);
  }
  if (!claimed && (fault !== undefined || types < 2)) return undefined;
  // A file that broke before its first definition may be of some other language.
  if (types + other === 0 && operations === 0 && !fault) return undefined;
  return {
    form: 'GraphQL',
    ...(types + other > 0 || operations === 0
      ? { name: types > 0 ? `a GraphQL schema with ${counted(types, 'type')}` : 'a GraphQL schema' }
      : {}),
    ...(span ? { span } : {}),
    claimed,
    ...(fault ? { fault } : {}),
  };
}

/** Whether it was a type; a schema or a directive is none. */
function definition(tokens: Tokens): boolean {
  const word = tokens.token.text;
  if (tokens.token.kind === 'name' && TYPES.has(word)) {
    tokens.next();
    tokens.expect('name', 'the name of a type');
    if (word === 'type' || word === 'interface') {
      if (tokens.take('implements')) {
        tokens.take('&');
        tokens.expect('name', 'the name of an interface');
        while (tokens.take('&') || (tokens.is('name') && !startsDefinition(tokens)))
          tokens.expect('name', 'the name of an interface');
      }
      directives(tokens);
      fields(tokens, true);
    } else if (word === 'input') {
      directives(tokens);
      fields(tokens, false);
    } else if (word === 'enum') {
      directives(tokens);
      if (tokens.take('{'))
        while (!tokens.take('}')) {
          if (tokens.is('string')) tokens.next();
          tokens.expect('name', 'a value or "}"');
          directives(tokens);
        }
    } else if (word === 'union') {
      directives(tokens);
      if (tokens.take('=')) {
        tokens.take('|');
        do tokens.expect('name', 'the name of a type');
        while (tokens.take('|'));
      }
    } else directives(tokens);
    return true;
  }
  if (tokens.take('schema')) {
    directives(tokens);
    if (tokens.is('{')) fields(tokens, false);
    return false;
  }
  if (tokens.take('directive')) {
    tokens.expect('@');
    tokens.expect('name', 'the name of a directive');
    args(tokens);
    tokens.take('repeatable');
    tokens.expect('on', '"on"');
    tokens.take('|');
    do tokens.expect('name', 'a place of the directive');
    while (tokens.take('|'));
    return false;
  }
  throw tokens.unfit('expected a definition');
}

/** Whether a name is the first word of a definition: after `implements` old schemas list names without `&`. */
function startsDefinition(tokens: Tokens): boolean {
  const { text } = tokens.token;
  if (!TYPES.has(text) && text !== 'schema' && text !== 'directive' && text !== 'extend') return false;
  return tokens.text.slice(Math.max(0, tokens.token.start - 80), tokens.token.start).includes('\n');
}

function directives(tokens: Tokens): void {
  while (tokens.take('@')) {
    tokens.expect('name', 'the name of a directive');
    if (tokens.is('(')) tokens.balanced();
  }
}

function type(tokens: Tokens): void {
  let depth = 0;
  while (tokens.take('[')) depth++;
  tokens.expect('name', 'a type');
  tokens.take('!');
  for (; depth > 0; depth--) {
    tokens.expect(']');
    tokens.take('!');
  }
}

function value(tokens: Tokens): void {
  if (tokens.is('[') || tokens.is('{')) tokens.balanced();
  else if (tokens.take('$')) tokens.expect('name', 'the name of a variable');
  else if (tokens.is('name') || tokens.is('number') || tokens.is('string')) tokens.next();
  else throw tokens.unfit('expected a value');
}

function args(tokens: Tokens): void {
  if (!tokens.take('(')) return;
  while (!tokens.take(')')) input(tokens, 'an argument or ")"');
}

function input(tokens: Tokens, said: string): void {
  if (tokens.is('string')) tokens.next();
  tokens.expect('name', said);
  tokens.expect(':');
  type(tokens);
  if (tokens.take('=')) value(tokens);
  directives(tokens);
}

function fields(tokens: Tokens, withArguments: boolean): void {
  if (!tokens.take('{')) return;
  while (!tokens.take('}')) {
    if (!withArguments) {
      input(tokens, 'a field or "}"');
      continue;
    }
    if (tokens.is('string')) tokens.next();
    tokens.expect('name', 'a field or "}"');
    args(tokens);
    tokens.expect(':');
    type(tokens);
    directives(tokens);
  }
}

function operation(tokens: Tokens): void {
  while (!tokens.is('{')) {
    if (tokens.is('(') || tokens.is('[')) tokens.balanced();
    else if (tokens.is('end') || tokens.is('}')) throw tokens.unfit('expected "{"');
    else tokens.next();
  }
  tokens.balanced();
}
