import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { recognizer } from './ocr.ts';

it('takes no engine and no language from the folder that it runs in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seedcheck-ocr-'));
  for (const [name, file] of [
    ['tesseract.js', 'index.js'],
    ['@tesseract.js-data/qqq', 'index.js'],
  ] as const) {
    const at = join(folder, 'node_modules', name);
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, 'package.json'), JSON.stringify({ name, version: '7.0.0', main: file }));
    writeFileSync(join(at, file), 'throw new Error("it was run");\n');
  }
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  try {
    expect(() => recognizer('qqq')).toThrow(/needs .*@tesseract\.js-data\/qqq where seedcheck is installed/);
  } finally {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  }
});
