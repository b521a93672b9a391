import { expect, test } from 'vitest';
import { createDocument } from '../core/document.ts';
import { prepareYaml } from '../extractors/yaml.ts';
import { definitionOf } from '../kind/definitions/index.ts';
import { brokenDefinition } from './broken-definition.ts';

const FORMATS: Readonly<Record<string, string>> = {
  yml: 'yaml',
  graphqls: 'graphql',
  gql: 'graphql',
  xsd: 'xml',
  wsdl: 'xml',
  txt: 'text',
};

async function see(path: string, text: string): Promise<{ name: string | undefined; said: string[] }> {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const document = createDocument({ path, format: FORMATS[extension] ?? extension, encoding: 'utf-8', text });
  await prepareYaml(document);
  const said = [...brokenDefinition.run(document)].map((one) => {
    for (const { start, end, quote } of one.places) expect(document.slice(start!, end!)).toBe(quote);
    return `${one.level ?? 'stop'} ${one.places[0].line} ${one.message}`;
  });
  return { name: definitionOf(document)?.name, said };
}

test.each([
  [
    'a.yaml',
    'paths:\n  /a: {}\n  /b: {}\ninfo: {title: a, version: "1"}\nopenapi: 3.1.0\n',
    'OpenAPI 3.1.0 with 2 paths',
  ],
  ['a.txt', 'openapi: "3.2.0"\ninfo: {}\npaths: {/a: {}}\n', 'OpenAPI 3.2.0 with 1 path'],
  ['a.json', '{"info": {}, "paths": {"/a": {}}, "swagger": "2.0"}', 'OpenAPI 2.0 with 1 path'],
  ['a.txt', '{"info": {}, "paths": {"/a": {}}, "openapi": "3.0.3"}', 'OpenAPI 3.0.3 with 1 path'],
  ['a.yml', 'asyncapi: 2.6.0\ninfo: {}\nchannels:\n  a: {}\n', 'AsyncAPI 2.6.0 with 1 channel'],
  ['a.yml', 'asyncapi: 3.0.0\ninfo: {}\noperations:\n  a: {}\n', 'AsyncAPI 3.0.0 with 1 operation'],
  [
    'a.json',
    '{"properties": {"a": {}, "b": {}}, "$schema": "https://json-schema.org/draft/2020-12/schema"}',
    'JSON Schema 2020-12 with 2 properties',
  ],
  ['a.json', '{"$schema": "http://json-schema.org/draft-04/schema#", "type": "object"}', 'JSON Schema draft-04'],
  ['a.json', '{"type": "object", "properties": {"a": {"type": "string"}}}', 'JSON Schema with 1 property'],
  ['a.json', '{"name": "a", "type": "module", "properties": {}}', undefined],
  ['a.json', '{"compilerOptions": {}}', undefined],
  [
    'a.proto',
    'syntax = "proto2";\nmessage A { optional group B = 1 { required int32 c = 1; } extensions 100 to max; }\n',
    'Protocol Buffers proto2 with 1 message',
  ],
  [
    'a.txt',
    'edition = "2023";\nservice S { rpc M(stream .a.B) returns (C) { option (x).y = { a: 1 }; } }\n',
    'Protocol Buffers edition 2023 with 1 service, 1 method',
  ],
  [
    'a.graphql',
    '"""A"""\ntype A implements B & C @d(e: [1]) { a(b: [Int!]! = [1]): String! }\nextend type A { b: Int }\nunion U = | A | B\n',
    'a GraphQL schema with 3 types',
  ],
  ['a.graphql', 'query { a }', undefined],
  ['a.txt', 'type Query {\n  a: [A!]!\n}\n\ntype A {\n  id: ID!\n}\n', 'a GraphQL schema with 2 types'],
  [
    'a.xsd',
    '<?xml version="1.0"?>\n<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"><s:element name="a"/></s:schema>',
    'XML Schema 1.0 with 1 element',
  ],
  [
    'a.xsd',
    '<schema xmlns="http://www.w3.org/2001/XMLSchema"><complexType name="a"><assert test="1"/></complexType></schema>',
    'XML Schema 1.1 with 1 type',
  ],
  [
    'a.wsdl',
    '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"><portType><operation name="a"/></portType></definitions>',
    'WSDL 1.1 with 1 operation',
  ],
  ['a.wsdl', '<w:description xmlns:w="http://www.w3.org/ns/wsdl"/>', 'WSDL 2.0'],
  [
    'a.sql',
    "-- x\nCREATE TABLE IF NOT EXISTS `a` (\n  `id` int(11) NOT NULL,\n  name VARCHAR(9) DEFAULT '('\n);\ncreate table [dbo].[b] ([id] int)\nGO\n",
    'SQL that makes 2 tables',
  ],
  ['a.txt', '{| class="wikitable"\n|-\n| a\n|}', undefined],
  ['a.sql', 'SELECT 1;', undefined],
  ['a.abnf', 'rule = "a" / other\nother = 1*DIGIT\n', 'ABNF with 2 rules'],
  ['a.ebnf', '[1] a ::= b | "c"\n[2] b ::= [a-z]+\n', 'EBNF with 2 rules'],
])('%s %j', async (path, text, name) => {
  expect(await see(path, text)).toEqual({ name, said: [] });
});

