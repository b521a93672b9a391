import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { read } from '../index.ts';
import { Budget, DEFAULT_LIMITS, type Recognized } from '../limits.ts';
import { line, makePdf, stream } from '../testing/pdf.ts';

/** Reads a page that is covered by a picture of 40 by 40 points; gives the pictures that were to be recognized. */
async function seen(content: string, image: string, answer: Recognized = { text: 'Read so.', confidence: 93 }) {
  const pictures: { width: number; height: number; at: (x: number, y: number) => number }[] = [];
  const budget = Budget.of(DEFAULT_LIMITS, async (file) => {
    const [, w, h] = /^P5\n(\d+) (\d+)\n255\n/.exec(String.fromCharCode(...file.slice(0, 30)))!;
    const [width, height] = [Number(w), Number(h)];
    const data = file.subarray(file.length - width * height);
    pictures.push({ width, height, at: (x, y) => data[Math.floor(y * height) * width + Math.floor(x * width)]! });
    return answer;
  });
  const file = makePdf([line(72, 700, 'The text of the first page.'), content], {
    resources: '/XObject << /I 9 0 R >>',
    objects: [image],
  });
  const found = await read({ path: 'a.pdf', bytes: file, sha256: '' }, budget);
  if (!('document' in found)) throw new Error(found.why);
  return { document: found.document, pictures };
}

const DICTIONARY = '/Type /XObject /Subtype /Image /Width 800 /Height 800';
/** Black in its upper left quarter. */
const grey = new Uint8Array(640_000).fill(255);
for (let y = 0; y < 400; y++) grey.fill(0, y * 800, y * 800 + 400);
const bits = new Uint8Array(80_000).fill(255);
for (let y = 0; y < 400; y++) bits.fill(0, y * 100, y * 100 + 50);
const packed = stream(
  `${DICTIONARY} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode`,
  deflateSync(grey),
);
const UPRIGHT = 'q 612 0 0 792 0 0 cm /I Do Q';

const corners = ({ at }: { at: (x: number, y: number) => number }): number[] => [
  at(0.2, 0.2),
  at(0.8, 0.2),
  at(0.2, 0.8),
  at(0.8, 0.8),
];

test('what is recognized stands on its page, with how certain it is', async () => {
  const { document, pictures } = await seen(UPRIGHT, packed, {
    text: 'Keep the lamp\nlit.\n\nRing twice.',
    confidence: 91.6,
  });
  expect(document.text).toBe('The text of the first page.\n\nKeep the lamp lit.\n\nRing twice.\n');
  expect(document.losses ?? []).toEqual([]);
  expect(document.parts.map(({ label, start, end }) => [label, document.slice(start, end).trim()])).toEqual([
    ['page 1', 'The text of the first page.'],
    ['page 2', 'Keep the lamp lit.\n\nRing twice.'],
  ]);
  expect(document.marks?.map(({ kind, by }) => [kind, by])).toEqual([
    ['recognized', 'page 2, 92 of 100 certain'],
    ['recognized', 'page 2, 92 of 100 certain'],
  ]);
  expect(pictures.map(corners)).toEqual([[0, 255, 255, 255]]);
});

test('pictures are drawn as the page has them: turned, as bits, as a mask, in strips', async () => {
  const turned = await seen('q 0 -792 612 0 0 792 cm /I Do Q', packed);
  expect(turned.pictures.map(corners)).toEqual([[255, 0, 255, 255]]);
  const one = await seen(UPRIGHT, stream(`${DICTIONARY} /BitsPerComponent 1 /ColorSpace /DeviceGray`, bits));
  expect(one.pictures.map(corners)).toEqual([[0, 255, 255, 255]]);
  const mask = await seen(UPRIGHT, stream(`${DICTIONARY} /BitsPerComponent 1 /ImageMask true`, bits));
  expect(mask.pictures.map(corners)).toEqual([[0, 255, 255, 255]]);
  const strips = await seen('q 612 0 0 396 0 396 cm /I Do Q q 612 0 0 396 0 0 cm /I Do Q', packed);
  expect(strips.pictures.map(({ at }) => [at(0.2, 0.1), at(0.2, 0.4), at(0.2, 0.6), at(0.2, 0.9)])).toEqual([
    [0, 255, 0, 255],
  ]);
});

test('what is not certain, and what cannot be decoded, is told', async () => {
  const unsure = await seen(UPRIGHT, packed, { text: 'l1 I|', confidence: 21 });
  expect(unsure.document.losses).toMatchObject([
    { what: 'page 2', why: 'is a picture of text, and what was recognized in it is not certain (21 of 100)' },
  ]);
  const broken = await seen(
    UPRIGHT,
    stream(`${DICTIONARY} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /JPXDecode`, 'no picture'),
  );
  expect(broken.document.losses).toMatchObject([
    { what: 'page 2', why: 'is a picture of text that cannot be decoded' },
  ]);
  expect(broken.pictures).toEqual([]);
});

test('a page of text with a picture is not recognized', async () => {
  const { pictures } = await seen(
    `${UPRIGHT} ${line(72, 400, 'A whole sentence of text stands on this page as well.')}`,
    packed,
  );
  expect(pictures).toEqual([]);
});
