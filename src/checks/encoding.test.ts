import { describe, expect, test } from 'vitest';
import { read } from '../extractors/index.ts';
import { encoding } from './encoding.ts';

async function said(bytes: readonly (string | readonly number[])[], path = 'a.txt'): Promise<string | undefined> {
  const all = bytes.flatMap((each) => (typeof each === 'string' ? [...new TextEncoder().encode(each)] : [...each]));
  const reading = await read({ path, bytes: Uint8Array.from(all), sha256: '' });
  if (!('document' in reading)) return reading.outcome;
  const [found] = encoding.run(reading.document);
  for (const { start, end, quote } of found?.places ?? [])
    if (start !== null) expect(reading.document.slice(start, end!)).toBe(quote);
  return found && `${found.level ?? 'look'} ${found.message}`;
}
const latin1 = (text: string): number[] => Array.from(text, (each) => each.charCodeAt(0));

describe('mixed', () => {
  test('windows-1252 in UTF-8', async () => {
    expect(await said(['Größe und Prüfung.\n', latin1('Der Schlüssel für die Tür.\n'), 'Über alles.\n'])).toBe(
      'look 3 sequences of bytes in 1 line are not UTF-8, the first at byte 30 (FC) in line 2: taken as windows-1252 it says "Schlüssel"',
    );
  });

  test('GBK in UTF-8', async () => {
    const gbk = [0xcf, 0xb5, 0xcd, 0xb3, 0xb1, 0xd8, 0xd0, 0xeb, 0xbc, 0xec, 0xb2, 0xe9];
    expect(
      await said(['用户登录后必须修改密码。用户登录后必须修改密码。\n', gbk, '\n用户登录后必须修改密码。\n']),
    ).toContain('taken as GBK it says "系统必须检查"');
  });

  test('bytes without a meaning', async () => {
    expect(await said(['für über grün\nThe end\n', [0xff], ' of it is here.\n'])).toContain(
      'the first at byte 25 (FF) in line 3',
    );
  });

  test('a cut at the end is not told here', async () => {
    expect(await said(['für über grün\nThe end ', [0xe2, 0x82]])).toBeUndefined();
  });
});

describe('guessed', () => {
  test('a good guess is a note', async () => {
    expect(await said([latin1('Le système doit être vérifié dès que la clé a été créée.\nÀ bientôt.\n')])).toMatch(
      /^note the file names no encoding and is not UTF-8: it was read as windows-1252, and line 1 reads "Le système/u,
    );
  });

  test('UTF-16 without a mark', async () => {
    const bytes = Array.from('Plain text without a mark.\n', (each) => [each.charCodeAt(0), 0]).flat();
    expect(await said([bytes])).toMatch(/^note the file is UTF-16LE without a byte order mark/u);
  });

  test('declared, and rightly', async () => {
    expect(
      await said([latin1('<?xml version="1.0" encoding="ISO-8859-1"?>\n<a>système vérifié</a>\n')], 'a.xml'),
    ).toMatch(/^note the file is in windows-1252, as it says itself/u);
    // by its escapes
    expect(await said([latin1('The \x1b$B9A\x1b(B is open.\n'.repeat(5))])).toMatch(
      /^note the file is in ISO-2022-JP, as/u,
    );
  });
});

test.each(['plain\n', 'für 中文 العربية\n'])('not %j', async (text) => {
  expect(await said([text])).toBeUndefined();
});
