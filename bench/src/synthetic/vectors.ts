import { createRandom } from "./random.ts";

/** Vectors that are spread like those of an embedding model, the same ones in every run. */
export interface VectorSource {
  readonly dimensions: number;
  /** The vector of the memory with this number. Of length 1. */
  memory(index: number): Float32Array;
  /** The vector of a question about that memory, whose cosine to it is about 0.8. Of length 1. */
  question(index: number): Float32Array;
}

/** Directions that vectors really differ in; embeddings of texts have some tens. */
const LATENT_DIMENSIONS = 64;
/** The spread falls with the direction's number by this power. */
const DECAY = -0.4;
const TOPICS = 4_000;
/** Vectors of one topic differ as much as topics do, so that there are no clusters to fall into. */
const TOPIC_SHARE = Math.SQRT1_2;
/** What all vectors have in common: two that have nothing else have a cosine of about 0.15. */
const COMMON = 0.45;
const NOISE = 0.35;
const QUESTION_SHARE = 0.6;
const QUESTION_SEED = 0x40000000;

/**
 * Vectors with what makes embeddings hard for an index: most of the variance in some tens of
 * directions, less and less per direction; topics of very different sizes that run into each
 * other; a common part; noise in every dimension.
 */
export function createVectors(dimensions: number, seed = 1): VectorSource {
  const random = createRandom(seed);
  const gaussians = (scale: number) =>
    Float64Array.from({ length: dimensions }, () => random.gaussian() * scale);
  const spectrum = Array.from({ length: LATENT_DIMENSIONS }, (_, at) => (at + 1) ** DECAY);
  const scale = TOPIC_SHARE / Math.hypot(...spectrum) / Math.sqrt(dimensions);
  const axes = spectrum.map((size) => gaussians(size * scale));
  const common = gaussians(COMMON / Math.sqrt(dimensions));
  const noise = NOISE * Math.sqrt(12 / dimensions);
  const topics = Array.from({ length: TOPICS }, () => {
    const topic = common.slice();
    for (const axis of axes) addScaled(topic, axis, random.gaussian());
    return topic;
  });

  function memory(index: number): Float32Array {
    const own = createRandom(index ^ (seed << 24));
    const vector = (topics[own.zipf(TOPICS)] ?? common).slice();
    for (const axis of axes) addScaled(vector, axis, own.gaussian());
    for (let at = 0; at < dimensions; at++) vector[at]! += noise * (own.uniform() - 0.5);
    return toUnit(vector);
  }

  return {
    dimensions,
    memory,
    question(index) {
      const vector = new Float64Array(dimensions);
      addScaled(vector, memory(index), QUESTION_SHARE);
      addScaled(vector, memory(index ^ QUESTION_SEED), 1 - QUESTION_SHARE);
      return toUnit(vector);
    },
  };
}

// Loops written out: a callback per number would take most of the time of a million vectors.
function addScaled(vector: Float64Array, other: Float64Array | Float32Array, scale: number): void {
  for (let at = 0; at < vector.length; at++) vector[at]! += scale * other[at]!;
}

function toUnit(vector: Float64Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return Float32Array.from(vector.map((value) => value / length));
}
