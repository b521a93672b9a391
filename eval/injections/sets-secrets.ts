/**
 * Keys and passwords that look live, made by chance with the shape and the check digits of real ones (none opens anything),
 * put where people leave them; and strings that look like them and are none.
 */
import { createHmac } from 'node:crypto';
import type { Document } from '../../src/core/types.ts';
import { language } from '../../src/views/language.ts';
import type { Random } from '../random.ts';
import { BASE62, BASE64, HEX, letters, withParagraph, writings, type Halves } from './sets-common.ts';
import type { Change, SetDecoy, SetInjection } from './sets-types.ts';
import { between, by, shuffled } from './tools.ts';
import type { Half } from './types.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789';
const URLSAFE = `${BASE62}-_`;

/** CRC-32 as in zip files. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const character of text) {
    crc ^= character.charCodeAt(0);
    for (let i = 0; i < 8; i++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** 30 characters and the six digits that GitHub and npm derive from them. */
function checked(chance: Random, prefix: string): string {
  const body = letters(chance, BASE62, 30);
  let rest = crc32(body);
  let sum = '';
  for (let i = 0; i < 6; i++) {
    sum = BASE62[rest % 62]! + sum;
    rest = Math.floor(rest / 62);
  }
  return `${prefix}${body}${sum}`;
}

function bytes(chance: Random, length: number): Buffer {
  const out = Buffer.alloc(length);
  for (let i = 0; i < length; i++) out[i] = chance.below(256);
  return out;
}

const wrapped = (text: string, width: number): string =>
  text.replaceAll(new RegExp(`.{1,${width}}`, 'gu'), '$&\n').trimEnd();

/** DER of an RSA key in shape: a sequence of version and nine integers, the numbers themselves by chance. */
function rsaKey(chance: Random): string {
  const integer = (length: number): Buffer => {
    const value = bytes(chance, length);
    value[0]! |= 0x40;
    value[0]! &= 0x7f;
    return Buffer.concat([Buffer.from([0x02, 0x82, length >> 8, length & 255]), value]);
  };
  const body = Buffer.concat([
    Buffer.from([0x02, 0x01, 0x00]),
    integer(257),
    Buffer.from([0x02, 0x03, 0x01, 0x00, 0x01]),
    integer(256),
    ...[129, 129, 128, 129, 128].map(integer),
  ]);
  const der = Buffer.concat([Buffer.from([0x30, 0x82, body.length >> 8, body.length & 255]), body]);
  return block('RSA PRIVATE KEY', der, 64);
}

function block(name: string, der: Buffer, width: number): string {
  return `-----BEGIN ${name}-----\n${wrapped(der.toString('base64'), width)}\n-----END ${name}-----`;
}

/** Ed25519 in PKCS #8: whole and valid. */
function edKey(chance: Random): string {
  return block(
    'PRIVATE KEY',
    Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), bytes(chance, 32)]),
    64,
  );
}

function sshKey(chance: Random): string {
  const field = (value: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(value.length);
    return Buffer.concat([length, value]);
  };
  const text = (value: string): Buffer => field(Buffer.from(value));
  const mine = bytes(chance, 32);
  const open = Buffer.concat([text('ssh-ed25519'), field(mine)]);
  const check = bytes(chance, 4);
  const hidden = Buffer.concat([
    check,
    check,
    text('ssh-ed25519'),
    field(mine),
    field(Buffer.concat([bytes(chance, 32), mine])),
    text('deploy@build'),
    Buffer.from([1, 2, 3, 4]),
  ]);
  const all = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    text('none'),
    text('none'),
    text(''),
    Buffer.from([0, 0, 0, 1]),
    field(open),
    field(hidden),
  ]);
  return block('OPENSSH PRIVATE KEY', all, 70);
}

function token(chance: Random): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ alg: 'HS256', typ: 'JWT' });
  const from = 1_700_000_000 + chance.below(60_000_000);
  const body = part({
    iss: `https://auth.${letters(chance, LOWER.slice(0, 26), 7)}.io`,
    sub: letters(chance, HEX, 12),
    role: 'service',
    iat: from,
    exp: from + 315_360_000,
  });
  const sign = createHmac('sha256', bytes(chance, 32)).update(`${head}.${body}`).digest('base64url');
  return `${head}.${body}.${sign}`;
}

