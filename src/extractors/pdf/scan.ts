/** One grey picture of a page, put together out of the pictures that are drawn on it, for a recognizer. */
import type { Drawn, Matrix } from './page.ts';
import type { Picture } from './vendor/worker.mjs';

/** Points of one picture and of a page's: an A4 page at 600 to the inch has 35 million. */
const MOST_POINTS = 40_000_000;
/** Pictures of a page: scanners cut a page into some dozen strips. */
const MOST_PICTURES = 200;
/** Fewer points than this to the inch: letters cannot be told. */
const LEAST_SCALE = 40 / 72;

interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The page as a PNM file (`P5`); null where nothing on it can be decoded. Pages are given in points, y downwards. */
export async function scanOf(
  drawn: readonly Drawn[],
  pictures: readonly Picture[],
  width: number,
  height: number,
): Promise<Uint8Array | null> {
  const wanted = drawn.filter(({ picture }) => pictures[picture] !== undefined).slice(0, MOST_PICTURES);
  let scale = 0;
  for (const { matrix, picture } of wanted) {
    const { width: across, height: down } = pictures[picture]!;
    const area = Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
    if (area > 1) scale = Math.max(scale, Math.sqrt((across * down) / area));
  }
  scale = Math.min(scale, Math.sqrt(MOST_POINTS / (width * height)));
  const page = { width: Math.round(width * scale), height: Math.round(height * scale) };
  if (!(scale >= LEAST_SCALE) || page.width < 8 || page.height < 8) return null;
  const head = Uint8Array.from(`P5\n${String(page.width)} ${String(page.height)}\n255\n`, (sign) => sign.charCodeAt(0));
  const file = new Uint8Array(head.length + page.width * page.height).fill(255);
  file.set(head);
  const onto: Grey = { ...page, data: file.subarray(head.length) };
  let some = false;
  let left = MOST_POINTS;
  for (const { matrix, picture } of wanted) {
    const source = pictures[picture]!;
    const points = Math.max(source.width * source.height, jpegPoints(source.image));
    if (points > left) continue;
    left -= points;
    try {
      paint(onto, await greyOf(source), matrix, scale, source.mask);
      some = true;
    } catch {
      // what of it can be decoded is read
    }
  }
  return some ? file : null;
}

/** Points that a JPEG says it has, which may be more than what the file around it says. */
function jpegPoints({ jpegOptions, bytes }: Picture['image']): number {
  if (jpegOptions === undefined || bytes === undefined) return 0;
  for (let i = 2; i + 9 < bytes.length && i < 1_000_000;) {
    if (bytes[i] !== 0xff) {
      i++;
      continue;
    }
    const kind = bytes[i + 1]!;
    // the head of a frame: SOF0 to SOF15, but for the tables between them
    if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc)
      return ((bytes[i + 5]! << 8) | bytes[i + 6]!) * ((bytes[i + 7]! << 8) | bytes[i + 8]!);
    i +=
      kind === 0xff
        ? 1
        : kind === 0 || kind === 1 || (kind >= 0xd0 && kind <= 0xd9)
          ? 2
          : 2 + ((bytes[i + 2]! << 8) | bytes[i + 3]!);
  }
  return 0;
}

async function greyOf(picture: Picture): Promise<Grey> {
  const { width, height, kind, data } = await picture.decode();
  if (kind === 0) return { width, height, data: data as Uint8Array };
  const grey = new Uint8Array(width * height);
  if (kind === 1) {
    const row = (width + 7) >> 3;
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++) grey[at++] = (data[y * row + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0;
  } else {
    const step = kind === 2 ? 3 : 4;
    for (let i = 0, at = 0; at < grey.length; i += step)
      grey[at++] = (77 * data[i]! + 150 * data[i + 1]! + 29 * data[i + 2]!) >> 8;
  }
  return { width, height, data: grey };
}

/** Draws a picture, which fills the unit square that `matrix` puts on the page. Of a mask only what is black is drawn. */
function paint(onto: Grey, from: Grey, matrix: Matrix, scale: number, mask: boolean): void {
  const [a, b, c, d, e, f] = matrix;
  const area = a * d - b * c;
  if (area === 0) return;
  const xs = [e, e + a, e + c, e + a + c].map((x) => x * scale);
  const ys = [f, f + b, f + d, f + b + d].map((y) => y * scale);
  const x0 = Math.max(0, Math.floor(Math.min(...xs)));
  const x1 = Math.min(onto.width, Math.ceil(Math.max(...xs)));
  const y0 = Math.max(0, Math.floor(Math.min(...ys)));
  const y1 = Math.min(onto.height, Math.ceil(Math.max(...ys)));
  // from a point of the page to one of the picture, whose rows go downwards
  const across = ((d / area) * from.width) / scale;
  const acrossDown = ((-c / area) * from.width) / scale;
  const down = ((b / area) * from.height) / scale;
  const downDown = ((-a / area) * from.height) / scale;
  const startX = ((c * f - d * e) / area) * from.width;
  const startY = from.height - ((b * e - a * f) / area) * from.height;
  for (let y = y0; y < y1; y++) {
    let u = startX + across * (x0 + 0.5) + acrossDown * (y + 0.5);
    let v = startY + down * (x0 + 0.5) + downDown * (y + 0.5);
    for (let x = x0, at = y * onto.width + x0; x < x1; x++, at++, u += across, v += down) {
      if (u < 0 || v < 0 || u >= from.width || v >= from.height) continue;
      const value = from.data[Math.floor(v) * from.width + Math.floor(u)]!;
      if (!mask) onto.data[at] = value;
      else if (value === 0) onto.data[at] = 0;
    }
  }
}
