import { readFileSync } from "node:fs";

/** By word; words that are used alike point in like directions. */
let loaded: ReadonlyMap<string, Float32Array> | undefined;

/**
 * The vector of an English word, of length 1; `undefined` for words that are not among the
 * 20,000 most frequent ones.
 *
 * They are those of GloVe (Pennington, Socher and Manning 2014, in the public domain), made small by
 * `scripts/make-word-vectors.mjs`: 1.4 MB, read when the first word is asked for, in some 30 ms.
 */
export function vectorOf(term: string): Float32Array | undefined {
  loaded ??= readVectors();
  return loaded.get(term);
}

/** Lengths of the file's parts stand in its first twelve bytes: words, dimensions, bytes of all words. */
function readVectors(): Map<string, Float32Array> {
  const file = readFileSync(new URL("../../data/word-vectors.bin", import.meta.url));
  const [count = 0, dimensions = 0, length = 0] = [0, 4, 8].map((at) => file.readUInt32LE(at));
  const words = file.toString("utf8", 12, 12 + length).split("\n");
  const values = new Float32Array(count * dimensions);
  const vectors = words.map((word, place): [string, Float32Array] => {
    const vector = values.subarray(place * dimensions, (place + 1) * dimensions);
    let squares = 0;
    for (let at = 0; at < dimensions; at++) {
      const value = file.readInt8(12 + length + place * dimensions + at);
      vector[at] = value;
      squares += value * value;
    }
    for (let at = 0; at < dimensions; at++) vector[at] = (vector[at] ?? 0) / Math.sqrt(squares);
    return [word, vector];
  });
  return new Map(vectors);
}
