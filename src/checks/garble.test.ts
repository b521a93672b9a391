import { describe, expect, test } from 'vitest';
import { garble } from './garble.ts';
import { run } from './testing/document.ts';

const said = (text: string, format?: string): string[] => run(garble, text, format).map(({ message }) => message);

describe('codes of glyphs', () => {
  test.each([
    'a (cid:12)b and (cid:3)',
    'GLYPH<12>x GLYPH<3>',
    'a GLYPH&lt;c=1&gt; GLYPH&lt;c=2&gt;',
    '/G12/G34/G5 and /G1 /G2 /G3',
    'a glyph[lessequal] b glyph[minus] c',
  ])('%s', (text) => {
    expect(said(text)[0]).toContain('of glyphs in 1 line');
  });
  test.each(['one (cid:12) alone', 'see /G1 and /G2', '(cid:x) (cid:)', '`(cid:1)` and `(cid:2)`'])(
    'not %s',
    (text) => {
      expect(said(text)).toEqual([]);
    },
  );
});

test('private use inside words', () => {
  expect(said('the \ue001le and the e\ue002ect and an o\ue003er here')[0]).toContain('private use (U+E002)');
  expect(said('the key \ue001 here, \uf0b7 item')).toEqual([]);
});

test('lost ligatures', () => {
  const text =
    'The speci cation de nes an e cient way. The o ce has a di erent con guration for the first time.\n'.replace(
      'first',
      'rst',
    );
  expect(said(`${text}${'For each of four forms, half of the forces of four fans. '.repeat(3)}`)[0]).toContain(
    'lost their ligatures',
  );
  expect(said('The specification defines an efficient way, of different configuration. '.repeat(4))).toEqual([]);
});

test('a shuffled alphabet', () => {
  const shift = (text: string): string =>
    text.replace(/[a-z]/gu, (each) => 'qwxzjkvbpygfmhucldtnrsiaoe'.charAt(each.charCodeAt(0) - 97));
  const text =
    'the gateway forwards every request to the service that the client named and waits for an answer. '.repeat(4);
  expect(said(shift(text))[0]).toContain('as in no language');
  expect(said(text)).toEqual([]);
});

test('letters one by one', () => {
  expect(
    said(
      'T h e  g a t e w a y  f o r w a r d s  e v e r y  r e q u e s t.\n'.repeat(2) +
        'And some plain words are standing here, so that it is a text.',
    )[0],
  ).toContain('one by one');
  expect(
    said('a b c d e f g h i j k l m n o p q r s t u v w x y z and then plain words follow here, as usual.'),
  ).toEqual([]);
});

test('time grows with the text, whatever stands in it', () => {
  for (const text of ['f', 'a ', '0', 'l1', '(cid:', '/G1', 'rn', '\ue000', 'vv w ', 'a|b '].map((each) =>
    each.repeat(300_000),
  )) {
    const begun = process.hrtime.bigint();
    run(garble, text);
    expect(Number(process.hrtime.bigint() - begun) / 1e6).toBeLessThan(5000);
  }
});