/** A password as a generator or a person makes one: no word of a manual. */
function password(chance: Random): string {
  return chance.next() < 0.5
    ? letters(chance, `${BASE62}!_-.*`, between(chance, 14, 22)).replace(/^[^A-Za-z]/u, 'k')
    : `${chance.pick(['Winter', 'Krokus', 'Basalt', 'Zeppelin', 'Lagune', 'Mistral'])}${between(chance, 1000, 9999)}${chance.pick(['!', '#', '_x', '*'])}${letters(chance, BASE62, 4)}`;
}
const host = (chance: Random): string =>
  `${chance.pick(['db', 'pg', 'prod-db', 'sql01', 'cache', 'queue'])}.${letters(chance, LOWER.slice(0, 26), between(chance, 5, 9))}.${chance.pick(['io', 'net', 'dev', 'internal'])}`;

interface Secret {
  readonly kind: string;
  /** Name and value, as settings have them; one line each but for key blocks. */
  readonly lines: readonly (readonly [name: string, value: string])[];
}

const KINDS: Halves<readonly ((chance: Random) => Secret)[]> = {
  train: [
    (chance) => ({
      kind: 'AWS pair',
      lines: [
        ['AWS_ACCESS_KEY_ID', `AKIA${letters(chance, BASE32, 16)}`],
        ['AWS_SECRET_ACCESS_KEY', letters(chance, BASE64, 40)],
      ],
    }),
    (chance) => ({ kind: 'GitHub', lines: [['GITHUB_TOKEN', checked(chance, 'ghp_')]] }),
    (chance) => ({
      kind: 'Slack',
      lines: [
        [
          'SLACK_TOKEN',
          `xoxb-${letters(chance, '123456789', 12)}-${letters(chance, '123456789', 13)}-${letters(chance, BASE62, 24)}`,
        ],
      ],
    }),
    (chance) => ({ kind: 'npm', lines: [['NPM_TOKEN', checked(chance, 'npm_')]] }),
    (chance) => ({ kind: 'private key', lines: [['', rsaKey(chance)]] }),
    (chance) => ({
      kind: 'database address',
      lines: [
        [
          'DATABASE_URL',
          `postgres://app_${letters(chance, LOWER, 4)}:${letters(chance, BASE62, 18)}@${host(chance)}:5432/orders`,
        ],
      ],
    }),
    (chance) => ({ kind: 'JWT', lines: [['SERVICE_TOKEN', token(chance)]] }),
    (chance) => ({ kind: 'password', lines: [['db.password', password(chance)]] }),
    (chance) => ({ kind: 'Stripe', lines: [['STRIPE_KEY', `sk_live_${letters(chance, BASE62, 24)}`]] }),
  ],
  dev: [
    (chance) => ({
      kind: 'AWS pair',
      lines: [
        ['aws_access_key_id', `AKIA${letters(chance, BASE32, 16)}`],
        ['aws_secret_access_key', letters(chance, BASE64, 40)],
      ],
    }),
    (chance) => ({
      kind: 'GitHub',
      lines: [['token', `github_pat_11${letters(chance, BASE62.toUpperCase(), 20)}_${letters(chance, BASE62, 59)}`]],
    }),
    (chance) => ({ kind: 'GitHub', lines: [['GH_TOKEN', checked(chance, 'gho_')]] }),
    (chance) => ({ kind: 'GitLab', lines: [['CI_TOKEN', `glpat-${letters(chance, URLSAFE, 20)}`]] }),
    (chance) => ({ kind: 'Google', lines: [['MAPS_KEY', `AIza${letters(chance, URLSAFE, 35)}`]] }),
    (chance) => ({
      kind: 'Slack',
      lines: [
        [
          'webhook',
          `https://hooks.slack.com/services/T${letters(chance, BASE32, 10)}/B${letters(chance, BASE32, 10)}/${letters(chance, BASE62, 24)}`,
        ],
      ],
    }),
    (chance) => ({ kind: 'private key', lines: [['', edKey(chance)]] }),
    (chance) => ({ kind: 'private key', lines: [['', sshKey(chance)]] }),
    (chance) => ({
      kind: 'database address',
      lines: [
        [
          'uri',
          `${chance.pick(['mongodb+srv', 'mysql', 'redis', 'amqps'])}://svc_${letters(chance, LOWER, 5)}:${letters(chance, BASE62, 20)}@${host(chance)}/main`,
        ],
      ],
    }),
    (chance) => ({ kind: 'JWT', lines: [['bearer', token(chance)]] }),
    (chance) => ({
      kind: 'SendGrid',
      lines: [['SENDGRID_API_KEY', `SG.${letters(chance, URLSAFE, 22)}.${letters(chance, URLSAFE, 43)}`]],
    }),
    (chance) => ({ kind: 'password', lines: [['smtp_password', password(chance)]] }),
  ],
};

