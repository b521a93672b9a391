/** Writes small compound files, and old Word files in them, for tests. */

const SECTOR = 512;

/** A compound file (version 3) with these streams; each is padded to be no mini stream. */
export function cfbOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(streams);
  const bodies = names.map((name) => {
    const body = streams[name]!;
    const padded = new Uint8Array(Math.max(4096, Math.ceil(body.length / SECTOR) * SECTOR));
    padded.set(body);
    return padded;
  });
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const total = 1 + directorySectors + bodies.reduce((sum, body) => sum + body.length / SECTOR, 0);
  const file = new Uint8Array(SECTOR * (total + 1)).fill(0);
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, 0xfffffffe, true);
  view.setUint32(68, 0xfffffffe, true);
  view.setUint32(76, 0, true);
  for (let i = 1; i < 109; i++) view.setUint32(76 + 4 * i, 0xffffffff, true);
  const fat = (sector: number, next: number): void => view.setUint32(SECTOR + 4 * sector, next, true);
  for (let i = 0; i < SECTOR / 4; i++) fat(i, 0xffffffff);
  fat(0, 0xfffffffd);
  for (let i = 0; i < directorySectors; i++) fat(1 + i, i + 1 < directorySectors ? 2 + i : 0xfffffffe);
  let next = 1 + directorySectors;
  const entry = (index: number, name: string, kind: number, first: number, length: number): void => {
    const at = SECTOR * 2 + 128 * index;
    for (let i = 0; i < name.length; i++) view.setUint16(at + 2 * i, name.charCodeAt(i), true);
    view.setUint16(at + 64, 2 * (name.length + 1), true);
    file[at + 66] = kind;
    for (const link of [68, 72, 76]) view.setUint32(at + link, 0xffffffff, true);
    view.setUint32(at + 116, first, true);
    view.setUint32(at + 120, length, true);
  };
  entry(0, 'Root Entry', 5, 0xfffffffe, 0);
  for (const [i, body] of bodies.entries()) {
    entry(i + 1, names[i]!, 2, next, body.length);
    file.set(body, SECTOR * (next + 1));
    for (let k = 0; k < body.length / SECTOR; k++)
      fat(next + k, k + 1 < body.length / SECTOR ? next + k + 1 : 0xfffffffe);
    next += body.length / SECTOR;
  }
  return file;
}

/** A Word 97 file whose text is one narrow and one wide piece. `flags` as in the header, 0x0100 for encrypted; the last units are footnotes. */
export function docOf(narrow: string, wide: string, flags = 0, footnotes = 0): Uint8Array {
  const start = 0x400;
  const main = new Uint8Array(start + narrow.length + 1 + 2 * wide.length);
  const view = new DataView(main.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, 0xc1, true);
  view.setUint16(0x0a, flags, true);
  view.setUint32(0x4c, narrow.length + wide.length - footnotes, true);
  view.setUint32(0x50, footnotes, true);
  for (let i = 0; i < narrow.length; i++) main[start + i] = narrow.charCodeAt(i);
  const at = start + narrow.length + (narrow.length % 2);
  for (let i = 0; i < wide.length; i++) view.setUint16(at + 2 * i, wide.charCodeAt(i), true);
  const table = new Uint8Array(5 + 12 + 16);
  const clx = new DataView(table.buffer);
  table[0] = 2;
  clx.setUint32(1, 28, true);
  clx.setUint32(5, 0, true);
  clx.setUint32(9, narrow.length, true);
  clx.setUint32(13, narrow.length + wide.length, true);
  clx.setUint32(17 + 2, (start << 1) | 0x40000000, true);
  clx.setUint32(25 + 2, at, true);
  view.setUint32(0x1a2, 0, true);
  view.setUint32(0x1a6, table.length, true);
  return cfbOf({ WordDocument: main, '0Table': table });
}
