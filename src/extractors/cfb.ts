/**
 * Compound files (OLE): the streams of old Office files, by name. After [MS-CFB]. Every chain is followed at most once around,
 * so that no loop in a damaged file goes on.
 */
import { ReadError } from './limits.ts';

const FREE = 0xfffffffa;
const NOTHING = 0xffffffff;

export interface Cfb {
  /** Names of all streams, as in the directory. */
  readonly names: readonly string[];
  /** The bytes of the first stream of this name; null where there is none. @throws ReadError where it is cut off */
  stream(name: string): Uint8Array | null;
}

/** @throws ReadError where the file is no compound file, or its tables are damaged */
export function openCfb(bytes: Uint8Array): Cfb {
  if (bytes.length < 512) throw new ReadError('it is cut off inside of its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== 0xe011cfd0 || view.getUint32(4, true) !== 0xe11ab1a1)
    throw new ReadError('it is no OLE compound file');
  const shift = view.getUint16(30, true);
  const miniShift = view.getUint16(32, true);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new ReadError('its header is damaged');
  const size = 1 << shift;
  const perSector = size / 4;
  const most = Math.ceil(bytes.length / size) + 1;
  const offsetOf = (sector: number): number => (sector + 1) * size;
  const cut = (): never => {
    throw new ReadError('it is cut off: a part of it that its tables name is not there');
  };
  const word = (sector: number, index: number): number => {
    const at = offsetOf(sector) + 4 * index;
    return at + 4 <= bytes.length ? view.getUint32(at, true) : cut();
  };

  // where the sectors of the allocation table are
  const tables: number[] = [];
  for (let i = 0; i < 109; i++) {
    const sector = view.getUint32(76 + 4 * i, true);
    if (sector < FREE) tables.push(sector);
  }
  let more = view.getUint32(68, true);
  for (let steps = 0; more < FREE && steps < most; steps++) {
    for (let i = 0; i < perSector - 1; i++) {
      const sector = word(more, i);
      if (sector < FREE) tables.push(sector);
    }
    more = word(more, perSector - 1);
  }
  const next = (sector: number): number => {
    const table = tables[Math.floor(sector / perSector)];
    return table === undefined ? NOTHING : word(table, sector % perSector);
  };
  const chain = (first: number): number[] => {
    const sectors: number[] = [];
    for (let sector = first; sector < FREE; sector = next(sector)) {
      if (sectors.length >= most) throw new ReadError('its tables are damaged: they lead in a circle');
      sectors.push(sector);
    }
    return sectors;
  };
  const gather = (first: number, length: number): Uint8Array => {
    const out = new Uint8Array(length);
    let at = 0;
    for (const sector of chain(first)) {
      if (at >= length) break;
      const start = offsetOf(sector);
      const piece = bytes.subarray(start, start + Math.min(size, length - at));
      out.set(piece, at);
      at += Math.min(size, length - at);
      if (piece.length === 0) cut();
    }
    return at < length ? cut() : out;
  };

  interface Stored {
    readonly name: string;
    readonly kind: number;
    readonly first: number;
    readonly length: number;
  }
  const entries: Stored[] = [];
  for (const sector of chain(view.getUint32(48, true)))
    for (let at = offsetOf(sector); at + 128 <= Math.min(bytes.length, offsetOf(sector) + size); at += 128) {
      const units = Math.min(31, Math.max(0, view.getUint16(at + 64, true) / 2 - 1));
      let name = '';
      for (let i = 0; i < units; i++) name += String.fromCharCode(view.getUint16(at + 2 * i, true));
      const kind = bytes[at + 66]!;
      if (kind === 1 || kind === 2 || kind === 5)
        entries.push({ name, kind, first: view.getUint32(at + 116, true), length: view.getUint32(at + 120, true) });
    }
  const root = entries.find((entry) => entry.kind === 5);
  if (!root) throw new ReadError('its directory is damaged');
  const cutoff = view.getUint32(56, true);
  let mini: { readonly bytes: Uint8Array; readonly table: readonly number[] } | undefined;
  const miniStream = (): { readonly bytes: Uint8Array; readonly table: readonly number[] } => {
    if (mini) return mini;
    const table: number[] = [];
    const first = view.getUint32(60, true);
    if (first < FREE)
      for (const sector of chain(first)) for (let i = 0; i < perSector; i++) table.push(word(sector, i));
    return (mini = { bytes: gather(root.first, Math.min(root.length, bytes.length)), table });
  };
  return {
    names: entries.filter((entry) => entry.kind === 2).map((entry) => entry.name),
    stream(name) {
      const entry = entries.find((one) => one.kind === 2 && one.name === name);
      if (!entry) return null;
      if (entry.length > bytes.length) cut();
      if (entry.length >= cutoff) return gather(entry.first, entry.length);
      const { bytes: from, table } = miniStream();
      const out = new Uint8Array(entry.length);
      let at = 0;
      for (let sector = entry.first, steps = 0; sector < FREE && at < entry.length; sector = table[sector] ?? NOTHING) {
        if (++steps > table.length + 1) throw new ReadError('its tables are damaged: they lead in a circle');
        out.set(from.subarray(64 * sector, 64 * sector + Math.min(64, entry.length - at)), at);
        at += 64;
      }
      return at < entry.length ? cut() : out;
    },
  };
}
