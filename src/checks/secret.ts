/**
 * Keys, tokens and passwords. What one looks like is known to secretlint's rules, loaded where a cheap look at the code
 * units gives a reason to; whether it is a live one or an example is judged here. No secret is ever quoted whole, nor does any
 * other check quote it: see core/conceal.ts.
 */
import { at } from '../core/locate.ts';
import { pattern } from '../core/pattern.ts';
import type { Block, Document, DocumentCheck, Level, Observation, Place, Span } from '../core/types.ts';
import { blockAt } from '../views/context.ts';
import { blocks } from '../views/blocks.ts';
import { isCode } from '../views/in-code.ts';
import { keyShapes, passwords } from '../views/key-shapes.ts';

/** Units of a secret that are shown. */
const SHOWN = 4;
/** Findings of one document, and places of one finding. */
const MOST = 6;
/** Units around a secret in which a word may say that it is an example. */
const AROUND = 240;
/** Units of the block before, at its end, that lead to the one in which it stands. */
const LEADS = 100;
/** A random text of this many distinct characters or fewer is made up; of 20 random hexadecimal digits, 99.9 % have more. */
const DISTINCT = 7;
/** Units of a document beside a private key, at or below which the document is nothing but the key. */
const ALONE = 200;

interface Sort {
  readonly name: string;
  /** `token`: shown by its beginning. `address`, `setting`: holds the password. `pem`: a block of lines. */
  readonly form: 'token' | 'address' | 'setting' | 'pem';
  /** The level where nothing says that it is an example. */
  readonly level: Level;
  /** Whether the last six characters are a check of the others; `stop` where it comes out. */
  readonly checked?: true;
}

const token = (name: string, level: Level = 'stop'): Sort => ({ name, form: 'token', level });

/** By the rules' names for their messages. What is not here is not told: numbers of accounts are no secret. */
const SORTS: ReadonlyMap<string, Sort> = new Map<string, Sort>([
  ['AWSSecretAccessKey', token('a secret access key of AWS')],
  ['AWSAccessKeyID', token('an access key id of AWS', 'note')],
  ['GITHUB_TOKEN', { name: 'a token of GitHub', form: 'token', level: 'look', checked: true }],
  ['NPM_ACCESS_TOKEN', { name: 'a token of npm', form: 'token', level: 'look', checked: true }],
  ['PackageJSON_xOauthToken', token('a token of GitHub', 'look')],
  ['Npmrc_authToken', token('a token of an npm registry', 'look')],
  ['SLACK_TOKEN', token('a token of Slack')],
  ['IncomingWebhook', token('a webhook of Slack', 'look')],
  ['OPENAI_TOKEN', token('a key of OpenAI')],
  ['ANTHROPIC_API_KEY', token('a key of Anthropic')],
  ['GROQ_API_KEY', token('a key of Groq')],
  ['HUGGINGFACE_USER_ACCESS_TOKEN', token('a token of Hugging Face', 'look')],
  ['LINEAR_API_TOKEN', token('a key of Linear', 'look')],
  ['NOTION_INTEGRATION_TOKEN', token('a token of Notion')],
  ['SENDGRID_KEY', token('a key of SendGrid')],
  ['SHOPIFY_KEY', token('a token of Shopify')],
  ['GITLAB_PERSONAL_ACCESS_TOKEN', token('a token of GitLab', 'look')],
  ['GRAFANA_CLOUD_API_TOKEN', token('a token of Grafana', 'look')],
  ['GRAFANA_SERVICE_ACCOUNT_TOKEN', token('a token of Grafana')],
  ['OPS_TOKEN', token('a token of 1Password')],
  ['HASHICORP_VAULT_SERVICE_TOKEN', token('a token of Vault')],
  ['HASHICORP_VAULT_BATCH_TOKEN', token('a token of Vault')],
  ['HASHICORP_VAULT_RECOVERY_TOKEN', token('a token of Vault')],
  ['VERCEL_PERSONAL_ACCESS_TOKEN', token('a token of Vercel', 'look')],
  ['VERCEL_INTEGRATION_TOKEN', token('a token of Vercel', 'look')],
  ['VERCEL_APP_ACCESS_TOKEN', token('a token of Vercel', 'look')],
  ['VERCEL_APP_REFRESH_TOKEN', token('a token of Vercel', 'look')],
  ['VERCEL_AI_GATEWAY_API_KEY', token('a key of Vercel', 'look')],
  ['DATABRICKS_PERSONAL_ACCESS_TOKEN', token('a token of Databricks')],
  ['DOCKER_PERSONAL_ACCESS_TOKEN', token('a token of Docker')],
  ['FIGMA_PERSONAL_ACCESS_TOKEN', token('a token of Figma', 'look')],
  ['STRIPE', token('a live key of Stripe')],
  ['GOOGLE', token('a key of Google', 'look')],
  ['AZURE', token('a key of an Azure storage account')],
  ['JWT', token('a signed token (JWT)', 'look')],
  ['Password', { name: 'a password in settings', form: 'setting', level: 'look' }],
  ['PrivateKey', { name: 'a private key', form: 'pem', level: 'look' }],
  ['BasicAuth', { name: 'an address with a password', form: 'address', level: 'look' }],
  ['MongoDBConnection', { name: 'an address with a password', form: 'address', level: 'look' }],
  ['MySQLConnection', { name: 'an address with a password', form: 'address', level: 'look' }],
  ['PostgreSQLConnection', { name: 'an address with a password', form: 'address', level: 'look' }],
]);

