/**
 * Documents of a folder of which two make the same claim with another value (claims.ts), and hardly any other one makes it.
 * In time proportional to the number of claims.
 */

/** Claims of one frame in the folder: more are a form. */
const HOLDERS = 3;
/** Pairs of documents that are opened for their claims alone. */
const MOST = 120;

export interface ClaimPair {
  /** Indexes of the two documents, the smaller one first. */
  readonly a: number;
  readonly b: number;
}

/**
 * Pairs of documents to be opened, ascending.
 * @param facts for each document the frames and values of its claims, one after the other
 */
export function claimPairs(facts: readonly Int32Array[]): {
  readonly pairs: readonly ClaimPair[];
  readonly left: number;
} {
  let total = 0;
  for (const fact of facts) total += fact.length / 2;
  const frames = new Int32Array(total);
  const values = new Int32Array(total);
  const documents = new Uint32Array(total);
  let next = 0;
  facts.forEach((fact, document) => {
    for (let k = 0; k < fact.length; k += 2) {
      frames[next] = fact[k]!;
      values[next] = fact[k + 1]!;
      documents[next++] = document;
    }
  });
  // by a table of the frames' lower bits, whose chains hold few
  let size = 1024;
  while (size < 2 * total && size < 1 << 24) size *= 2;
  const heads = new Int32Array(size).fill(-1);
  const links = new Int32Array(total);
  for (let i = total - 1; i >= 0; i--) {
    const slot = frames[i]! & (size - 1);
    links[i] = heads[slot]!;
    heads[slot] = i;
  }
  const seen = new Set<number>();
  const done = new Uint8Array(total);
  for (let i = 0; i < total; i++) {
    if (done[i] === 1) continue;
    const like = [i];
    for (let j = links[i]!; j >= 0; j = links[j]!)
      if (frames[j] === frames[i]) {
        done[j] = 1;
        if (like.length <= HOLDERS) like.push(j);
      }
    if (like.length < 2 || like.length > HOLDERS) continue;
    const other = like.find((j) => values[j] !== values[i] && documents[j] !== documents[i]);
    if (other === undefined || new Set(like.map((j) => values[j])).size !== 2) continue;
    for (const j of like)
      for (const k of like)
        if (documents[j]! < documents[k]! && values[j] !== values[k])
          seen.add(documents[j]! * facts.length + documents[k]!);
  }
  const all = [...seen].sort((x, y) => x - y);
  const pairs = all.slice(0, MOST).map((key) => ({ a: Math.floor(key / facts.length), b: key % facts.length }));
  return { pairs, left: all.length - pairs.length };
}
