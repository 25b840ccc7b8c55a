// Makes data/word-vectors.bin of GloVe's vectors: node scripts/make-word-vectors.mjs glove.6B.100d.txt
//
// GloVe (Pennington, Socher, Manning 2014, https://nlp.stanford.edu/projects/glove/) is in the public
// domain (PDDL 1.0). The most frequent 20,000 words are taken, without the mean and the first principal
// component, which tell frequent words from rare ones and nothing about meaning (Mu, Viswanath 2018,
// "All-but-the-Top"), in 64 principal components of one byte each.
import { createReadStream, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

const WORDS = 20_000;
const GIVEN = 100;
const KEPT = 64;
const ITERATIONS = 60;

const [, , source] = process.argv;
if (source === undefined)
  throw new Error("Which file? node scripts/make-word-vectors.mjs glove.6B.100d.txt");

const { words, vectors } = await readVectors(source);
const mean = vectors[0].map(
  (_, at) => vectors.reduce((sum, vector) => sum + vector[at], 0) / vectors.length,
);
const centred = vectors.map((vector) => vector.map((value, at) => value - mean[at]));
const [, ...components] = principalComponents(centred, KEPT + 1);

const names = Buffer.from(words.join("\n"));
const header = Buffer.alloc(12);
[words.length, KEPT, names.length].forEach((number, at) => header.writeUInt32LE(number, at * 4));
const bytes = Buffer.alloc(words.length * KEPT);
centred.forEach((vector, index) => {
  const projected = components.map((component) => multiply(component, vector));
  const largest = Math.max(...projected.map(Math.abs));
  projected.forEach((value, at) =>
    bytes.writeInt8(Math.round((value / largest) * 127), index * KEPT + at),
  );
});
writeFileSync(
  new URL("../data/word-vectors.bin", import.meta.url),
  Buffer.concat([header, names, bytes]),
);

async function readVectors(path) {
  const taken = { words: [], vectors: [] };
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const [word, ...numbers] = line.split(" ");
    if (!/^[a-z][a-z']+$/.test(word)) continue;
    taken.words.push(word);
    taken.vectors.push(numbers.slice(0, GIVEN).map(Number));
    if (taken.words.length === WORDS) break;
  }
  return taken;
}

/** By power iteration, the largest first. */
function principalComponents(rows, count) {
  const covariance = Array.from({ length: GIVEN }, () => new Float64Array(GIVEN));
  for (const row of rows) {
    for (let a = 0; a < GIVEN; a++) {
      for (let b = 0; b < GIVEN; b++) covariance[a][b] += (row[a] * row[b]) / rows.length;
    }
  }
  const found = [];
  for (let index = 0; index < count; index++) {
    // Any direction does to begin with, as long as it is not at right angles to the one that is looked for.
    let vector = Float64Array.from({ length: GIVEN }, (_, at) => Math.cos(at * (index + 1) + 1));
    for (let turn = 0; turn < ITERATIONS; turn++) {
      for (const other of found) {
        const share = multiply(other, vector);
        vector = vector.map((value, at) => value - share * other[at]);
      }
      const next = Float64Array.from(covariance, (line) => multiply(line, vector));
      const length = Math.hypot(...next);
      vector = next.map((value) => value / length);
    }
    found.push(vector);
  }
  return found;
}

function multiply(a, b) {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at] * b[at];
  return sum;
}
