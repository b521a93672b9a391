/**
 * What is used of @exodus/bytes, for the check that this part compiles without Node's types (tsconfig.portable.json maps
 * the module here): the package's own declarations refer to @types/node, which would let Node's globals in.
 */
export function legacyHookDecode(input: Uint8Array, fallbackEncoding?: string): string;
export function normalizeEncoding(label: string): string | null;
/** The standard's class, with right tables. */
export const TextDecoder: unknown;