/** Shapes that the rules do not know. Each is bounded. */
const OURS: readonly (readonly [id: string, shape: RegExp])[] = [
  ['STRIPE', /\b[sr]k_live_[A-Za-z0-9]{24,100}\b/gu],
  ['GOOGLE', /\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/gu],
  ['AZURE', /(?<=AccountKey=)[A-Za-z0-9+/]{86}==/gu],
  [
    'AWSSecretAccessKey',
    /(?<![A-Za-z0-9+/])(?=[A-Za-z0-9+/]{0,39}[a-z])(?=[A-Za-z0-9+/]{0,39}[A-Z])(?=[A-Za-z0-9+/]{0,39}\d)[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])(?<=\b(?:AKIA|ASIA)[A-Z0-9]{16}\b[^A-Za-z0-9+/][^\n]{0,80}\n?[^\n]{0,40}[^A-Za-z0-9+/].{40})/gu,
  ],
  ['JWT', /\beyJ[A-Za-z0-9_-]{10,600}\.eyJ[A-Za-z0-9_-]{10,1000}\.[A-Za-z0-9_-]{32,600}/gu],
];

// ---------------------------------------------------------------------------------------------------------------------
// secretlint's rules, without its core: that keeps a measure of every step of every document for as long as it lives

interface Rule {
  readonly meta: { readonly id: string };
  create(
    context: unknown,
    options: unknown,
  ): { file(source: { readonly content: string; readonly ext: string }): unknown };
}

/**
 * Lets a document switch the rules off, and opens files by name. For the latter alone the library imports `node:path`: whatever
 * packs this for a browser puts an empty module in its place.
 */
const LEFT_OUT = /-(?:filter-comments|gcp)$/u;

/** Loaded once, when a document first gives a reason. */
let rules: Promise<readonly Rule[]> | undefined;

async function loadRules(): Promise<readonly Rule[]> {
  const preset = (await import('@secretlint/secretlint-rule-preset-recommend')) as unknown as { rules: Rule[] };
  return preset.rules.filter(({ meta }) => !LEFT_OUT.test(meta.id));
}

interface Hit {
  readonly sort: Sort;
  /** Of the secret in the document's text. */
  readonly span: Span;
  readonly secret: string;
  /** In `secret`, where the password of a setting begins. */
  readonly value?: number;
}

interface Told {
  readonly message: { readonly messageId: string; readonly data: Readonly<Record<string, string>> };
  readonly range: readonly [number, number];
}