test.each([
  ['a.json', '{\n  "a": 1\n  "b": 2\n}', /^look 3 .*expected "," between two values.*"b/u],
  ['a.json', '{\n  "a" 1\n}', /^look 2 .*expected ":" after "a"/u],
  ['a.json', '{\n  "a": "b,\n  "c": 1\n}', /^look 2 .*not closed in its line/u],
  ['a.json', '{\n  "a": [1, 2}\n}', /^look 2 .*"\}" stands where "\]" was expected/u],
  ['a.json', '{\n  "a": 1\n}\n}', /^look 4 .*closes nothing/u],
  ['a.yaml', 'a: 1\nb: 2\na: 3\n', /^look 3 .*the key "a" stands here a second time, opened in line 1/u],
  ['a.yaml', 'a: 1\n  b: 2\n', /^look/u],
  ['a.yaml', 'a: [1, 2\n', /^(?:look|stop)/u],
  ['a.proto', 'message A {\n  int32 = 1;\n}\n', /^look 2 /u],
  ['a.proto', 'message A {\n  int32 a = 1;\n}}\n', /^look 3 /u],
  ['a.graphql', 'type A {\n  a: \n}\n', /^look 3 .*expected a type, found "\}"/u],
  ['a.xsd', '<a>\n<b>\n</a>', /^look 3 .*<\/a> stands where <\/b> was expected, opened in line 2/u],
  ['a.xsd', '<a b="1" b="2"/>', /^look 1 .*twice/u],
  ['a.sql', 'CREATE TABLE a (\n  id INT,\n  b TEXT\n;\nCREATE TABLE b (id INT);\n', /^look 5 .*opened in line 1/u],
  ['a.abnf', 'a = ( "b" / "c"\nd = "e"\n', /^look 1 /u],
  ['a.json', '{"openapi": "3.1.0"}', /^note 1 OpenAPI 3.1.0 without info and paths or webhooks or components/u],
])('%s %j is broken', async (path, text, said) => {
  const { said: all } = await see(path, text);
  expect(all).toHaveLength(1);
  expect(all[0]).toMatch(said);
});

test('hostile files end soon', async () => {
  const deep = 100_000;
  for (const [path, text] of [
    ['a.json', '['.repeat(deep)],
    ['a.json', '{"a":'.repeat(deep)],
    ['a.yaml', '['.repeat(deep)],
    ['a.yaml', '- '.repeat(deep)],
    ['a.yaml', `a: &a [1]\n${Array.from({ length: 40 }, (_, i) => `b${i}: &b${i} [*a, *a, *a]`).join('\n')}`],
    ['a.proto', 'message A {'.repeat(deep)],
    ['a.graphql', `type A { a: ${'['.repeat(deep)}`],
    ['a.graphql', '{a'.repeat(deep)],
    ['a.xsd', '<a>'.repeat(deep)],
    ['a.xsd', `<!DOCTYPE a [${'<!ENTITY a "&b;&b;">'.repeat(1000)}]><a>&a;</a>`],
    ['a.sql', `create table a (a ${'('.repeat(deep)}`],
    ['a.sql', 'create '.repeat(deep)],
    ['a.abnf', `a = ${'('.repeat(deep)}`],
    ['a.json', `{"a": "${'x'.repeat(1_000_000)}`],
  ] as const) {
    expect((await see(path, text)).said.length).toBeLessThan(3);
  }
});
