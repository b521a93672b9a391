// A bounded run of `npm run fuzz`, with the files that are made here; and files strewn together by properties.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cfbOf, docOf } from '../../src/extractors/testing/cfb.ts';
import { Inputs, run, type Input } from './targets.ts';
import { WORDS } from './seeds.ts';

const COUNT = Number(process.env['SEEDCHECK_FUZZ'] ?? 1200);
/** Milliseconds of the processor for one input; a sound reader needs a hundredth of it. */
const LIMIT = 5000;

async function wrongWith(input: Input, number = 0): Promise<string | null> {
  const before = process.cpuUsage();
  try {
    const { fault } = await run(input, number);
    const { user, system } = process.cpuUsage(before);
    const lasted = (user + system) / 1000;
    return fault ?? (lasted > LIMIT ? `${lasted.toFixed(0)} ms` : null);
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

describe('changed files', () => {
  it(`${String(COUNT)} of them, and no answer that is not sound`, async () => {
    const inputs = new Inputs(7, null);
    const found: string[] = [];
    const rejected = (reason: unknown): unknown => found.push(`unhandled rejection: ${String(reason)}`);
    process.on('unhandledRejection', rejected);
    for (let number = 0; number < COUNT; number++) {
      const input = inputs.of(number);
      const wrong = await wrongWith(input, number);
      if (wrong !== null)
        found.push(`npx tsx eval/fuzz.ts --seed 7 --only ${String(number)}: ${input.target} ${input.name}: ${wrong}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', rejected);
    expect(found).toEqual([]);
  }, 300_000);

  it('are the same for the same number', () => {
    const [one, other] = [new Inputs(7, null), new Inputs(7, null)];
    for (let number = 0; number < 50; number++)
      expect(Buffer.compare(one.of(number).bytes, other.of(number).bytes)).toBe(0);
  });
});

const strewn = (name: string, start = ''): fc.Arbitrary<Input> =>
  fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...WORDS[name]!) },
        { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
      ),
      { maxLength: 120 },
    )
    .map((words) => ({ target: 'read', name, bytes: Buffer.from(start + words.join(''), 'utf8') }));

describe('files of tokens in any order', () => {
  it.each([
    ['a.rtf', '{\\rtf1'],
    ['a.eml', 'From: a@b\n'],
    ['a.mbox', 'From a Mon Jan 1 00:00:00 2024\n'],
  ] as const)(
    '%s',
    async (name, start) => {
      await fc.assert(
        fc.asyncProperty(strewn(name, start), async (input) => {
          expect(await wrongWith(input)).toBeNull();
        }),
        { numRuns: 150, seed: 11 },
      );
    },
    60_000,
  );

  it('compound files with wrong numbers in them', async () => {
    const seeds = [
      docOf('The server must answer.\r', '中文。\r'),
      cfbOf({ WordDocument: new Uint8Array(600), '1Table': new Uint8Array(50) }),
    ];
    const word = fc.constantFrom(
      0,
      1,
      2,
      0xffff,
      0xfffe,
      0x7fffffff,
      0x80000000,
      0xfffffffd,
      0xfffffffe,
      0xffffffff,
      512,
      4096,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1),
        fc.array(fc.tuple(fc.nat(1700), word), { minLength: 1, maxLength: 6 }),
        async (which, changes) => {
          const bytes = seeds[which]!.slice();
          const view = new DataView(bytes.buffer);
          for (const [slot, value] of changes) if (4 * slot + 4 <= bytes.length) view.setUint32(4 * slot, value, true);
          expect(await wrongWith({ target: 'read', name: 'a.doc', bytes })).toBeNull();
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  }, 60_000);
});
