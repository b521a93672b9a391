/** Protocol Buffers: proto2, proto3 and editions, as a grammar of statements; the types that they name are not looked up. */
import { Tokens, type Language } from './tokens.ts';
import { Broken, counted, type Definition } from './types.ts';

/** Messages nest by recursion. */
const DEEPEST = 100;

const LANGUAGE: Language = {
  skip(text, from) {
    let i = from;
    for (;;) {
      const unit = text.charCodeAt(i);
      if (unit <= 0x20 || unit === 0xfeff) i++;
      else if (unit === 0x2f && text.charCodeAt(i + 1) === 0x2f) {
        const end = text.indexOf('\n', i);
        i = end < 0 ? text.length : end;
      } else if (unit === 0x2f && text.charCodeAt(i + 1) === 0x2a) {
        const end = text.indexOf('*/', i + 2);
        if (end < 0) return -1;
        i = end + 2;
      } else return i;
    }
  },
  string(text, from) {
    const quote = text.charCodeAt(from);
    if (quote !== 0x22 && quote !== 0x27) return from;
    for (let i = from + 1; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === quote) return i + 1;
      if (unit === 0x0a) return -1;
      if (unit === 0x5c) i++;
    }
    return -1;
  },
  name: /\.?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y,
  number: /(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[fF]?/y,
  mark: /[{}[\]()<>;=,:\-+./]/y,
};

/** Too deep to judge. */
class Deep {}

interface Seen {
  syntax: string | undefined;
  span: { start: number; end: number } | undefined;
  messages: number;
  services: number;
  methods: number;
  statements: number;
}

export function protoDefinition(text: string, claimed: boolean): Definition | undefined {
  const seen: Seen = { syntax: undefined, span: undefined, messages: 0, services: 0, methods: 0, statements: 0 };
  let fault: Broken['fault'] | undefined;
  try {
    const tokens = new Tokens(text, LANGUAGE);
    while (!tokens.is('end')) {
      top(tokens, seen);
      seen.statements++;
    }
  } catch (error) {
    if (error instanceof Broken) ({ fault } = error);
    else if (!(error instanceof Deep)) throw error;
  }
  // Without the extension, a file must say what it is and be it, or have said it before it breaks.
  if (!claimed && (fault ? !seen.syntax : seen.messages + seen.services === 0)) return undefined;
  if (seen.statements === 0 && !seen.span && !fault) return undefined;
  const what = [
    seen.services > 0 ? counted(seen.services, 'service') : '',
    seen.methods > 0 ? counted(seen.methods, 'method') : '',
    seen.messages > 0 ? counted(seen.messages, 'message') : '',
  ].filter((part) => part !== '');
  return {
    form: 'Protocol Buffers',
    name: `Protocol Buffers${seen.syntax === undefined ? '' : ` ${seen.syntax}`}${what.length === 0 ? '' : ` with ${what.join(', ')}`}`,
    ...(seen.span ? { span: seen.span } : {}),
    claimed,
    ...(fault ? { fault } : {}),
  };
}

function top(tokens: Tokens, seen: Seen): void {
  const { token } = tokens;
  if (tokens.take(';')) return;
  const note = (): void => {
    const line = tokens.text.indexOf('\n', token.start);
    seen.span ??= { start: token.start, end: Math.min(token.start + 120, line < 0 ? tokens.text.length : line) };
  };
  if (tokens.is('syntax') || tokens.is('edition')) {
    tokens.next();
    tokens.expect('=');
    const value = tokens.expect('string', 'a version in quotes').text.slice(1, -1);
    note();
    seen.syntax = token.text === 'syntax' ? value : `edition ${value}`;
    while (tokens.is('string')) tokens.next();
    tokens.expect(';');
  } else if (tokens.take('import')) {
    if (tokens.is('name')) tokens.next();
    tokens.expect('string', 'a file name in quotes');
    while (tokens.is('string')) tokens.next();
    tokens.expect(';');
  } else if (tokens.take('package')) {
    tokens.expect('name', 'a name');
    tokens.expect(';');
  } else if (tokens.is('option')) option(tokens);
  else {
    if (tokens.is('export') || tokens.is('local')) tokens.next();
    if (tokens.is('message') || tokens.is('enum') || tokens.is('service')) note();
    if (tokens.is('message')) {
      message(tokens, seen, 0);
    } else if (tokens.is('enum')) enumeration(tokens);
    else if (tokens.is('extend')) extend(tokens, seen, 0);
    else if (tokens.is('service')) service(tokens, seen);
    else throw tokens.unfit('expected message, enum, service, import, option or package');
  }
}

