import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import type { Embedder } from "@palimpsest/core";
import { EmbeddingError, InvalidInputError, unlessAborted } from "@palimpsest/core/adapter";
import { explainFailure } from "./explain-failure.ts";

/** What embeddings of LangChain do not say of themselves. */
export interface LangChainEmbeddingsOptions {
  /** Of the vectors that they give. To shorten them, tell the embeddings. */
  dimensions: number;
  /**
   * Names the embedding space: a memory refuses vectors of another one. Default: the name of the model, with
   * the dimensions; embeddings without such a name need it.
   */
  id?: string | undefined;
  /**
   * The cosines that mean "unrelated" and "says the same": 0.15 and 0.8 for OpenAI's
   * text-embedding-3 models. Default: 0 and 1, with which unrelated memories may seem relevant.
   */
  similarityRange?: readonly [unrelated: number, same: number] | undefined;
}

/**
 * Embeddings of LangChain as the embedder of a memory. Give them `maxRetries: 0`: the memory tries again
 * itself.
 *
 * @throws {InvalidInputError} when they are none, their name is not known, or the dimensions are no count.
 */
export function fromLangChainEmbeddings(
  embeddings: EmbeddingsInterface,
  { dimensions, id: givenId, similarityRange }: LangChainEmbeddingsOptions,
): Embedder {
  assertEmbeddings(embeddings);
  if (!Number.isInteger(dimensions) || dimensions < 1) {
    throw new InvalidInputError("dimensions must be the length of the vectors.", {
      parameter: "dimensions",
      value: dimensions,
    });
  }
  const id = givenId ?? `langchain/${findModel(embeddings)}@${dimensions}`;
  return {
    id,
    dimensions,
    similarityRange,
    async embed(texts, { purpose, signal }) {
      signal?.throwIfAborted();
      try {
        const vectors = embedTexts(embeddings, texts, purpose);
        // LangChain's take no signal.
        return await (signal ? unlessAborted(vectors, signal) : vectors);
      } catch (error) {
        signal?.throwIfAborted();
        const failure = explainFailure(error, id);
        throw new EmbeddingError(failure.message, failure);
      }
    },
  };
}

/** Async, so that what throws before it gives a promise rejects, too. */
async function embedTexts(
  embeddings: EmbeddingsInterface,
  texts: readonly string[],
  purpose: "query" | "document",
): Promise<number[][]> {
  if (purpose === "document") return embeddings.embedDocuments([...texts]);
  return Promise.all(texts.map(async (text) => embeddings.embedQuery(text)));
}

function assertEmbeddings(embeddings: unknown): void {
  const { embedDocuments, embedQuery } = (embeddings ?? {}) as Partial<EmbeddingsInterface>;
  if (typeof embedDocuments === "function" && typeof embedQuery === "function") return;
  throw new InvalidInputError(
    "fromLangChainEmbeddings needs embeddings of LangChain, such as new OpenAIEmbeddings(…).",
    { parameter: "embeddings", value: embeddings },
  );
}

// Not the name of the class, which a bundler shortens: a folder would not be opened any more.
function findModel(embeddings: object): string {
  const { model, modelName } = embeddings as { model?: unknown; modelName?: unknown };
  const name = model ?? modelName;
  if (typeof name === "string" && name !== "") return name;
  throw new InvalidInputError(
    "These embeddings do not say which model they are of: pass a name for it as `id`.",
    { parameter: "id" },
  );
}
