import type { Engine } from "../engine.ts";
import { EmbeddingError, messageOf } from "../errors.ts";
import type { Embedder } from "../ports/embedder.ts";
import type { Vector } from "../ports/stored-rows.ts";
import type { Usage } from "../record.ts";
import { callWithRetries } from "./call-with-retries.ts";

/**
 * One vector per text, in their order, checked: of the embedder's dimensions, finite, not all zero.
 * No texts cost no call.
 *
 * @throws {EmbeddingError} when the embedder fails, or gives anything else.
 */
export async function embedTexts(
  engine: Engine,
  texts: readonly string[],
  {
    purpose,
    meter,
    signal,
    embedder = engine.settings.embedder,
  }: {
    purpose: "query" | "document";
    meter?: Usage;
    signal?: AbortSignal | undefined;
    embedder?: Embedder;
  },
): Promise<readonly Vector[]> {
  if (texts.length === 0) return [];
  return callWithRetries(engine, {
    service: { service: "embedder", id: embedder.id },
    signal,
    attemptCall: async (attemptSignal) => {
      const startedAt = performance.now();
      if (meter) meter.embeddingCalls++;
      const vectors = await embedder.embed(texts, { purpose, signal: attemptSignal });
      checkVectors(vectors, texts.length, embedder);
      engine.emit({
        type: "embedded",
        embedder: embedder.id,
        texts: texts.length,
        durationMs: performance.now() - startedAt,
      });
      return vectors;
    },
    toError: (error, wait) =>
      new EmbeddingError(`The embedder "${embedder.id}" failed: ${messageOf(error)}`, {
        retryable: true,
        ...wait,
        cause: error,
      }),
  });
}

function checkVectors(
  vectors: readonly Vector[],
  expected: number,
  { id, dimensions }: { id: string; dimensions: number },
): void {
  if (!Array.isArray(vectors) || vectors.length !== expected) {
    throw new EmbeddingError(`The embedder "${id}" gave not one vector for each text.`, {
      retryable: false,
    });
  }
  for (const vector of vectors) {
    if (vector.length !== dimensions) {
      throw new EmbeddingError(
        `The embedder "${id}" gave a vector of ${vector.length} numbers; its dimensions are ${dimensions}.`,
        { retryable: false },
      );
    }
    let norm = 0;
    for (const value of vector) norm += value * value;
    // One comparison for three faults: NaN, infinity and zero all fail it.
    if (!(norm > 0 && norm < Number.POSITIVE_INFINITY)) {
      throw new EmbeddingError(`The embedder "${id}" gave a vector that points nowhere.`, {
        retryable: true,
        answered: true,
      });
    }
  }
}
