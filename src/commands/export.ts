/** `seedcheck export`: what was agreed, as a list that other tools read. It writes nothing into the folder. */
import { mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type Checked } from '../check-folder.ts';
import { UserError } from '../core/errors.ts';
import { bagFiles, bagManifest, checksums, datapackage, type ToList } from '../lists/print.ts';
import { belongsInSeal, linkedPaths } from '../manifest/compare.ts';
import { isUtf8Path } from '../manifest/paths.ts';
import { SEAL_NAME } from '../manifest/seal.ts';
import { sha256 } from '../node/hash.ts';
import { errorWords } from '../node/names.ts';
import { visibleName } from '../reporters/escape.ts';
import { counted } from '../reporters/words.ts';
import { VERSION } from '../version.ts';
import { valueOf, type Arguments } from './arguments.ts';
import { write } from './output.ts';
import { defaultFolder, explainNoFolder } from './paths.ts';
import { checkedFolder } from './folder.ts';

/** 0: the list was written; 1: something stops the set, and nothing was written. */
export async function exportList(args: Arguments): Promise<number> {
  const [folder = defaultFolder(), ...more] = args.paths;
  if (more.length > 0) throw new UserError('seedcheck export takes one folder');
  const as = valueOf(args, 'as') ?? 'sha256sum';
  const output = valueOf(args, 'output');
  if (as === 'bagit' && (output === undefined || output === '-'))
    throw new UserError(
      'a bag is a folder: name one that is not there yet, as in: seedcheck export seeds --as bagit -o bag',
    );
  explainNoFolder(folder);
  const { host, checked } = await checkedFolder(folder, args);
  if (checked.judged.verdict === 'NOT READY') {
    process.stderr.write(
      `seedcheck: ${visibleName(folder)} is NOT READY (${checked.judged.reasons.slice(0, 3).join(', ')}): nothing was written; seedcheck ${visibleName(folder)} says what to do\n`,
    );
    return 1;
  }
  const files = agreed(checked);
  if (files.length === 0)
    throw new UserError(`${visibleName(folder)}: no file is agreed on; name them in INDEX.md (seedcheck init)`);
  const name = basename(realpathSync(folder));
  if (as === 'bagit') {
    const made = await writeBag(output!, folder, files, checked, (path) => host.bytes(path));
    if (args.options.quiet !== true) await write(`Wrote the bag ${visibleName(output!)}: ${counted(made, 'file')}.\n`);
    return 0;
  }
  const text = as === 'datapackage' ? datapackage(name, files) : checksums(files);
  if (output === undefined || output === '-') await write(text);
  else {
    const file = await (await import('./output-file.ts')).openOutput(output, [folder]);
    await file.add(text);
    file.done();
  }
  return 0;
}

/** Files that the set is made of: placed documents, attachments, companions. @throws UserError for a name without UTF-8 */
function agreed({ entries, intent }: Checked): ToList[] {
  const linked = linkedPaths({ intent, entries });
  return entries
    .filter((entry) => entry.sha256 !== '' && (intent.indexed ? belongsInSeal({ intent }, entry, linked) : true))
    .map((entry) => {
      if (!isUtf8Path(entry.path))
        throw new UserError(
          `${visibleName(entry.path)}: the name is no UTF-8, which these lists cannot hold; rename the file`,
        );
      return {
        path: entry.path,
        bytes: entry.bytes,
        sha256: entry.sha256,
        title: entry.title,
        format: entry.format,
        encoding: entry.encoding,
        role: intent.declares(entry.path)?.declared ?? null,
      };
    });
}

/** Writes a new folder; the index and the seal go into the payload, so that it can be checked again. The number of payload files. */
async function writeBag(
  output: string,
  folder: string,
  files: readonly ToList[],
  checked: Checked,
  bytesOf: (path: string) => Uint8Array | Promise<Uint8Array>,
): Promise<number> {
  const target = resolve(output);
  const inside = realpathSync(folder);
  let parent: string;
  try {
    parent = realpathSync(dirname(target));
  } catch (error) {
    throw new UserError(`-o ${visibleName(output)}: there is no folder to put it into (${errorWords(error)})`);
  }
  const real = join(parent, basename(target));
  if (real === inside || real.startsWith(inside + sep))
    throw new UserError(
      `-o ${visibleName(output)} lies in ${visibleName(folder)}, and would become part of it: write the bag somewhere else`,
    );
  if (statSync(real, { throwIfNoEntry: false }))
    throw new UserError(`-o ${visibleName(output)} is there already: name a folder that is not`);
  const own = new Map<string, Uint8Array>();
  const listed = checked.listing.files.map((file) => file.path);
  for (const path of [...checked.intent.contracts, SEAL_NAME])
    if (listed.includes(path)) own.set(path, await bytesOf(path));
  const all: ToList[] = [
    ...files,
    ...[...own].map(([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: sha256(bytes),
      title: null,
      format: '',
      encoding: null,
      role: null,
    })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const put = (path: string, content: Uint8Array | string): void => {
    const at = join(real, ...path.split('/'));
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, content, { flag: 'wx' });
  };
  mkdirSync(real);
  for (const file of all) {
    const bytes = own.get(file.path) ?? (await bytesOf(file.path));
    if (sha256(bytes) !== file.sha256)
      throw new UserError(
        `${visibleName(file.path)} changed while it was read: the bag ${visibleName(output)} is not whole, take it away`,
      );
    put(`data/${file.path}`, bytes);
  }
  const tags = bagFiles(all, `seedcheck ${VERSION}`);
  for (const [path, text] of tags) put(path, text);
  put(
    'tagmanifest-sha256.txt',
    bagManifest([...tags].map(([path, text]) => ({ path, sha256: sha256(Buffer.from(text)) }))),
  );
  return all.length;
}
