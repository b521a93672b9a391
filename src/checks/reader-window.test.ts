import { expect, test } from 'vitest';
import { tokensOf } from '../views/tokens.ts';
import { checkFiles, filesOf } from './testing/folder.ts';
import { documentOf } from './testing/document.ts';

/** Sentences that do not repeat themselves. */
function text(seed: number, sentences: number): string {
  let out = '';
  let state = seed;
  for (let i = 0; i < sentences; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out += `The service ${(state >>> 5).toString(36)} sends the value ${(state >>> 9) % 9973} to the client ${i}.\n`;
  }
  return out;
}

async function told(
  files: Record<string, string>,
): Promise<readonly { message: string; related: readonly unknown[] }[]> {
  const { report } = await checkFiles(filesOf(files));
  return report.findings.filter(({ check }) => check === 'reader-window');
}

test('the estimate, in scripts', () => {
  const of = (line: string): number => tokensOf(documentOf(line));
  expect(of('The client opens a connection to the server. '.repeat(100))).toBeGreaterThan(800);
  expect(of('The client opens a connection to the server. '.repeat(100))).toBeLessThan(1200);
  expect(of('客户端必须在三十秒内打开连接。'.repeat(100))).toBeGreaterThan(900);
  expect(of('客户端必须在三十秒内打开连接。'.repeat(100))).toBeLessThan(1400);
  expect(of('')).toBe(0);
});

test('a set that is too large, told once', async () => {
  expect(await told({ 'a.md': text(1, 1000), 'b.md': text(2, 1000) })).toEqual([]);
  const found = await told({ 'a.md': text(1, 7000), 'b.md': text(2, 7000), 'c.md': text(3, 10) });
  expect(found).toHaveLength(1);
  expect(found[0]!.message).toMatch(
    /^the 3 documents take some 2\d\d,000 tokens, more than a window of 128,000 or 200,000 \(less/u,
  );
  expect(found[0]!.related).toHaveLength(2);
});

test('what stands twice', async () => {
  const [found] = await told({ 'a.md': text(1, 4000), 'b.md': `${text(1, 4000)}One more.\n` });
  expect(/; (\d+) % of it/u.exec(found!.message)?.[1]).toMatch(/^(?:4[89]|50)$/u);
});
