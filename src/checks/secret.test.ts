import { expect, test } from 'vitest';
import { keyShapes } from '../views/key-shapes.ts';
import { secret } from './secret.ts';
import { documentOf } from './testing/document.ts';
import { checkFiles } from './testing/folder.ts';

/** Random letters and digits, made here so that no key stands in this file. */
function random(
  length: number,
  of = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  seed = 9,
): string {
  let state = seed;
  let out = '';
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out += of.charAt((state >>> 8) % of.length);
  }
  return out;
}
const HEX = '0123456789abcdef';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A body of 36 whose last six check the others. */
function checked(seed: number): string {
  const body = random(30, undefined, seed);
  let crc = -1;
  for (const character of body) {
    crc ^= character.charCodeAt(0);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  let rest = ~crc >>> 0;
  let check = '';
  for (let i = 0; i < 6; i++) {
    check = BASE62.charAt(rest % 62) + check;
    rest = Math.floor(rest / 62);
  }
  return body + check;
}

async function run(text: string, format = 'markdown', path = 'a.md'): Promise<string[]> {
  const document = documentOf(text, format, path);
  const found = [...((await secret.later!(document)) ?? [])];
  for (const { message, places } of found)
    for (const { start, end, quote } of places) {
      expect(quote).toBe(document.slice(start!, end!));
      // nothing of a secret but its beginning
      for (const word of text.match(/[A-Za-z0-9+/]{12,}/gu) ?? [])
        if (/\d/u.test(word)) expect(`${message} ${quote}`).not.toContain(word);
    }
  return found.map(({ level, places }) => `${level} ${places[0].line} ${places[0].quote}`);
}

/** A private key: base64 of what begins as one. */
const pem = (lines = 12, kind = 'RSA '): string =>
  `-----BEGIN ${kind}PRIVATE KEY-----\nMII${random(61, BASE64)}\n${Array.from({ length: lines }, (_, i) => random(64, BASE64, i + 2)).join('\n')}\n-----END ${kind}PRIVATE KEY-----\n`;

test('a token whose own check comes out is live', async () => {
  expect(await run(`# Deploy\n\nThe job signs in with ghp_${checked(3)} and pushes.\n`)).toEqual(['stop 3 ghp_']);
  expect(await run(`# Deploy\n\nThe job signs in with npm_${checked(4)} and pushes.\n`)).toEqual(['stop 3 npm_']);
  expect(await run(`# Deploy\n\nThe job signs in with ghp_${random(36)} and pushes.\n`)).toEqual(['look 3 ghp_']);
  expect(await run(`# Deploy\n\nFor example, sign in with ghp_${checked(3)}.\n`)).toEqual(['look 3 ghp_']);
});

test('shapes that only one issuer gives out', async () => {
  const told: Record<string, string> = {
    [`xoxb-${random(12, '0123456789', 5)}-${random(12, '0123456789', 6)}-${random(24)}`]: 'stop',
    [`sk-${random(20)}T3BlbkFJ${random(20, undefined, 7)}`]: 'stop',
    [`sk-ant-api03-${random(93)}AA`]: 'stop',
    [`SG.${random(22)}.${random(43)}`]: 'stop',
    [`sk_live_${random(24)}`]: 'stop',
    [`glpat-${random(20)}`]: 'look',
    [`shpat_${random(32, HEX)}`]: 'stop',
    [`dapi${random(32, HEX)}`]: 'stop',
    [`hvs.${random(95)}`]: 'stop',
    [`AIza${random(35)}`]: 'look',
    [`dckr_pat_${random(27)}`]: 'stop',
    [`DefaultEndpointsProtocol=https;AccountKey=${random(86, BASE64)}==`]: 'stop',
    [`eyJ${random(30)}.eyJ${random(60)}.${random(43)}`]: 'note',
  };
  for (const [token, level] of Object.entries(told)) {
    expect([token, await run(`# Setup\n\nPut ${token} into the settings.\n`)]).toEqual([
      token,
      [expect.stringMatching(new RegExp(`^${level} 3 ....$`, 'u'))],
    ]);
    // in scripts without spaces, and from right to left
    expect(await run(`# 设置\n\n把${token}写进配置。\n`)).toEqual([expect.stringMatching(level)]);
    expect(await run(`# إعداد\n\nضع ${token} في الإعدادات.\n`)).toEqual([expect.stringMatching(level)]);
  }
});

test('a key of AWS is told by its pair', async () => {
  const id = `AKIA${random(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 11)}`;
  const key = random(40, BASE64, 21);
  expect(await run(`# Setup\n\naws_access_key_id = ${id}\naws_secret_access_key = ${key}\n`)).toEqual([
    `stop 4 ${key.slice(0, 4)}`,
    'note 3 AKIA',
  ]);
  expect(await run(`# Setup\n\n"SecretAccessKey": "${key}"\n`)).toEqual([`look 3 ${key.slice(0, 4)}`]);
  expect(
    await run(
      'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n',
    ),
  ).toEqual([]);
});

test('a key of AWS beside its id needs no name', async () => {
  const id = `AKIA${random(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 11)}`;
  const key = random(40, BASE64, 21);
  const told = [`stop 3 ${key.slice(0, 4)}`, 'note 3 AKIA'];
  expect(await run(`# Setup\n\nThe job signs in with \`${id}\` and \`${key}\`.\n`)).toEqual(told);
  expect(await run(`# Setup\n\n| ${id} | ${key} |\n`)).toEqual(told);
  // a sum, or no id before it
  expect(await run(`# Setup\n\nThe job ${id} has the sum ${random(40, HEX, 3)}.\n`)).toEqual(['note 3 AKIA']);
  expect(await run(`# Setup\n\nThe job has the sum ${key}.\n`)).toEqual([]);
});

test('a password behind its name, in any language', async () => {
  const password = 'kR7-vq2Lx9Tm';
  for (const [text, quote] of [
    [`db.password = ${password}`, 'password = '],
    [`The password for staging is \`${password}\`.`, 'password for staging is `'],
    [`Das Passwort lautet: ${password}`, null],
    [`Kennwort: "${password}"`, 'Kennwort: "'],
    [`Contraseña: ${password}`, 'Contraseña: '],
    [`Mot de passe : ${password}`, 'passe : '],
    [`Пароль: ${password}`, 'Пароль: '],
    [`密码：${password}`, '密码：'],
    [`管理员密码为「${password}」。`, '密码为「'],
    [`비밀번호: ${password}`, '비밀번호: '],
    [`كلمة المرور: ${password}`, 'المرور: '],
    [`Passwords use \`PBKDF2WithHmacSHA256\`.`, null],
    [`The password is kept with PBKDF2WithHmacSHA256.`, null],
    [`password: $2b$10$kR7vq2Lx9TmWz4yQe8UoPu`, null],
  ] as const)
    expect([text, await run(`# Setup\n\n${text}\n`)]).toEqual([text, quote === null ? [] : [`look 3 ${quote}`]]);
});

test('a private key', async () => {
  expect(await run(pem(), 'text', 'id.txt')).toEqual(['stop 1 -----BEGIN RSA PRIVATE KEY-----']);
  expect(await run(`key: |\n${pem()}`, 'yaml', 'deploy.yaml')).toEqual(['stop 2 -----BEGIN RSA PRIVATE KEY-----']);
  const around = 'The service signs every answer, and whoever reads one holds it against the public key. '.repeat(4);
  expect(await run(`# Keys\n\n${around}\n\n${pem(12, '')}`)).toEqual(['look 5 -----BEGIN PRIVATE KEY-----']);
  expect(await run(`# Test vectors\n\n${around}\n\n${pem()}`)).toEqual(['note 5 -----BEGIN RSA PRIVATE KEY-----']);
  expect(await run(`# Keys\n\n-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n`)).toEqual([]);
  const json = JSON.stringify({ type: 'service_account', private_key_id: 'f', private_key: pem(12, '') }, null, 2);
  expect(await run(json, 'json', 'account.json')).toEqual(['stop 4 -----BEGIN PRIVATE KEY-----']);
});

test('an address with a password', async () => {
  expect(await run('# DB\n\npostgres://billing:kR7-vq2Lx9@db1.eu.payments.io:5432/main\n')).toEqual([
    'look 3 postgres://',
  ]);
  expect(await run('# Hook\n\nhttps://robot:Zx81qWv7Kd@ci.payments.io/start\n')).toEqual(['look 3 https://']);
  for (const address of [
    'postgres://user:password@db.payments.io/main',
    'mongodb://app:app1234567@db.payments.io',
    'https://user:pass@payments.io/',
    'postgresql://shop:shop_dbpassword@localhost:5433/shop',
    'mysql://root:my-secret-pw@db:3306/app',
    'https://$USER:$TOKEN@payments.io/x',
    'https://<user>:<password>@payments.io/x',
    'ftp://anonymous:anonymous@ftp.payments.io',
  ])
    expect([address, await run(`# DB\n\nCall ${address} now.\n`)]).toEqual([address, []]);
  expect(await run('# DB\n\npostgres://billing:kR7-vq2Lx9@localhost:5432/main\n')).toEqual(['note 3 postgres://']);
});

test('made-up ones and other long words are left alone', async () => {
  for (const word of [
    'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    'ghp_1234567890abcdefghijklmnopqrstuvwxyz',
    'xoxb-your-token-here',
    'sk-1234567890abcdef1234567890abcdef',
    'sk-or-v1-your-key-here-your-key-here',
    'AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
    'npm_config_registry_for_all_packages_of_the_company',
    'task-management-for-large-organisations-and-teams',
    '550e8400-e29b-41d4-a716-446655440000',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'https://payments.io/a/b/c/d?user=someone@payments.io',
  ])
    expect([word, await run(`# Setup\n\nPut ${word} there.\n`)]).toEqual([word, []]);
});

test('many of one kind are one finding, and a document cannot switch the check off', async () => {
  const lines = Array.from({ length: 9 }, (_, i) => `- ghp_${checked(i + 2)}`).join('\n');
  const document = documentOf(`<!-- secretlint-disable -->\n\n${lines}\n`);
  const found = [...(await secret.later!(document))!];
  expect(found).toHaveLength(1);
  expect(found[0]!.message).toContain('9 places');
  expect(found[0]!.places).toHaveLength(6);
});

test('a document without such a shape loads nothing', () => {
  for (const text of [
    'Write to someone@payments.io or see https://payments.io/a/very/long/path/to/some/document.html#at-the-end.\n',
    `${'-'.repeat(80)}\nA table\n${'-'.repeat(80)}\n-----BEGIN CERTIFICATE-----\n`,
    '漢字'.repeat(5000),
  ])
    expect(secret.later!(documentOf(text))).toBeUndefined();
});

test('time stays linear', async () => {
  const big = 2_000_000;
  for (const unit of [
    'a',
    '-',
    '@',
    '-----BEGIN PRIVATE KEY-----\n',
    'sk-',
    'eyJa.',
    'ghp_',
    'https://a:b',
    '://a:b@',
    'xoxb-1-',
    '=',
  ]) {
    const document = documentOf(unit.repeat(Math.floor(big / unit.length)));
    keyShapes(document);
    expect([...((await secret.later!(document)) ?? [])].length).toBeLessThan(50);
  }
});

test('no other check quotes a secret whole', async () => {
  const key = `ghp_${checked(5)}`;
  const password = random(14, undefined, 8);
  const said = `The job signs in with ${key} and pushes to postgres://deploy:${password}@db.shop.net/orders on each build.`;
  const { report } = await checkFiles(
    new Map(
      Object.entries({
        // the same over and over, a claim without a measure, two values of one setting
        'a.md': `# Deploy\n\n${`${said}\n\n`.repeat(12)}The token is ${key}.\n\nThe limit ${key} must be fast.\n`,
        'b.md': `# Build\n\n${said}\n\n${'The build runs on each push and takes its time.\n'.repeat(10)}\n${said}\n`,
      }).map(([path, text]) => [path, new TextEncoder().encode(text)] as const),
    ),
  );
  expect(new Set(report.findings.map(({ check }) => check)).size).toBeGreaterThan(1);
  const shown = JSON.stringify(report);
  expect(shown).toContain('ghp_');
  for (const [secret, from] of [
    [key, 4],
    [password, 0],
  ] as const)
    for (let i = from; i + 10 <= secret.length; i++) expect(shown).not.toContain(secret.slice(i, i + 10));
  for (const one of report.findings)
    for (const { quote, start, end } of [one, ...one.related])
      if (quote !== null) expect(quote.length).toBe(end! - start!);
}, 30_000);

test('a password in settings', async () => {
  const password = `Kq7${random(9, 'abcdefghijkmnprstuvwz', 3)}#Xt4`;
  expect(await run(`# Deploy\n\n    db.password=${password}\n    retries=3\n`)).toEqual(['look 3 password=']);
  expect(await run(`# Deploy\n\n| Name | Value |\n| --- | --- |\n| Passwd | ${password} |\n`)).toEqual([
    'look 5 Passwd | ',
  ]);
  expect(await run(`{"password": "${password}"}`, 'json', 'a.json')).toEqual(['look 1 password": "']);
  expect(await run(`# Deploy\n\nFor example: \`password=${password}\`.\n`)).toEqual(['note 3 password=']);
  for (const made of [
    '${DB_PASSWORD_2_Prod}',
    'Summer2024Test1',
    'getPassword(user1)',
    'com.acme.PasswordField2',
    'CorrectHorse12',
  ])
    expect(await run(`# Deploy\n\n    password = ${made}\n`), made).toEqual([]);
});

test('a signed token of an issuer that can be reached', async () => {
  const part = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url');
  const signed = (says: unknown): string => `${part({ alg: 'HS256', typ: 'JWT' })}.${part(says)}.${random(43)}`;
  expect(
    await run(`# Deploy\n\nThe job sends ${signed({ iss: 'https://id.shop.net', sub: '8d1f' })} with it.\n`),
  ).toEqual(['look 3 eyJh']);
  expect(
    await run(`# Deploy\n\nThe job sends ${signed({ iss: 'https://example.com', sub: '8d1f' })} with it.\n`),
  ).toEqual(['note 3 eyJh']);
  expect(await run(`# Deploy\n\nThe job sends ${signed({ sub: '8d1f', role: 'admin' })} with it.\n`)).toEqual([
    'note 3 eyJh',
  ]);
});

test('a word for example counts where it stands near', async () => {
  const key = `glpat-${random(20)}`;
  expect(
    await run(`# Deploy\n\nTests run on each push, for example.\n\nOne more.\n\nThe job uses ${key} then.\n`),
  ).toEqual(['look 7 glpa']);
  expect(await run(`# Deploy\n\nThe job uses, for example, ${key} then.\n`)).toEqual(['note 3 glpa']);
  expect(await run(`# Deploy\n\nFor example:\n\n    ${key}\n`)).toEqual(['note 5 glpa']);
  expect(await run(`# Deploy\n\nThe job uses ${key} then.\n`, 'markdown', 'docs/spec/a.md')).toEqual(['look 3 glpa']);
});

test('a word for tests lowers to a look, a word for examples to a note; a signed token that runs out', async () => {
  const levels = async (text: string): Promise<readonly string[]> => {
    const found = await checkFiles(new Map([['a.md', new TextEncoder().encode(`# Doors\n\n${text}\n`)]]));
    return found.findings.filter(({ check }) => check === 'secret').map(({ level }) => level);
  };
  const key = `sk_live_${random(24, undefined, 5)}`;
  expect(await levels(`The key is ${key} until March.`)).toEqual(['stop']);
  expect(await levels(`For the tests of the team the key is ${key} until March.`)).toEqual(['look']);
  expect(await levels(`An example of a key is ${key} until March.`)).toEqual(['note']);
  const part = (said: object): string => btoa(JSON.stringify(said)).replaceAll('=', '');
  const signed = (said: object): string => `${part({ alg: 'HS256' })}.${part(said)}.${random(43)}`;
  const jwt = (exp: number): string => `The header carries ${signed({ sub: 'fleet-prod', exp })} always.`;
  expect(await levels(jwt(1_798_761_600))).toEqual(['look']);
  expect(await levels(jwt(1_516_239_022))).toEqual(['note']);
});