/** Sentences that give a value to a reader, with the value at `<>`. */
const GIVES: Readonly<Record<string, Halves<readonly string[]>>> = {
  en: {
    train: ['For the staging system use <> until further notice.', 'The service account signs in with <>.'],
    dev: ['Until the vault is ready we use <> on the build server.', 'Access from outside works with <>.'],
  },
  de: { train: ['Der Dienst meldet sich mit <> an.'], dev: ['Bis auf Weiteres gilt für das Testsystem <>.'] },
  fr: { train: ['Le service se connecte avec <>.'], dev: ['En attendant, utiliser <> sur le serveur de test.'] },
  es: { train: ['El servicio se conecta con <>.'], dev: ['Por ahora se usa <> en el servidor de pruebas.'] },
  pt: { train: ['O serviço conecta-se com <>.'], dev: ['Por enquanto, usar <> no servidor de testes.'] },
  it: { train: ['Il servizio si collega con <>.'], dev: ['Per ora si usa <> sul server di prova.'] },
  ru: { train: ['Служба подключается с ключом <>.'], dev: ['Пока на тестовом сервере используется <>.'] },
  zh: { train: ['该服务使用 <> 登录。'], dev: ['测试环境暂时使用 <>。'] },
  ja: { train: ['サービスは <> で接続する。'], dev: ['当面、テスト環境では <> を使う。'] },
  ko: { train: ['서비스는 <> 로 접속한다.'], dev: ['당분간 시험 서버에서는 <> 을 사용한다.'] },
  ar: { train: ['تتصل الخدمة باستخدام <>.'], dev: ['يُستخدم مؤقتًا <> على خادم الاختبار.'] },
};

type Form = 'prose' | 'config' | 'table';

function written(document: Document, lines: Secret['lines'], form: Form, half: Half, chance: Random): string {
  const markdown = document.format === 'markdown';
  const indent = (text: string): string => text.replaceAll(/^/gmu, '    ');
  const fenced = (text: string): string =>
    markdown ? `\`\`\`\n${text}\n\`\`\`` : document.format === 'rst' ? `::\n\n${indent(text)}` : indent(text);
  if (lines[0]![1].includes('\n')) return fenced(lines[0]![1]);
  if (form === 'prose') {
    const sentences = GIVES[language(document)] ?? GIVES['en']!;
    const value = lines.map(([, one]) => (markdown ? `\`${one}\`` : one)).join(' / ');
    return chance.pick(sentences[half]).replace('<>', value);
  }
  if (form === 'table' && markdown)
    return `| Setting | Value |\n| --- | --- |\n| region | eu-west-1 |\n${lines.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}`;
  const glue = half === 'train' ? '=' : ': ';
  return fenced(
    [`region${glue}eu-west-1`, ...lines.map(([name, value]) => `${name}${glue}${value}`), `retries${glue}3`].join('\n'),
  );
}

const secret: SetInjection = {
  id: 'secret',
  sees: 'A key, token or password stands in a document and looks as if it opened something.',
  inject(folder, chance, severity, half) {
    const document = shuffled(chance, writings(folder))[0];
    if (!document) return undefined;
    const one = chance.pick(KINDS[half])(chance);
    const form = by<Form>(severity, 'prose', 'table', 'config');
    const text = written(document, one.lines, form, half, chance);
    const put = withParagraph(document, text, chance);
    if (!put) return undefined;
    const value = one.lines[0]![1].split('\n')[0]!;
    const line = put.line + text.slice(0, text.indexOf(value)).split('\n').length - 1;
    return {
      changes: [{ path: document.path, text: put.text }],
      places: [{ path: document.path, line }],
      facets: [one.kind, value.startsWith('-----') ? 'block' : form],
    };
  },
};

/** What looks like a key and is none: an example that its maker documents, a place to fill in, a sum, a name, a picture. */
const HARMLESS: Halves<
  readonly (readonly [why: string, make: (chance: Random) => readonly (readonly [string, string])[]])[]
