// `init` and `seal` killed at random moments: the index and the seal are the old or the new ones, to the byte.
// SEEDCHECK_KILLS=1000 npx vitest run test/killed.test.ts   for a long run.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { random } from '../eval/random.ts';
import { readFolder } from '../src/node/read-folder.ts';

const main = new URL('../.cache/modules/commands/main.js', import.meta.url).href;
const KILLS = Number(process.env['SEEDCHECK_KILLS'] ?? 30);
const LANES = 2;
/** Folders a child may come through before it is killed; it is seldom more than a few. */
const COPIES = 4;

let top: string;
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'seedcheck-killed-'));
});
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

const WRITTEN = ['INDEX.md', 'INDEX.sha256'] as const;
type State = Readonly<Record<string, string | null>>;

const stateOf = (folder: string): State =>
  Object.fromEntries(
    WRITTEN.map((name) => [name, existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'latin1') : null]),
  );

/** Runs `init` and `seal --all` on each folder, in a process of its own; says when each folder begins. */
function child(folders: readonly string[]): {
  readonly process: ReturnType<typeof spawn>;
  readonly ready: Promise<void>;
} {
  const code = `
    import { main } from ${JSON.stringify(main)};
    import { writeSync } from 'node:fs';
    process.stdout.write = (_, ...more) => (more.at(-1)?.(), true);
    // all modules are loaded before the first moment at which it may be killed
    await main(['check', ${JSON.stringify(join(top, 'warm', 'set'))}, '--threads', '0']);
    writeSync(3, 'r');
    for (const folder of ${JSON.stringify(folders)}) {
      await main(['init', folder, '--threads', '0']);
      await main(['seal', folder, '--all', '--threads', '0']);
    }`;
  const started = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    cwd: top,
  });
  const ready = new Promise<void>((resolve) => {
    started.stdio[3]!.once('data', () => resolve());
    started.once('exit', () => resolve());
  });
  return { process: started, ready };
}

/** A sealed folder with new files since: `init` adds lines to the index, `seal` writes the seal anew. */
function before(folder: string, files: number): void {
  mkdirSync(folder, { recursive: true });
  const lines = ['# Set', '', '## Specifications'];
  for (let i = 0; i < files; i++) {
    const name = `part-${String(i)}.md`;
    lines.push(`- [Part ${String(i)}](${name})`);
    writeFileSync(
      join(folder, name),
      `# Part ${String(i)}\n\nThe server must answer request ${String(i)} within ${String(i * 7)} ms.\n`,
    );
  }
  writeFileSync(join(folder, 'README.md'), '# About\n\nWhat a person wrote.\n');
  writeFileSync(join(folder, 'INDEX.md'), `${lines.join('\n')}\n\n## Left out\n- [Old](old.md): superseded\n`);
}

