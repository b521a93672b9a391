import { beforeAll, describe, expect, it } from 'vitest';
import { createDocument } from '../../core/document.ts';
import { prepareYaml, yamlParser } from '../../extractors/yaml.ts';
import { plainYaml } from './plain-yaml.ts';
import { readWithLibrary } from './yaml.ts';

beforeAll(() => prepareYaml(createDocument({ path: 'a.yaml', format: 'yaml', encoding: 'utf-8', text: 'a: 1\n' })));

const PLAIN: readonly string[] = [
  'openapi: 3.0.3\ninfo:\n  title: Lockers\n  version: "1.0"\npaths:\n  /boxes/{id}:\n    get:\n      responses:\n        200:\n          description: OK\n',
  '---\n# a list at the indentation of its key\nservers:\n- url: https://a.example/x # here\n  about:\n  - one\n  - "two, three"\n- - deep\n  -   k: v\n      l: w\ntype: object\n',
  'a:\n  b: |\n    text: no key\n\n     - more\n  c: >-\n    folded\nd: [x, "y, z", 3]\ne: {}\nf:\n',
  "k: 1\na: first line\n  second line\n\n  third\nb: \"one\n  two \\\n  three \\u00e9\"\nc: 'it''s'\n",
  'a:\n  $ref: "#/components/schemas/A"\nb:\n  - $ref: other.yaml#/B\ncomponents:\n  schemas:\n    A:\n      type: string\n',
  'Nom du client (F): é\n202Answer:\n  type: x y z\n',
];
const OTHER: readonly string[] = [
  'a: 1\na: 2\n',
  'a: b: c\n',
  'a: &x 1\nb: *x\n',
  'a: 1\n---\nb: 2\n',
  'a:\n\t- b\n',
  'a: "open\n',
  'a: 1\n  b: 2\n',
  '- a\n- b\n',
  'a: !!str 1\n',
  'a:\n   b: 1\n  c: 2\n',
  'a: |\n  x\n y\n',
  '',
];

describe('YAML as most people write it', () => {
  it('reads as the library does', () => {
    for (const text of PLAIN) {
      const plain = plainYaml(text);
      const whole = readWithLibrary(yamlParser()!, text);
      expect(plain, text).toBeDefined();
      expect(whole?.fault, text).toBeUndefined();
      const of = (outline: typeof plain): unknown =>
        [...outline!.entries]
          .map(([key, { kind, members }]) => [key, kind, members])
          .toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1));
      expect(of(plain), text).toEqual(of(whole!.outline));
      expect(plain!.references, text).toEqual(whole!.outline.references);
      expect(plain!.whole, text).toBe(whole!.outline.whole);
    }
  });

  it('leaves all else to the library', () => {
    for (const text of OTHER) expect(plainYaml(text), text).toBeUndefined();
  });

  it('is linear', () => {
    const began = performance.now();
    for (const line of ['a b ', '- ', '"', 'a: [', ' ', 'k'.repeat(300), '\\'])
      plainYaml(`x: ${line.repeat(Math.floor(400_000 / line.length))}\n`);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
