/** Recognizes text in pictures with tesseract.js, where it is installed: an optional extra, without a network. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../core/errors.ts';
import type { Recognize } from '../extractors/limits.ts';

/** What is used of tesseract.js 7. */
interface Engine {
  readonly createWorker: (
    languages: readonly string[],
    mode: number,
    options: Readonly<Record<string, unknown>>,
  ) => Promise<EngineWorker>;
}
interface EngineWorker {
  /** The thread behind it. */
  readonly worker?: { ref?(): void; unref?(): void };
  recognize(image: Uint8Array): Promise<{ readonly data: { readonly text: string; readonly confidence: number } }>;
}

const PACKAGES = '@tesseract.js-data';

/**
 * Where the engine and its languages are looked for: beside this package, and nowhere else. Where the program runs can be the
 * folder under check, or in it, and what a stranger put there as `node_modules` must not be loaded.
 */
const installedHere = createRequire(import.meta.url);

/** The folder of a language's data; null where it is not installed. */
function dataOf(language: string): string | null {
  if (!/^[a-z]{3}(?:_[a-z]{3,4})?$/u.test(language)) return null;
  try {
    return join(dirname(installedHere.resolve(`${PACKAGES}/${language}/package.json`)), '4.0.0_best_int');
  } catch {
    return null;
  }
}

/** Languages whose data is installed. */
function installed(): string[] {
  const found = new Set<string>();
  for (const folder of installedHere.resolve.paths(PACKAGES) ?? [])
    try {
      for (const name of readdirSync(join(folder, PACKAGES))) found.add(name);
    } catch {
      // not here
    }
  return [...found].sort();
}

/**
 * A recognizer for these languages (`eng`, `eng+chi_sim`); the engine starts with the first picture and stays.
 * @throws UserError where the engine or a language is not installed, with what to install
 */
export function recognizer(languages: string): Recognize {
  const wanted = languages.split('+').filter((one) => one !== '');
  const folders = wanted.map((language) => ({ language, folder: dataOf(language) }));
  const missing = folders.filter(({ folder }) => folder === null).map(({ language }) => language);
  const engine = resolveEngine();
  if (engine === null || missing.length > 0 || wanted.length === 0) {
    const needed = [
      ...(engine === null ? ['tesseract.js@7'] : []),
      ...(wanted.length === 0 ? ['@tesseract.js-data/eng'] : missing.map((language) => `${PACKAGES}/${language}`)),
    ];
    const have = installed();
    throw new UserError(
      `--ocr ${languages} needs ${needed.join(' and ')} where seedcheck is installed: npm install ${needed.join(' ')}${have.length > 0 ? ` (installed: ${have.join(', ')})` : ''}`,
    );
  }
  let started: Promise<EngineWorker[]> | undefined;
  const start = async (): Promise<EngineWorker[]> => {
    const module = (await import(pathToFileURL(engine).href)) as Partial<Engine> & { readonly default?: Engine };
    const createWorker = module.createWorker ?? module.default!.createWorker;
    const workers: EngineWorker[] = [];
    // each language has its data in a package of its own: an engine for each
    for (const { language, folder } of folders)
      workers.push(
        await createWorker([language], 1, {
          langPath: folder,
          gzip: true,
          cacheMethod: 'none',
          logger: () => undefined,
          errorHandler: () => undefined,
        }),
      );
    return workers;
  };
  return async (image) => {
    const workers = await (started ??= start());
    let best = { text: '', confidence: -1 };
    for (const one of workers) {
      // an engine that has nothing to do keeps no process alive
      one.worker?.ref?.();
      try {
        const { text, confidence } = (await one.recognize(image)).data;
        if (confidence > best.confidence) best = { text, confidence };
      } finally {
        one.worker?.unref?.();
      }
    }
    return best;
  };
}

function resolveEngine(): string | null {
  try {
    return installedHere.resolve('tesseract.js');
  } catch {
    return null;
  }
}