it(
  `is what it was or what it should be, killed ${String(KILLS)} times`,
  async () => {
    const [files, draw] = [12, random(20_261_124)];
    before(join(top, 'warm', 'set'), 2);
    const old = join(top, 'old', 'set');
    before(old, files);
    const whole = child([old]);
    await new Promise((resolve) => whole.process.once('exit', resolve));
    // sealed; now something changes that both commands must write
    writeFileSync(join(old, 'part-3.md'), '# Part 3\n\nThe server must answer request 3 within 22 ms.\n');
    writeFileSync(join(old, 'README.md'), '# About\n\nWhat a person wrote, and more.\n');
    const first = stateOf(old);
    expect(first['INDEX.sha256']).toContain('part-11.md');
    const plain = join(top, 'plain', 'set');
    cpSync(old, plain, { recursive: true });
    const began = performance.now();
    const other = child([plain]);
    await other.ready;
    const loaded = performance.now();
    await new Promise((resolve) => other.process.once('exit', resolve));
    const lasts = Math.max(20, performance.now() - loaded);
    expect(loaded).toBeGreaterThan(began);
    const sealed = stateOf(plain);
    expect(sealed['INDEX.sha256']).not.toBe(first['INDEX.sha256']);
    const listing = readFolder(old).files.map(({ path }) => path);

    // an index that is to be made, and lines that are to be added: two more pairs of old and new
    const fresh = join(top, 'fresh', 'set');
    before(fresh, files);
    rmSync(join(fresh, 'INDEX.md'));
    const freshAfter = join(top, 'fresh-after', 'set');
    cpSync(fresh, freshAfter, { recursive: true });
    const made = child([freshAfter]);
    await new Promise((resolve) => made.process.once('exit', resolve));
    const newer = join(top, 'newer', 'set');
    cpSync(plain, newer, { recursive: true });
    writeFileSync(join(newer, 'new.md'), '# New\n\nThe server must log each request.\n');
    const newerAfter = join(top, 'newer-after', 'set');
    cpSync(newer, newerAfter, { recursive: true });
    const added = child([newerAfter]);
    await new Promise((resolve) => added.process.once('exit', resolve));
    expect(stateOf(freshAfter)['INDEX.md']).toContain('part-11.md');
    expect(stateOf(newerAfter)['INDEX.md']).toContain('new.md');

    const kinds = [
      { from: old, states: [first, sealed], listing },
      {
        from: fresh,
        states: [stateOf(fresh), stateOf(freshAfter)],
        listing: readFolder(fresh).files.map(({ path }) => path),
      },
      {
        from: newer,
        states: [stateOf(newer), stateOf(newerAfter)],
        listing: readFolder(newer).files.map(({ path }) => path),
      },
    ];
    const found: string[] = [];
    let [kills, litter, within] = [0, 0, 0];
    const lane = async (number: number): Promise<void> => {
      for (let n = 0; kills < KILLS && found.length === 0; n++) {
        kills++;
        // of a long run that is stopped, what it came to
        if (kills % 100 === 0) console.log(`${String(kills)} kills, ${String(within)} written, nothing wrong`);
        const set = Array.from({ length: COPIES }, (_, i) => ({
          ...kinds[(i + n) % kinds.length]!,
          folder: join(top, `k-${String(number)}-${String(i)}`, 'set'),
        }));
        for (const { from, folder } of set) cpSync(from, folder, { recursive: true });
        const { process: running, ready } = child(set.map(({ folder }) => folder));
        await ready;
        await new Promise((resolve) => setTimeout(resolve, draw.next() * lasts * 2));
        running.kill('SIGKILL');
        if (running.exitCode === null && running.signalCode === null)
          await new Promise((resolve) => running.once('exit', resolve));
        for (const { folder, states, listing: names } of set) {
          const now = stateOf(folder);
          for (const name of WRITTEN)
            if (!states.some((state) => state[name] === now[name]))
              found.push(`${name} of kill ${String(n)}: ${String(now[name]?.length ?? null)} bytes`);
          if (states.length === 2 && WRITTEN.some((name) => now[name] !== states[0]![name])) within++;
          const seen = readFolder(folder);
          litter += seen.litter.length;
          const documents = seen.files.map(({ path }) => path).filter((path) => !WRITTEN.includes(path as 'INDEX.md'));
          if (documents.join('\n') !== names.filter((path) => !WRITTEN.includes(path as 'INDEX.md')).join('\n'))
            found.push(`documents of kill ${String(n)}: ${readdirSync(folder).join(' ')}`);
          rmSync(folder, { recursive: true });
        }
      }
    };
    await Promise.all(Array.from({ length: LANES }, (_, i) => lane(i)));
    console.log(
      `${String(kills)} kills: ${String(within)} files or pairs already written, ${String(litter)} temporary files left as litter, ${String(found.length)} wrong`,
    );
    expect(found.slice(0, 5)).toEqual([]);
  },
  600_000 + KILLS * 10_000,
);

it('runs against what was built', () => {
  expect(existsSync(fileURLToPath(main))).toBe(true);
});
