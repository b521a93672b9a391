import * as crypto from 'node:crypto';

/** sha256 of bytes, as 64 lower-case hexadecimal digits. */
export const sha256: (bytes: Uint8Array) => string =
  // The one-shot function came with Node 20.12 and costs half as much for small files; other runtimes may lack it.
  typeof crypto.hash === 'function'
    ? (bytes) => crypto.hash('sha256', bytes, 'hex')
    : (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');
