import type { Embedder } from "@palimpsest/core";
import { EmbeddingError, InvalidInputError } from "@palimpsest/core/adapter";
import { embedMany, type EmbeddingModel } from "ai";
import { explainFailure } from "./explain-failure.ts";

/** An embedding model of an AI SDK provider; not its id. */
export type AiSdkEmbeddingModel = Exclude<EmbeddingModel, string>;

/** What an embedding model of the AI SDK does not say of itself. */
export interface AiSdkEmbeddingOptions {
  /** Of the vectors that it gives. To shorten them, tell the model in its provider's options. */
  dimensions: number;
  /**
   * The cosines that mean "unrelated" and "says the same": 0.15 and 0.8 for OpenAI's
   * text-embedding-3 models. Default: 0 and 1, with which unrelated memories may seem relevant.
   */
  similarityRange?: readonly [unrelated: number, same: number] | undefined;
}

/**
 * An embedding model of the AI SDK as the embedder of a memory. Texts go out in as few calls as the
 * model takes them in, at the same time where it allows that.
 *
 * @throws {InvalidInputError} when it is the id of a model, or the dimensions are no count.
 */
export function fromAiSdkEmbedding(
  model: AiSdkEmbeddingModel,
  { dimensions, similarityRange }: AiSdkEmbeddingOptions,
): Embedder {
  assertEmbeddingModel(model);
  if (!Number.isInteger(dimensions) || dimensions < 1) {
    throw new InvalidInputError("dimensions must be the length of the model's vectors.", {
      parameter: "dimensions",
      value: dimensions,
    });
  }
  const id = `${model.provider}/${model.modelId}@${dimensions}`;
  return {
    id,
    dimensions,
    similarityRange,
    async embed(texts, { signal }) {
      try {
        const { embeddings } = await embedMany({
          model,
          values: [...texts],
          // The pipeline retries, and its signal is the timeout.
          maxRetries: 0,
          ...(signal && { abortSignal: signal }),
        });
        return embeddings;
      } catch (error) {
        signal?.throwIfAborted();
        const failure = explainFailure(error, id);
        throw new EmbeddingError(failure.message, failure);
      }
    },
  };
}

function assertEmbeddingModel(model: unknown): void {
  if (typeof model === "object" && model !== null && "doEmbed" in model) return;
  const advice =
    typeof model === "string"
      ? `fromAiSdkEmbedding needs a model, and "${model}" is the id of one: pass what a provider gives for it, such as openai.embedding("text-embedding-3-small") or gateway.embeddingModel("${model}").`
      : 'fromAiSdkEmbedding needs a model of the AI SDK, such as openai.embedding("text-embedding-3-small").';
  throw new InvalidInputError(advice, { parameter: "model", value: model });
}
