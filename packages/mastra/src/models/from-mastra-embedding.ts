import {
  type EmbeddingModelId,
  ModelRouterEmbeddingModel,
  type OpenAICompatibleConfig,
} from "@mastra/core/llm";
import type { Embedder } from "@palimpsest/core";
import { EmbeddingError, InvalidInputError } from "@palimpsest/core/adapter";
import { type AiSdkEmbeddingModel, embedTexts } from "./embed-texts.ts";
import { type CallFailure, explainFailure, explainMiss } from "./explain-failure.ts";
import { readModelId } from "./read-model-id.ts";

/**
 * What Mastra takes for an embedder: a string for its router such as
 * `"openai/text-embedding-3-small"`, `{ id, url?, apiKey?, headers? }`, or a model of an AI SDK provider.
 */
export type MastraEmbeddingModel =
  | EmbeddingModelId
  | (string & {})
  | OpenAICompatibleConfig
  | AiSdkEmbeddingModel;

/** What an embedding model does not say of itself. */
export interface MastraEmbeddingOptions {
  /** Of the vectors that it gives: 1,536 for OpenAI's text-embedding-3-small. */
  dimensions: number;
  /**
   * The cosines that mean "unrelated" and "says the same": 0.15 and 0.8 for OpenAI's
   * text-embedding-3 models. Default: 0 and 1, with which unrelated memories may seem relevant.
   */
  similarityRange?: readonly [unrelated: number, same: number] | undefined;
}

/**
 * An embedding model as Mastra takes it, as the embedder of a memory.
 *
 * Takes models of all generations of the AI SDK. Mastra's router is asked for a string at the first
 * call, so a key may be missing until then.
 *
 * @throws {InvalidInputError} for anything that cannot be a model, or when the dimensions are no count.
 */
export function fromMastraEmbedding(
  model: MastraEmbeddingModel,
  { dimensions, similarityRange }: MastraEmbeddingOptions,
): Embedder {
  const name = readModelId(model, "doEmbed");
  if (name === undefined) {
    throw new InvalidInputError(
      'fromMastraEmbedding needs a model as Mastra takes it: "openai/text-embedding-3-small", a provider and its model, or a model of the AI SDK, such as openai.embedding("text-embedding-3-small").',
      { parameter: "model", value: model },
    );
  }
  if (!Number.isInteger(dimensions) || dimensions < 1) {
    throw new InvalidInputError("dimensions must be the length of the model's vectors.", {
      parameter: "dimensions",
      value: dimensions,
    });
  }
  const id = `${name}@${dimensions}`;
  let found: AiSdkEmbeddingModel | undefined;

  return {
    id,
    dimensions,
    similarityRange,
    async embed(texts, { signal }) {
      try {
        found ??= findModel(model);
      } catch (error) {
        throw toEmbeddingError(explainMiss(error, id));
      }
      try {
        return await embedTexts(found, texts, signal);
      } catch (error) {
        signal?.throwIfAborted();
        throw toEmbeddingError(explainFailure(error, id));
      }
    },
  };
}

function findModel(model: MastraEmbeddingModel): AiSdkEmbeddingModel {
  const isModel = typeof model === "object" && "doEmbed" in model;
  return isModel ? model : new ModelRouterEmbeddingModel(model);
}

function toEmbeddingError(failure: CallFailure): EmbeddingError {
  return new EmbeddingError(failure.message, failure);
}
