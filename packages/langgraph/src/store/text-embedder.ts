import { EmbeddingError } from "@palimpsest/core/adapter";

/** What turns texts into vectors: embeddings of LangChain, or a function. */
export type EmbedSource =
  | {
      embedDocuments(texts: string[]): Promise<number[][]> | number[][];
      embedQuery(text: string): Promise<number[]> | number[];
    }
  | ((texts: string[]) => Promise<number[][]> | number[][]);

/** A vector of the length 1, or none where the model gave all zeros, which point nowhere. */
export type Direction = Float32Array | undefined;

/** Embeds texts. */
export interface TextEmbedder {
  /**
   * The directions of texts, in one call for all of them; none for none.
   *
   * @throws {EmbeddingError} when the vectors are not what they should be; what the model itself
   * throws comes through.
   */
  ofDocuments(texts: ReadonlySet<string>): Promise<ReadonlyMap<string, Direction>>;
  /** The directions of queries: a function is asked for all at once, embeddings for each. */
  ofQueries(texts: ReadonlySet<string>): Promise<ReadonlyMap<string, Direction>>;
}

/** An embedder of vectors of so many numbers. */
export function createTextEmbedder(source: EmbedSource, dimensions: number): TextEmbedder {
  function pair(texts: ReadonlySet<string>, vectors: unknown): ReadonlyMap<string, Direction> {
    if (!Array.isArray(vectors) || vectors.length !== texts.size) {
      const count = Array.isArray(vectors) ? vectors.length : "no";
      throw new EmbeddingError(`The embeddings gave ${count} vectors for ${texts.size} texts.`, {
        retryable: false,
      });
    }
    return new Map(
      [...texts].map((text, index) => [text, toDirection(vectors[index], dimensions)]),
    );
  }

  return {
    async ofDocuments(texts) {
      if (texts.size === 0) return new Map();
      const given = [...texts];
      const embed = typeof source === "function" ? source : source.embedDocuments.bind(source);
      return pair(texts, await embed(given));
    },
    async ofQueries(texts) {
      if (texts.size === 0) return new Map();
      const given = [...texts];
      if (typeof source === "function") return pair(texts, await source(given));
      return pair(texts, await Promise.all(given.map(async (text) => source.embedQuery(text))));
    },
  };
}

/** The vector scaled to the length 1: what 16-bit floats keep best, and what changes no cosine. */
function toDirection(vector: unknown, dimensions: number): Direction {
  const isList = Array.isArray(vector) || ArrayBuffer.isView(vector);
  const numbers = Float64Array.from(isList ? (vector as ArrayLike<number>) : []);
  if (numbers.length !== dimensions) {
    throw new EmbeddingError(
      `The embeddings gave a vector of ${numbers.length} numbers; index.dims is ${dimensions}.`,
      { retryable: false },
    );
  }
  const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  if (!Number.isFinite(largest)) {
    throw new EmbeddingError("The embeddings gave a vector with numbers that are not finite.", {
      retryable: true,
    });
  }
  if (largest === 0) return undefined;
  // By the largest first: squares of very large or small numbers leave the range of doubles.
  const scaled = Float64Array.from(numbers, (number) => number / largest);
  const length = Math.sqrt(scaled.reduce((sum, number) => sum + number ** 2, 0));
  return Float32Array.from(scaled, (number) => number / length);
}