/** A name with dots, which may stand apart or on lines of their own. */
function typeName(tokens: Tokens, said: string): void {
  tokens.expect('name', said);
  for (;;) {
    if (tokens.take('.')) tokens.expect('name', 'a name');
    else if (tokens.token.kind === 'name' && tokens.token.text.startsWith('.')) tokens.next();
    else return;
  }
}

function option(tokens: Tokens): void {
  tokens.next();
  optionName(tokens);
  tokens.expect('=');
  constant(tokens);
  tokens.expect(';');
}

function optionName(tokens: Tokens): void {
  for (;;) {
    if (tokens.take('(')) {
      if (tokens.is('.')) tokens.next();
      tokens.expect('name', 'a name');
      tokens.expect(')');
    } else tokens.expect('name', 'a name');
    // `.name` may be one token
    if (tokens.is('.')) tokens.next();
    else if (!(tokens.is('name') && tokens.token.text.startsWith('.'))) return;
  }
}

function constant(tokens: Tokens): void {
  if (tokens.is('{') || tokens.is('[')) {
    tokens.balanced();
    return;
  }
  if (tokens.is('string')) {
    while (tokens.is('string')) tokens.next();
    return;
  }
  if (tokens.is('-') || tokens.is('+')) tokens.next();
  if (!tokens.is('name') && !tokens.is('number')) throw tokens.unfit('expected a value');
  tokens.next();
}

function options(tokens: Tokens): void {
  if (!tokens.take('[')) return;
  if (tokens.take(']')) return;
  do {
    optionName(tokens);
    tokens.expect('=');
    constant(tokens);
  } while (tokens.take(','));
  tokens.expect(']', '"," or "]"');
}

/** A body in braces, statement by statement. */
function body(tokens: Tokens, each: () => void): void {
  tokens.expect('{');
  while (!tokens.take('}')) {
    if (tokens.is('end')) throw tokens.unfit('expected "}"');
    if (!tokens.take(';')) each();
  }
}

function message(tokens: Tokens, seen: Seen, depth: number): void {
  if (depth > DEEPEST) throw new Deep();
  tokens.next();
  tokens.expect('name', 'the name of a message');
  seen.messages++;
  messageBody(tokens, seen, depth);
}

/** Whether the token is this word and a declaration follows it: such words may name a type or a field as well. */
function declares(tokens: Tokens, word: string, next: RegExp): boolean {
  if (!tokens.is(word)) return false;
  next.lastIndex = LANGUAGE.skip(tokens.text, tokens.token.end);
  return next.lastIndex >= 0 && next.test(tokens.text);
}

