import * as crypto from 'node:crypto';

/** sha256 of bytes, as 64 lower-case hexadecimal digits. */
export const sha256: (bytes: Uint8Array) => string =
  // The one-shot function came with Node 20.12 and costs half as much for small files; other runtimes may lack it.
  typeof crypto.hash === 'function'
    ? (bytes) => crypto.hash('sha256', bytes, 'hex')
    : (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');

/** Algorithms of lists, by the names that OpenSSL has for them. */
const NAMES: Readonly<Record<string, string>> = {
  blake2b: 'blake2b512',
  'sha3-256': 'sha3-256',
  'sha3-512': 'sha3-512',
};

/** Digest of bytes in lower-case hexadecimal; null for an algorithm that is not known here. */
export function digestOf(bytes: Uint8Array, algorithm: string): string | null {
  const name = NAMES[algorithm] ?? algorithm.replace(/^sha-/u, 'sha');
  if (!crypto.getHashes().includes(name)) return null;
  return crypto.createHash(name).update(bytes).digest('hex');
}
