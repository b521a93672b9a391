/** The same folder gives the same bytes: from run to run, with any number of threads, LF or CRLF, in any order on disk. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../src/index.ts';

const { seedcheck } = (await import(
  new URL('../dist/index.js', import.meta.url).href
)) as typeof import('../src/index.ts');
const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const room = mkdtempSync(join(tmpdir(), 'seedcheck-steady-'));
afterAll(() => rmSync(room, { recursive: true }));

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
}

/** Copies a folder, its files made in another order, their text changed on the way. */
function remake(from: string, to: string, reverse: boolean, change: (text: string) => string): string {
  const paths = filesOf(from).sort();
  for (const path of reverse ? paths.reverse() : paths) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), change(readFileSync(join(from, path), 'utf8')));
  }
  return to;
}

const json = (report: Report): string => JSON.stringify({ ...report, folder: '' }, null, 2);

describe('a folder of everything', () => {
  const folder = join(room, 'all');
  beforeAll(() => {
    for (const example of readdirSync(examples))
      cpSync(join(examples, example), join(folder, example), { recursive: true });
    const spec = readFileSync(
      join(
        examples,
        'ready',
        filesOf(join(examples, 'ready')).filter((p) => p.endsWith('.md') && p !== 'INDEX.md')[0]!,
      ),
      'utf8',
    );
    for (let i = 0; i < 40; i++)
      writeFileSync(
        join(folder, `copy-${String(i).padStart(2, '0')}.md`),
        spec.replace(/\d+/g, (n) => String(Number(n) + i)),
      );
  });

  it('gives the same bytes run after run, with 0, 1 and 2 threads', async () => {
    const first = json(await seedcheck(folder, { threads: 0 }));
    expect(JSON.parse(first)).toMatchObject({ verdict: 'NOT READY' });
    for (const threads of [0, 1, 2]) expect(json(await seedcheck(folder, { threads }))).toBe(first);
  });

  it('gives the same bytes when its files were made in another order', async () => {
    const one = await seedcheck(remake(folder, join(room, 'forward'), false, (text) => text));
    expect(json(await seedcheck(remake(folder, join(room, 'backward'), true, (text) => text)))).toBe(json(one));
  });
});

describe('an LF and a CRLF checkout', () => {
  const strip = (report: Report): unknown => ({
    verdict: report.verdict,
    documents: report.documents.map(({ bytes: _b, sha256: _s, sealed: _e, ...rest }) => rest),
    findings: report.findings.filter((finding) => finding.check !== 'altered'),
  });

  it.each(readdirSync(examples))('%s', async (example) => {
    const lf = await seedcheck(
      remake(join(examples, example), join(room, 'lf', example), false, (text) => text.replaceAll('\r\n', '\n')),
    );
    const crlf = await seedcheck(
      remake(join(examples, example), join(room, 'crlf', example), false, (text) =>
        text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'),
      ),
    );
    expect(strip(crlf)).toEqual(strip(lf));
  });
});

describe('every quote', () => {
  it.each([...readdirSync(examples)])('of %s is the slice of the text at its place', async (example) => {
    const { read } = (await import(
      new URL('../.cache/modules/extractors/index.js', import.meta.url).href
    )) as typeof import('../src/extractors/index.ts');
    const folder = join(examples, example);
    const report = await seedcheck(folder);
    const places = report.findings
      .flatMap((finding) => [finding, ...finding.related])
      .filter((place) => place.start !== null);
    for (const place of places) {
      const reading = await read({ path: place.path, bytes: readFileSync(join(folder, place.path)), sha256: '' });
      if (!('document' in reading)) throw new Error(place.path);
      expect(reading.document.slice(place.start!, place.end!)).toBe(place.quote);
    }
  });
});