function hitsIn(piece: string, offset: number, known: readonly Rule[]): Hit[] {
  // some rules want no letter before a token, and in scripts without spaces there is always one
  const text = piece.replace(/[^\0-\x7f]/g, ' ');
  const told: { id: string; secret: string; from: number }[] = [];
  const context = {
    sharedOptions: {},
    createTranslator: () => (messageId: string, data: unknown) => ({ messageId, data }),
    report: ({ message, range }: Told): void => {
      const { KEY, TOKEN, ID, URL: address } = message.data;
      const named = KEY ?? TOKEN ?? ID ?? address;
      const secret = message.messageId === 'PrivateKey' || named === undefined ? text.slice(...range) : named;
      told.push({ id: message.messageId, secret, from: range[0] });
    },
    ignore: (): void => {},
  };
  // sessions of AWS have ids too, and a rule that must be asked for them
  for (const rule of known) rule.create(context, { enableIDScanRule: true }).file({ content: text, ext: '' });
  for (const [id, shape] of OURS)
    for (const match of text.matchAll(shape)) told.push({ id, secret: match[0], from: match.index });
  const out: Hit[] = [];
  for (const { id, secret: whole, from } of told) {
    const sort = SORTS.get(id);
    // the value of a setting ends where its word does
    const secret = id === 'Npmrc_authToken' ? /^["']?([^\s"'`<>]*)/u.exec(whole)![1]! : whole;
    const start = sort ? text.indexOf(secret, from) : -1;
    if (!sort || start < 0 || secret.length < SHOWN) continue;
    out.push({ sort, secret, span: { start: offset + start, end: offset + start + secret.length } });
  }
  return out;
}

// ---------------------------------------------------------------------------------------------------------------------
// Live or example

/** Words inside of a secret that no generator writes: of 36 random letters and digits one in 20,000 holds one of them. */
const MADE_UP =
  /example|sample|dummy|fake|test|demo|placeholder|redacted|your|here|change_?me|secret|passw|token|invalid|foobar|revoked|abcd|1234|4321|qwert|deadbeef|dead_?beef|cafe_?babe|0123|9876|(.)\1{4}|(..)\2{3}|\.\.\.|…|\*\*\*|xxx/iu;

/** Words that say of what stands beside them that it is no real one. */
const EXAMPLE = pattern(
  'iu',
)`(?<!\p{L})(?:examples?|e\.g|samples?|dummy|dummies|fake|mock|placeholders?|fictitious|fictional|illustrat\p{L}*|vectors?|fixtures?|revoked|expired|demo|beispiel\p{L}*|muster\p{L}*|exemples?|ejemplos?|exemplos?|esempi\p{L}*|przykład\p{L}*|příklad\p{L}*|örnek\p{L}*|voorbeeld\p{L}*|contoh|ví dụ|exempel|eksempel|esimerk\p{L}*|példa\p{L}*|παράδειγμα\p{L}*|пример\p{L}*|образец|приклад\p{L}*|зразок)(?!\p{L})|示例|样例|例如|范例|範例|举例|例|サンプル|ダミー|예시|예제|샘플|مثال|نمونه|उदाहरण|नमूना|דוגמה|ตัวอย่าง`;
/** Words for tests: a key for these may be as real as any other, but stands there on purpose more often. */
const OF_TESTS = pattern(
  'iu',
)`(?<!\p{L})(?:tests?|pruebas?|prova|тест\p{L}*)(?!\p{L})|测试|測試|テスト|테스트|تجريبي|آزمایشی|परीक्षण`;
const EXAMPLE_PATH =
  /(?:^|[/._-])(?:examples?|samples?|tests?|fixtures?|mocks?|vectors?|demos?|__tests__)(?:[/._-]|$)|[._-]spec\.\w{1,4}$/iu;

/** Hosts that are reserved, or known inside of one machine only. */
const NO_HOST =
  /^(?:localhost|127\.|0\.0\.0\.0|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|\[|(?:host|server|hostname|my\w*|your\w*|some\w*)[-_.]|[^.:/?]*(?:[:/?]|$)|(?:[^/:?]*[.-])?(?:example|test|invalid|localhost|domain|company|mycompany|acme|foo|bar)(?:\.[a-z]+)*(?:[:/?]|$))/iu;
/** Hosts that nobody outside can reach; whoever is inside can. */
const PRIVATE_HOST =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|(?:[^/:?]*[.-])?(?:local|internal|intranet|lan|home|corp)(?:\.[a-z]+)*(?:[:/?]|$))/iu;
/** Passwords that are names of a password. */
const NO_PASSWORD =
  /pass|pwd|secret|test|token|user|admin|root|guest|example|demo|sample|dummy|change|^(?:x+|\*+|\.+|…+|<.*|\[.*|\{.*|\$.*|%[A-Z].*)$|1234|abc|foo|bar|qwert|letmein|hunter2|your|key|my[-_]/iu;

function distinct(text: string): number {
  return new Set(text).size;
}

/** The last six of 36 characters check the first thirty: CRC-32, in base 62. */
function checks(body: string): boolean {
  if (body.length !== 36 || body.includes('_')) return false;
  let crc = -1;
  for (let i = 0; i < 30; i++) {
    crc ^= body.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  let rest = ~crc >>> 0;
  let told = '';
  for (let i = 0; i < 6; i++) {
    told = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.charAt(rest % 62) + told;
    rest = (rest - (rest % 62)) / 62;
  }
  return told === body.slice(30);
}

interface Judged extends Hit {
  readonly level: Level;
}

/** The level of a hit; null for what nobody would take for a secret. */
function judge(document: Document, hit: Hit): Judged | null {
  const { sort, secret } = hit;
  if (sort.form === 'address') return judgeAddress(document, hit);
  const example = inExample(document, hit.span);
  if (sort.form === 'setting') {
    const password = secret.slice(hit.value);
    if (!isRandom(password)) return null;
    return { ...hit, level: example === 'near' ? 'note' : sort.level };
  }
  if (sort.form === 'pem') {
    if (distinct(secret) < 30 || /(.)\1{11}/u.test(secret.replace(/[\s-]|\\n/gu, ''))) return null;
    const alone = document.units.length - secret.length <= ALONE || isCode(document);
    return { ...hit, level: example === 'near' ? 'note' : alone && example === null ? 'stop' : 'look' };
  }
  const body = secret.replace(
    /^(?:xox[a-z]-|xapp-|github_pat_|sk-(?:proj|ant-api\d\d|svcacct|admin)-|https?:\/\/[^/]+\/services\/|[A-Za-z]{2,5}(?:_live|_pat)?[_.-])/u,
    '',
  );
  if (body.length < 12 || distinct(body) <= DISTINCT || MADE_UP.test(body)) return null;
  // sixteen random characters and more hold a digit, and two kinds of anything that tells random from words
  if (!/\d/u.test(body) || !/[A-Za-z]/u.test(body)) return null;
  if (sort.checked && checks(body)) return { ...hit, level: example === null ? 'stop' : 'look' };
  if (example === 'near' || sort.level === 'note' || (sort === JWT && !opens(secret))) return { ...hit, level: 'note' };
  return { ...hit, level: example === 'far' ? 'look' : sort.level };
}

const JWT = SORTS.get('JWT');

/** Seconds since 1970 at the beginning of 2024. */
const RECENT = 1_704_067_200;

/** Whether what a signed token says is of somebody: an issuer or a service that can be reached, and no names of examples. */
function opens(token: string): boolean {
  const said = base64(token.split('.', 2)[1]!);
  if (/example|1234567890|john|jane|\bjoe\b|alice|\bbob\b|test|demo|sample|foo|acme|localhost/iu.test(said))
    return false;
  if (/"(?:iss|aud)" ?: ?\[?"(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+/u.test(said)) return true;
  // the times of examples that are copied from each other lie before
  return Number(/"exp" ?: ?(\d{10})\b/u.exec(said)?.[1] ?? 0) >= RECENT;
}

/** What text in base64 says, as far as it is ASCII. */
function base64(text: string): string {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const sign of text.replaceAll('-', '+').replaceAll('_', '/')) {
    const value = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(sign);
    if (value < 0) break;
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += String.fromCharCode((held >> bits) & 0xff);
  }
  return out;
}

/** A password that somebody made to be one: three kinds of signs, mixed, and no word for a password. */
function isRandom(password: string): boolean {
  if (password.length < 12 || distinct(password) < 9 || MADE_UP.test(password) || NO_PASSWORD.test(password))
    return false;
  if (!/[a-z]/u.test(password) || !/[A-Z]/u.test(password) || !/\d/u.test(password)) return false;
  // names of fields and of files, calls, paths
  return !/[(){}[\]<>,;\\]|:\/\/|\/.*\/|^[A-Za-z]+\d{0,2}$|^(?:[A-Za-z]+[._-])+[A-Za-z]+\d{0,2}$/u.test(password);
}

function judgeAddress(document: Document, hit: Hit): Judged | null {
  const found = /:\/\/([^:/@\s]*):([^@/\s]+)@([^\s]+)/u.exec(hit.secret);
  if (!found) return null;
  const [, user, password, host] = found as unknown as readonly [string, string, string, string];
  if (NO_PASSWORD.test(password) || password.includes(user) || password.length < 8) return null;
  if (/^[-_a-z]+$|^\d+$/u.test(password) || distinct(password) < 6) return null;
  const example = inExample(document, hit.span);
  const weak =
    NO_HOST.test(host) ||
    (PRIVATE_HOST.test(host) && !isRandom(password)) ||
    /example|user|name|test|demo/iu.test(user) ||
    example === 'near' ||
    (example === 'far' && !isRandom(password));
  return { ...hit, level: weak ? 'note' : 'look' };
}

/**
 * Whether something says "example": `near` by what stands in the same block, right before it or over it, and by the name of the
 * document; `far` by what else stands around, which may speak of other things.
 */
function inExample(document: Document, { start, end }: Span): 'near' | 'far' | null {
  if (EXAMPLE_PATH.test(document.path)) return 'near';
  const { units } = document;
  let ofTests = false;
  const says = (from: number, to: number): boolean => {
    const text = document.slice(Math.max(0, from), to);
    ofTests ||= OF_TESTS.test(text);
    return EXAMPLE.test(text);
  };
  const all = blocks(document);
  const own = blockAt(document, start);
  const index = own ? all.indexOf(own) : -1;
  // the block itself, as far as it is near, and the sentence that leads to it
  if (own && says(Math.max(own.start, start - AROUND), start)) return 'near';
  if (own && says(end, Math.min(own.end, end + AROUND / 2))) return 'near';
  const before = index > 0 ? all[index - 1] : undefined;
  if (before && before.kind !== 'heading' && says(Math.max(before.start, before.end - LEADS), before.end))
    return 'near';
  const headings = headingsOf(document, start);
  if (headings[0] && says(headings[0].start, headings[0].end)) return 'near';
  const from = Math.max(0, Math.min(start, own?.start ?? start) - AROUND, start - 3 * AROUND);
  if (says(from, start) || says(end, Math.min(units.length, end + AROUND / 2))) return 'far';
  return headings.some((heading) => says(heading.start, heading.end)) || ofTests ? 'far' : null;
}

/** The headings that an offset stands under. */
function headingsOf(document: Document, offset: number): Block[] {
  const out: Block[] = [];
  let level = 7;
  const all = blocks(document);
  for (let i = all.length - 1; i >= 0 && level > 1; i--) {
    const block = all[i]!;
    if (block.kind !== 'heading' || block.start > offset || block.level >= level) continue;
    out.push(block);
    level = block.level;
  }
  return out;
}

// ---------------------------------------------------------------------------------------------------------------------
// Findings

const NEXT = 'Take it out of the documents and have it revoked: whoever reads them, a program too, has it now';
const RANK: Readonly<Record<Level, number>> = { stop: 2, look: 1, note: 0 };

function shownUntil({ sort, span: { start }, secret, value = 0 }: Hit): number {
  if (sort.form === 'pem') return start + secret.indexOf('-----', 5) + 5;
  if (sort.form === 'setting') return start + value;
  return start + (sort.form === 'address' ? secret.indexOf('://') + 3 : Math.min(SHOWN, secret.length));
}

function placeOf(document: Document, hit: Hit, note?: string): Place {
  return at(document, hit.span, {
    quoteEnd: shownUntil(hit),
    ...(note === undefined ? {} : { note }),
  });
}

/** What of a secret is never shown: of an address the password alone. */
function hiddenOf(hit: Hit): Span {
  const { sort, span, secret } = hit;
  if (sort.form !== 'address') return { start: shownUntil(hit), end: span.end };
  const password = /:\/\/[^:/@\s]*:([^@/\s]+)@/u.exec(secret);
  if (!password) return span;
  const end = span.start + password.index + password[0].length - 1;
  return { start: end - password[1]!.length, end };
}

function shownOf({ sort, secret, value }: Hit): string {
  if (sort.form === 'pem') return `"${secret.slice(0, secret.indexOf('-----', 5) + 5)}"`;
  if (sort.form === 'setting') return `"${secret.slice(0, value)}…"`;
  if (sort.form === 'address') return `"${secret.slice(0, secret.indexOf('://') + 3)}…"`;
  return `"${secret.slice(0, SHOWN)}…", ${secret.length} characters`;
}

function* findings(document: Document, hits: readonly Hit[]): Generator<Observation> {
  const judged: Judged[] = [];
  for (const hit of hits) {
    const one = judge(document, hit);
    if (one) judged.push(one);
  }
  judged.sort((a, b) => a.span.start - b.span.start || RANK[b.level] - RANK[a.level] || b.span.end - a.span.end);
  // an id of AWS tells little, a secret key beside its id is a pair that works
  const pair = judged.some(({ sort }) => sort.name.startsWith('an access key id'));
  const groups = new Map<string, Judged[]>();
  let end = -1;
  for (const one of judged) {
    // two rules may know the same shape
    if (one.span.start < end) continue;
    end = one.span.end;
    const level = one.level === 'stop' && one.sort.name === 'a secret access key of AWS' && !pair ? 'look' : one.level;
    const key = `${level} ${one.sort.name}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [{ ...one, level }]);
  }
  // those of which no finding tells too
  let conceals: readonly Span[] = judged.map(hiddenOf);
  const ordered = [...groups.values()].toSorted((a, b) => RANK[b[0]!.level] - RANK[a[0]!.level]);
  for (const group of ordered.slice(0, MOST)) {
    const [first, ...others] = group as [Judged, ...Judged[]];
    yield {
      level: first.level,
      message: `${group.length === 1 ? '' : `${group.length} places with `}${first.sort.name}${first.level === 'note' ? ', it seems an example' : ''}: ${shownOf(first)}`,
      next: NEXT,
      places: [placeOf(document, first), ...others.slice(0, MOST - 1).map((one) => placeOf(document, one, 'here too'))],
      conceals,
    };
    conceals = [];
  }
}

async function closely(document: Document, spans: readonly Span[]): Promise<Iterable<Observation>> {
  const known = await (rules ??= loadRules());
  const setting = SORTS.get('Password')!;
  return findings(document, [
    ...spans.flatMap(({ start, end }) => hitsIn(document.slice(start, end), start, known)),
    ...passwords(document).map(({ start, value, end }) => ({
      sort: setting,
      span: { start, end },
      secret: document.slice(start, end),
      value: value - start,
    })),
  ]);
}

export const secret: DocumentCheck = {
  id: 'secret',
  title: 'A key, a token or a password',
  level: 'stop',
  acceptable: false,
  scope: 'document',
  // what one looks like is known to a library that most documents need not load
  run: () => [],
  later(document) {
    const spans = keyShapes(document);
    return spans.length === 0 ? undefined : closely(document, spans);
  },
};
