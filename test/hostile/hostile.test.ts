// Hundreds of folders made to do harm. Whatever is in them: an answer in time, nothing of what lies outside, nothing
// written, nothing on the screen that a terminal, a Markdown viewer or a reader of JSON would obey.
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/commands/main.ts';
import { checkFolder } from '../../src/check-folder.ts';
import { UserError } from '../../src/core/errors.ts';
import { DEFAULTS } from '../../src/core/settings.ts';
import { exitCode } from '../../src/core/verdict.ts';
import { fileNames, parseIndex } from '../../src/manifest/index-file.ts';
import { decode } from '../../src/extractors/decode.ts';
import { stringOf } from '../../src/core/document.ts';
import { hostOf } from '../../src/node/host.ts';
import { findRoot, readInside } from '../../src/node/open.ts';
import { readFolder } from '../../src/node/read-folder.ts';
import { json, ndjson } from '../../src/reporters/json.ts';
import { terminal, terse } from '../../src/reporters/terminal.ts';
import { Folder } from './build.ts';
import { HOSTILE, NAMES, type HostileFolder } from './folders.ts';

/** Seconds of the processor for one folder: by the clock, whatever else the machine does would count. */
const LIMIT = 30;

let top: string;
let number = 0;
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'seedcheck-hostile-'));
});
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Every name under a folder with its size and the time it was last written, links not followed. */
function snapshot(folder: Buffer | string): string[] {
  const seen: string[] = [];
  const stack: Buffer[] = [Buffer.from(folder)];
  for (let at = stack.pop(); at; at = stack.pop())
    for (const name of readdirSync(at, 'buffer' as never) as unknown as Buffer[]) {
      const path = Buffer.concat([at, Buffer.from('/'), name]);
      const stats = lstatSync(path);
      seen.push(`${path.toString('latin1')} ${String(stats.size)} ${String(stats.mtimeMs)} ${String(stats.mode)}`);
      if (stats.isDirectory()) stack.push(path);
    }
  return seen.sort();
}

/** What a terminal would obey: controls but LF, and what turns the order of letters or cannot be seen. */
const OBEYED = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;
/** In JSON, beside its own line ends. */
const RAW = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/u;

async function judge({
  name,
  make,
  verdict,
  finds = [],
  outcomes = {},
  most = Infinity,
  never = [],
}: HostileFolder): Promise<string[]> {
  const found: string[] = [];
  const folder = new Folder(join(top, `f-${String(number++)}`, 'set'));
  make(folder);
  const before = snapshot(join(folder.root, '..'));
  const started = process.cpuUsage();
  try {
    const { report, judged } = await checkFolder(hostOf(folder.root, { threads: 0 }), DEFAULTS);
    const { user, system } = process.cpuUsage(started);
    const seconds = (user + system) / 1e6;
    if (seconds > LIMIT) found.push(`${seconds.toFixed(0)} s`);
    if (verdict !== undefined && report.verdict !== verdict)
      found.push(`${report.verdict} (${judged.reasons.join('; ').slice(0, 200)}), not ${verdict}`);
    const code = exitCode(judged, DEFAULTS);
    if (code !== { READY: 0, 'NOT READY': 1, 'CANNOT TELL': 3 }[report.verdict])
      found.push(`exit ${String(code)} for ${report.verdict}`);
    for (const [check, path] of finds)
      if (!report.findings.some((one) => one.check === check && one.path === path))
        found.push(
          `no ${check} at ${JSON.stringify(path).slice(0, 60)}, but ${[...new Set(report.findings.map((one) => `${one.check} ${JSON.stringify(one.path).slice(0, 30)}`))].slice(0, 5).join(', ')}`,
        );
    for (const [path, outcome] of Object.entries(outcomes)) {
      const now = report.documents.find((document) => document.path === path)?.outcome;
      if (now !== outcome) found.push(`${path} is ${String(now)}, not ${outcome}`);
    }
    const screens = { terminal: terminal(report, { show: 'note', width: 80 }), terse: terse(report) };
    for (const [which, text] of Object.entries(screens)) {
      const obeyed = OBEYED.exec(text);
      if (obeyed)
        found.push(
          `U+${obeyed[0].charCodeAt(0).toString(16)} on the ${which} screen: ${JSON.stringify(text.slice(Math.max(0, obeyed.index - 40), obeyed.index + 20))}`,
        );
    }
    const texts = { json: json(report), ndjson: ndjson(report) };
    if (texts.json.length > most) found.push(`a report of ${String(texts.json.length)} units`);
    for (const [which, text] of Object.entries(texts)) {
      JSON.parse(text);
      if (RAW.test(text.replaceAll(/[\ud800-\udbff][\udc00-\udfff]/g, '')))
        found.push(`a raw control character or half a pair in ${which}`);
    }
    for (const piece of never)
      if ([...Object.values(screens), ...Object.values(texts)].some((text) => text.includes(piece)))
        found.push(`${JSON.stringify(piece)} in the output`);
  } catch (error) {
    if (!(error instanceof UserError))
      found.push(`threw ${error instanceof Error ? (error.stack ?? '').slice(0, 600) : String(error)}`);
    else if (verdict !== undefined && verdict !== 'refused') found.push(`refused: ${error.message.slice(0, 200)}`);
  }
  if (snapshot(join(folder.root, '..')).join('\n') !== before.join('\n')) found.push('something was written');
  rmSync(join(folder.root, '..'), { recursive: true, force: true });
  return found.map((each) => `${name}: ${each}`);
}

describe.skipIf(process.platform !== 'linux')('hostile folders', () => {
  it('are at least 200', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(200);
  });

  const groups = [...new Set(HOSTILE.map(({ name }) => name.split(' ')[0]!))];
  it.each(groups)(
    '%s ...',
    async (group) => {
      const found: string[] = [];
      for (const each of HOSTILE) if (each.name.split(' ')[0] === group) found.push(...(await judge(each)));
      expect(found).toEqual([]);
    },
    900_000,
  );

  it('names of any kind go into an index that init makes, and come back', async () => {
    const folder = new Folder(join(top, 'names', 'set'));
    // two forms of one name apart, or init would rightly speak of them
    for (const name of NAMES) folder.put(name);
    const said: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text, ...more) => {
      said.push(String(text));
      (more.at(-1) as (() => void) | undefined)?.();
      return true;
    });
    expect(await main(['init', folder.root, '--threads', '0'])).toBe(0);
    vi.restoreAllMocks();
    expect(OBEYED.test(said.join(''))).toBe(false);
    const bytes = readInside(findRoot(folder.root), 'INDEX.md');
    expect(bytes).toBeInstanceOf(Uint8Array);
    const decoded = await decode(bytes as Uint8Array);
    if (!('units' in decoded)) throw new Error('INDEX.md cannot be decoded');
    const text = stringOf(decoded.units, 0, decoded.units.length);
    expect(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028]/u.exec(text)).toBeNull();
    const listing = readFolder(folder.root)
      .files.map(({ path }) => path)
      .filter((path) => path !== 'INDEX.md');
    const entries = parseIndex(text, 'INDEX.md', { files: fileNames(listing) }).entries.map(({ path }) => path);
    const companions = ['README'];
    expect(listing.filter((path) => !entries.includes(path) && !companions.includes(path))).toEqual([]);
    expect(entries.filter((path) => !listing.includes(path))).toEqual([]);
  }, 60_000);
});
