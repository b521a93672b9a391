/** Names of files as they are shown: bytes that are not UTF-8 as `\xNN`, hidden characters as escapes. */
import type { Report } from '../core/types.ts';
import { visibleName } from './escape.ts';

/** From a path in a report to what is shown of it. */
export type ShowName = (path: string) => string;

/** Names of one report's files; where the report has replacement characters for bytes, the bytes are looked up. */
export function namesOf(report: Report): ShowName {
  const bytes = bytesOf(report);
  return (path) => visibleName(bytes(path));
}

/** From a path in a report to the path with its bytes: those that are not UTF-8 as lone surrogates. */
export function bytesOf(report: Report): (path: string) => string {
  const raw = new Map<string, string | null>();
  for (const { path, rawPath } of [...report.documents, ...report.findings])
    // Two names that differ only in such bytes look the same in a report: then neither is claimed.
    if (rawPath !== undefined) raw.set(path, raw.has(path) && raw.get(path) !== rawPath ? null : rawPath);
  return (path) => {
    const bytes = raw.get(path);
    return typeof bytes === 'string' ? fromRaw(bytes) : path;
  };
}

/** A percent-encoded path as text; bytes that are not UTF-8 become lone surrogates U+DC80 to U+DCFF. */
export function fromRaw(path: string): string {
  return path.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    let out = '';
    for (let i = 0; i < run.length;) {
      let taken = 0;
      for (const bytes of [1, 2, 3, 4]) {
        const piece = run.slice(i, i + 3 * bytes);
        if (piece.length < 3 * bytes) break;
        try {
          out += decodeURIComponent(piece);
          taken = piece.length;
          break;
        } catch {
          // Not a whole character yet, or none at all.
        }
      }
      if (taken === 0) {
        out += String.fromCharCode(0xdc00 + Number.parseInt(run.slice(i + 1, i + 3), 16));
        taken = 3;
      }
      i += taken;
    }
    return out;
  });
}
