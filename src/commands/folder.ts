/** Checks the folder of a command that works on one, with its progress told. */
import { checkFolder, type Checked, type Host } from '../check-folder.ts';
import { DEFAULTS } from '../core/settings.ts';
import { folderHost } from '../node/host.ts';
import { visibleName } from '../reporters/escape.ts';
import { counted, number } from '../reporters/words.ts';
import { threadsOf, type Arguments } from './arguments.ts';
import { progress } from './progress.ts';
import { readingOf } from './reading.ts';

/** @throws UserError where the folder, its index or its seal cannot be read, or an option says nothing that can be done */
export async function checkedFolder(folder: string, args: Arguments): Promise<{ host: Host; checked: Checked }> {
  const threads = threadsOf(args);
  const reading = await readingOf(args);
  const line = progress();
  const host = folderHost(folder, {
    ...(threads === undefined ? {} : { threads }),
    ...reading,
    onProgress: ({ files, ofFiles }) => {
      line.say(`${visibleName(folder)}: ${number(files)} of ${counted(ofFiles, 'file')}`);
    },
  });
  try {
    return { host, checked: await checkFolder(host, DEFAULTS) };
  } finally {
    line.end();
  }
}