const NAME_BRACE = /\w+\s*\{/y;
const NAMED_BRACE = /[\w.]+\s*\{/y;
const RANGE = /[\d"'_A-Za-z-]/y;
const OPTION = /[A-Za-z_(]/y;

function messageBody(tokens: Tokens, seen: Seen, depth: number): void {
  body(tokens, () => {
    if (declares(tokens, 'export', OPTION) || declares(tokens, 'local', OPTION)) {
      const word = /(?:message|enum)\b/y;
      word.lastIndex = LANGUAGE.skip(tokens.text, tokens.token.end);
      if (word.test(tokens.text)) tokens.next();
    }
    if (declares(tokens, 'message', NAME_BRACE)) message(tokens, seen, depth + 1);
    else if (declares(tokens, 'enum', NAME_BRACE)) enumeration(tokens);
    else if (declares(tokens, 'extend', NAMED_BRACE)) extend(tokens, seen, depth + 1);
    else if (declares(tokens, 'option', OPTION) && !declares(tokens, 'option', /\w+\s*=\s*\d+\s*[;[]/y)) option(tokens);
    else if (declares(tokens, 'oneof', NAME_BRACE)) {
      tokens.next();
      tokens.next();
      body(tokens, () => {
        if (declares(tokens, 'option', OPTION) && !declares(tokens, 'option', /\w+\s*=\s*\d+\s*[;[]/y)) option(tokens);
        else field(tokens, seen, depth + 1);
      });
    } else if (
      (tokens.is('reserved') || tokens.is('extensions')) &&
      declares(tokens, tokens.token.text, RANGE) &&
      !declares(tokens, tokens.token.text, /\w+\s*=/y)
    )
      ranges(tokens);
    else field(tokens, seen, depth);
  });
}

function ranges(tokens: Tokens): void {
  tokens.next();
  do {
    if (tokens.is('string')) while (tokens.is('string')) tokens.next();
    else {
      const one = (): void => {
        if (tokens.is('-')) tokens.next();
        if (!tokens.is('number') && !tokens.is('name')) throw tokens.unfit('expected a number or a name');
        tokens.next();
      };
      one();
      if (tokens.take('to')) one();
    }
  } while (tokens.take(','));
  options(tokens);
  tokens.expect(';');
}

function field(tokens: Tokens, seen: Seen, depth: number): void {
  if (depth > DEEPEST) throw new Deep();
  if (
    (tokens.is('optional') || tokens.is('required') || tokens.is('repeated')) &&
    declares(tokens, tokens.token.text, /[.\w]/y) &&
    !declares(tokens, tokens.token.text, /\w+\s*=/y)
  )
    tokens.next();
  if (tokens.is('group') && declares(tokens, 'group', /\w+\s*=\s*\d+\s*[[{]/y)) {
    tokens.next();
    tokens.expect('name', 'the name of a group');
    tokens.expect('=');
    tokens.expect('number', 'a number');
    options(tokens);
    messageBody(tokens, seen, depth + 1);
    return;
  }
  const map = tokens.is('map');
  typeName(tokens, 'a field, or "}"');
  if (map && tokens.take('<')) {
    typeName(tokens, 'a type');
    tokens.expect(',');
    typeName(tokens, 'a type');
    tokens.expect('>');
  }
  tokens.expect('name', 'the name of a field');
  tokens.expect('=', '"=" and the number of the field');
  if (tokens.is('-')) tokens.next();
  tokens.expect('number', 'the number of the field');
  options(tokens);
  tokens.expect(';');
}

function enumeration(tokens: Tokens): void {
  tokens.next();
  tokens.expect('name', 'the name of an enum');
  body(tokens, () => {
    if (declares(tokens, 'option', OPTION)) option(tokens);
    else if (tokens.is('reserved') && declares(tokens, 'reserved', RANGE)) ranges(tokens);
    else {
      tokens.expect('name', 'a name, or "}"');
      tokens.expect('=', '"=" and a number');
      if (tokens.is('-')) tokens.next();
      tokens.expect('number', 'a number');
      options(tokens);
      tokens.expect(';');
    }
  });
}

function extend(tokens: Tokens, seen: Seen, depth: number): void {
  if (depth > DEEPEST) throw new Deep();
  tokens.next();
  typeName(tokens, 'the name of a message');
  body(tokens, () => {
    field(tokens, seen, depth);
  });
}

function service(tokens: Tokens, seen: Seen): void {
  tokens.next();
  tokens.expect('name', 'the name of a service');
  seen.services++;
  body(tokens, () => {
    if (tokens.is('option')) {
      option(tokens);
      return;
    }
    if (!tokens.is('rpc') && !tokens.is('stream')) throw tokens.unfit('expected rpc, option or "}"');
    tokens.next();
    tokens.expect('name', 'the name of a method');
    seen.methods++;
    const type = (): void => {
      tokens.expect('(');
      if (declares(tokens, 'stream', /[.\w]/y)) tokens.next();
      typeName(tokens, 'a type');
      tokens.expect(')');
    };
    type();
    tokens.expect('returns');
    type();
    if (tokens.is('{'))
      body(tokens, () => {
        if (!tokens.is('option')) throw tokens.unfit('expected option or "}"');
        option(tokens);
      });
    else tokens.expect(';', '";"');
  });
}
