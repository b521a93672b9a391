/** What systems and programs leave behind in folders. Told once, never walked into, never a document. */

/** Folders, by name. */
const FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.bzr',
  '.jj',
  '__MACOSX',
  '.AppleDouble',
  '.Spotlight-V100',
  '.Trashes',
  '.fseventsd',
  '.TemporaryItems',
  '.DocumentRevisions-V100',
  '$RECYCLE.BIN',
  'System Volume Information',
]);

/** Regular files, by name. `.git` is a file in a submodule or a work tree. */
const FILES: ReadonlySet<string> = new Set([
  '.git',
  '.gitkeep',
  '.keep',
  '.gitignore',
  '.gitattributes',
  '.gitmodules',
  '.hgignore',
  '.seedcheckignore',
  '.DS_Store',
  '.localized',
  'Icon\r',
  '.LSOverride',
]);

/** Regular files, by name in lower case: Windows does not care. */
const WINDOWS_FILES: ReadonlySet<string> = new Set(['thumbs.db', 'ehthumbs.db', 'ehthumbs_vista.db', 'desktop.ini']);

export function isLitterFolder(name: string): boolean {
  return FOLDERS.has(name);
}

const OFFICE_LOCK = /^~\$.*\.(?:docx?|docm|dotx?|xlsx?|xlsm|pptx?|pptm|vsdx?|odt|rtf)$/i;

/**
 * Whether a regular file is litter. Where a document could hide behind a name alone, its size or its first bytes must
 * agree.
 * @param size in bytes
 * @param head the first bytes of the file, read only if asked for; empty if it cannot be read
 */
export function isLitterFile(name: string, size: number, head: () => Uint8Array): boolean {
  const first = name.charCodeAt(0);
  if (first !== 0x2e && first !== 0x7e && first !== 0x49 && (first | 0x20) > 0x74) return false; // . ~ I, d e t
  if (FILES.has(name) || WINDOWS_FILES.has(name.toLowerCase())) return true;
  // macOS keeps a file's extra attributes in ._name: magic 00 05 16 07 (00 05 16 00 for AppleSingle)
  if (name.startsWith('._') && name.length > 2) return size === 0 || begins(head(), [0x00, 0x05, 0x16]);
  // open in an office program
  if (OFFICE_LOCK.test(name) || (name.startsWith('.~lock.') && name.endsWith('#'))) return size <= 1024;
  // left by a seedcheck that was killed while it wrote
  if (/^\.seedcheck-\d+-\d+\.tmp$/.test(name)) return true;
  // open in vim
  if (/^\..+\.sw[a-p]$/.test(name)) return begins(head(), [0x62, 0x30, 0x56, 0x49, 0x4d]);
  return false;
}

function begins(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => head[i] === byte);
}
