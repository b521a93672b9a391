// Runs where the sample files are: they are no part of the repository.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { judgeSamples } from './samples.ts';

const samples = fileURLToPath(new URL('../../shared/samples', import.meta.url));

it.skipIf(!existsSync(samples))(
  'every sample file is what is known of it',
  async () => {
    const judged = await judgeSamples(samples);
    expect(judged.length).toBeGreaterThan(90);
    expect(judged.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  },
  300_000,
);
