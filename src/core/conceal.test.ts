import { expect, test } from 'vitest';
import { concealer } from './conceal.ts';
import { nowhere } from './locate.ts';
import type { Place } from './types.ts';

const SECRET = 'k3Yq9ZtR7wVx2LmB';
const conceal = concealer(new Map([['a.md', [{ start: 20, end: 36, text: SECRET }]]]));
const place = (start: number, quote: string, path = 'a.md'): Place => ({
  ...nowhere(path),
  line: 1,
  endLine: 1,
  column: start + 1,
  start,
  end: start + quote.length,
  quote,
});

test('a message loses the secret, and a piece of it', () => {
  expect(conceal.text(`"${SECRET}" twice: ${SECRET.slice(0, 13)}`)).toBe('"…" twice: …');
  expect(conceal.text('nothing of it')).toBe('nothing of it');
});

test('a quote ends where the secret begins', () => {
  const { places } = conceal.observation({
    message: 'twice',
    places: [
      place(10, `the token ${SECRET} is`),
      place(30, `${SECRET.slice(10)} is`),
      place(3, 'the tok'),
      place(0, `it is ${SECRET}`, 'b.md'),
    ],
  });
  expect(places.map(({ quote, start, end }) => [quote, end! - start!])).toEqual([
    ['the token ', 10],
    ['', 0],
    ['the tok', 7],
    ['it is ', 6],
  ]);
});

test('lines of a key are known, its frame is not hidden', () => {
  const body = `MIIEow1bAA9KCAQEA7\nq8Zr2LmT5vXc9PwKe\n-----END RSA PRIVATE KEY-----`;
  const { text } = concealer(new Map([['a.pem', [{ start: 0, end: body.length, text: body }]]]));
  expect(text('between MIIEow1bAA9KCAQEA7 q8Zr2LmT5vXc9PwKe -----END RSA PRIVATE KEY-----')).toBe(
    'between … … -----END RSA PRIVATE KEY-----',
  );
});

test('without secrets nothing changes', () => {
  const { text, observation } = concealer(new Map());
  const one = { message: SECRET, places: [place(0, SECRET)] as const };
  expect(text(SECRET)).toBe(SECRET);
  expect(observation(one)).toBe(one);
});