> = {
  train: [
    [
      'the example pair of the maker’s documentation',
      () => [
        ['AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE'],
        ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
      ],
    ],
    [
      'a place to fill in',
      () => [
        ['GITHUB_TOKEN', '<your token>'],
        ['NPM_TOKEN', '${NPM_TOKEN}'],
      ],
    ],
    [
      'a mask',
      () => [
        ['GITHUB_TOKEN', `ghp_${'x'.repeat(36)}`],
        ['STRIPE_KEY', 'sk_live_...'],
      ],
    ],
    [
      'a sum of a file',
      (chance) => [
        ['sha256', letters(chance, HEX, 64)],
        ['sha1', letters(chance, HEX, 40)],
      ],
    ],
    ['a commit', (chance) => [['commit', letters(chance, HEX, 40)]]],
    [
      'an identifier by chance',
      (chance) => [
        [
          'request-id',
          `${letters(chance, HEX, 8)}-${letters(chance, HEX, 4)}-4${letters(chance, HEX, 3)}-a${letters(chance, HEX, 3)}-${letters(chance, HEX, 12)}`,
        ],
      ],
    ],
    ['an address with the words of a manual', () => [['DATABASE_URL', 'postgres://user:password@localhost:5432/mydb']]],
    [
      'a test vector',
      (chance) => [
        ['key', letters(chance, HEX, 32)],
        ['plaintext', letters(chance, HEX, 32)],
        ['ciphertext', letters(chance, HEX, 32)],
      ],
    ],
    [
      'a public key',
      (chance) => [
        [
          '',
          block('PUBLIC KEY', Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes(chance, 32)]), 64),
        ],
      ],
    ],
    [
      'a long name',
      () => [
        ['token', 'AbstractRefreshableConfigApplicationContextFactoryBean'],
        ['secret', 'kubernetes.io/service-account-token'],
      ],
    ],
  ],
  dev: [
    ['the integrity of a package', (chance) => [['integrity', `sha512-${bytes(chance, 64).toString('base64')}`]]],
    [
      'a place to fill in',
      () => [
        ['api_key', 'YOUR_API_KEY_HERE'],
        ['password', 'changeme'],
      ],
    ],
    [
      'a mask',
      () => [
        ['token', 'glpat-********************'],
        ['webhook', 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'],
      ],
    ],
    ['a picture', (chance) => [['', `data:image/png;base64,iVBORw0KGgo${bytes(chance, 300).toString('base64')}`]]],
    [
      'a certificate',
      (chance) => [
        [
          '',
          block(
            'CERTIFICATE',
            Buffer.concat([Buffer.from('308201a030820146a003020102', 'hex'), bytes(chance, 380)]),
            64,
          ),
        ],
      ],
    ],
    [
      'the elided key of an example',
      () => [['', '-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA...\n-----END RSA PRIVATE KEY-----']],
    ],
    [
      'a variable',
      () => [
        ['uri', 'mysql://${DB_USER}:${DB_PASSWORD}@${DB_HOST}/main'],
        ['password', '{{ vault_db_password }}'],
      ],
    ],
    ['a fingerprint', (chance) => [['fingerprint', `SHA256:${letters(chance, BASE64, 43)}`]]],
    [
      'a checked example of the standard',
      () => [
        [
          'token',
          'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
        ],
      ],
    ],
    ['an address with the words of a manual', () => [['uri', 'mongodb://username:pass@db.example.com:27017/test']]],
  ],
};

const kinds = HARMLESS.train.length;
export const secretDecoys: readonly SetDecoy[] = Array.from({ length: kinds }, (_, i) => ({
  id: `secret-like-${i + 1}`,
  like: 'secret',
  why: `${HARMLESS.train[i]![0]} (train), ${HARMLESS.dev[i]![0]} (dev)`,
  make(folder, chance, half): readonly Change[] | undefined {
    const document = shuffled(chance, writings(folder))[0];
    if (!document) return undefined;
    const text = written(
      document,
      HARMLESS[half][i]![1](chance),
      chance.pick(['prose', 'table', 'config'] as const),
      half,
      chance,
    );
    const put = withParagraph(document, text, chance);
    return put && [{ path: document.path, text: put.text }];
  },
}));

export const secretInjections: readonly SetInjection[] = [secret];
