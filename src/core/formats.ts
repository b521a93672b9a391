/** Formats, by the names that `Document.format` holds. */

/** Data or code as a whole: the first line is no title, the last no sentence, and repetition is their form. */
export const DATA_FORMATS: ReadonlySet<string> = new Set([
  'json',
  'yaml',
  'toml',
  'xml',
  'csv',
  'tsv',
  'log',
  'proto',
  'graphql',
  'sql',
  'abnf',
  'code',
]);
