/** Lists for other tools, as text: checksums, a data package, the files of a bag. Paths are as they are named on disk. */

/** A file to be listed. */
export interface ToList {
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly title: string | null;
  readonly format: string;
  /** null where no text was read. */
  readonly encoding: string | null;
  /** What the index says it is for; null where it says nothing. */
  readonly role: string | null;
}

/** As `sha256sum` prints it: names with a backslash or a line end in them are escaped, and a backslash begins the line. */
export function checksums(files: readonly ToList[]): string {
  return files
    .map(({ path, sha256 }) =>
      /[\\\n\r]/u.test(path)
        ? `\\${sha256}  ${path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}\n`
        : `${sha256}  ${path}\n`,
    )
    .join('');
}

/** A Frictionless data package: https://specs.frictionlessdata.io/data-package/ (name, path, bytes, hash, format, encoding). */
export function datapackage(name: string, files: readonly ToList[]): string {
  const names = new Set<string>();
  const resources = files.map(({ path, bytes, sha256, title, format, encoding, role }) => ({
    name: slug(path, names),
    path,
    ...(title === null ? {} : { title }),
    format,
    ...(encoding === null ? {} : { encoding }),
    bytes,
    hash: `sha256:${sha256}`,
    ...(role === null ? {} : { role }),
  }));
  return `${JSON.stringify({ name: slug(name, new Set()), resources }, null, 2)}\n`;
}

/** A name as the standard wants it: lower-case letters, digits, `.`, `-`, `_`; each once. */
function slug(path: string, taken: Set<string>): string {
  const base =
    path
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/gu, '-')
      .replace(/^-+|-+$/gu, '') || 'file';
  let name = base;
  for (let i = 2; taken.has(name); i++) name = `${base}-${String(i)}`;
  taken.add(name);
  return name;
}

/** The tag files of a BagIt 1.0 bag (RFC 8493) over these payload files, but for the tag manifest. */
export function bagFiles(files: readonly ToList[], agent: string): ReadonlyMap<string, string> {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return new Map([
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', `Bag-Software-Agent: ${agent}\nPayload-Oxum: ${String(bytes)}.${String(files.length)}\n`],
    ['manifest-sha256.txt', bagManifest(files.map(({ path, sha256 }) => ({ path: `data/${path}`, sha256 })))],
  ]);
}

/** Lines of a manifest; a line end or a percent sign in a path is percent-encoded, as RFC 8493 §2.1.3 asks. */
export function bagManifest(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return files
    .map(
      ({ path, sha256 }) =>
        `${sha256}  ${path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')}\n`,
    )
    .join('');
}
