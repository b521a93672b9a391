/** The schema of reports, as published and in the strict form that our own reports must meet. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const schema = JSON.parse(readFileSync(new URL('../../report.schema.json', import.meta.url), 'utf8')) as object;
const options = { allErrors: true, strictTypes: false };
const published = new Ajv2020(options).compile(schema);
const strict = new Ajv2020(options).compile(closed(schema) as object);

/** The same schema with `additionalProperties: false` wherever properties are listed for an object. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
  return 'type' in copy && copy['type'] === 'object' && 'properties' in copy
    ? { ...copy, additionalProperties: false }
    : copy;
}

/** Whether a reader would take it: fields that the schema does not name are allowed. */
export function isReport(value: unknown): boolean {
  return published(value);
}

/** What is wrong with it as a report of ours; empty where nothing is. */
export function faultsOf(value: unknown): readonly unknown[] {
  return strict(value) ? [] : (strict.errors ?? []);
}
