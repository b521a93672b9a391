/** Opens well-formed zip files of our own seeds, so that what is inside can be changed and packed again. */
import { inflateRawSync } from 'node:zlib';

/** Files of a sound zip by name, in order; null where it is not one. */
export function unzip(bytes: Uint8Array): Record<string, Uint8Array> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return null;
  const files: Record<string, Uint8Array> = {};
  try {
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (view.getUint32(at, true) !== 0x02014b50) return null;
      const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
      const [packed, name, extra, comment] = [
        view.getUint32(at + 20, true),
        view.getUint16(at + 28, true),
        view.getUint16(at + 30, true),
        view.getUint16(at + 32, true),
      ];
      const local = view.getUint32(at + 42, true);
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const path = Buffer.from(bytes.subarray(at + 46, at + 46 + name)).toString();
      const body = bytes.subarray(from, from + packed);
      if ((flags & 1) !== 0 || !path) return null;
      files[path] = method === 8 ? inflateRawSync(body, { maxOutputLength: 4 << 20 }) : body;
      at += 46 + name + extra + comment;
    }
  } catch {
    return null;
  }
  return files;
}
