import { readFileSync } from "node:fs";

/** Vectors of English words, in which words that are used alike point in like directions. */
interface WordVectors {
  readonly dimensions: number;
  /** Which vector is whose. */
  readonly places: ReadonlyMap<string, number>;
  /** One after another, each of length 1. */
  readonly values: Float32Array;
}

let loaded: WordVectors | undefined;

/**
 * The vector of an English word, of length 1; `undefined` for words that are not among the
 * 20,000 most frequent ones.
 *
 * They are those of GloVe (Pennington, Socher and Manning 2014, in the public domain), made small by
 * `scripts/make-word-vectors.mjs`: 1.4 MB, read when the first word is asked for, in some 30 ms.
 */
export function vectorOf(term: string): Float32Array | undefined {
  loaded ??= readVectors();
  const { dimensions, places, values } = loaded;
  const place = places.get(term);
  if (place === undefined) return undefined;
  return values.subarray(place * dimensions, (place + 1) * dimensions);
}

/** Lengths of the file's parts stand in its first twelve bytes: words, dimensions, bytes of all words. */
function readVectors(): WordVectors {
  const file = readFileSync(new URL("../../data/word-vectors.bin", import.meta.url));
  const [count = 0, dimensions = 0, length = 0] = [0, 4, 8].map((at) => file.readUInt32LE(at));
  const words = file.toString("utf8", 12, 12 + length).split("\n");
  const values = new Float32Array(count * dimensions);
  for (let word = 0; word < count; word++) {
    const first = word * dimensions;
    let squares = 0;
    for (let at = first; at < first + dimensions; at++) {
      const value = file.readInt8(12 + length + at);
      values[at] = value;
      squares += value * value;
    }
    for (let at = first; at < first + dimensions; at++)
      values[at] = (values[at] ?? 0) / Math.sqrt(squares);
  }
  return { dimensions, places: new Map(words.map((word, place) => [word, place])), values };
}
