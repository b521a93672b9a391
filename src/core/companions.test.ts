import { expect, test } from 'vitest';
import { companion } from './companions.ts';

test('licences of components, by their name in capitals', () => {
  for (const path of ['LICENSE_OPENJPEG', 'lib/COPYING.LESSER', 'LICENCE-zlib.txt', 'NOTICE.third_party'])
    expect(companion(path)).toBe('plain');
  for (const path of ['license-server.md', 'LICENSE_KEYS.json', 'notice-board.md']) expect(companion(path)).toBeNull();
});
