import {
  EmbeddingError,
  type Embedder,
  type EmbeddingSpace,
  lexicalEmbedder,
  openaiEmbedder,
} from "@palimpsest/core";

/** An embedder for a store, and whether it can embed a query. */
export interface Choice {
  embedder: Embedder;
  canSearch: boolean;
}

/**
 * The embedder that a store was written with: the offline one; OpenAI's, when its key is set, so that
 * queries may go there; else one of the same name that refuses, with which all but search works.
 */
export function chooseEmbedder({ embedder: id, dimensions }: EmbeddingSpace): Choice {
  const known = [lexicalEmbedder()];
  const [, model] = /^openai\/([^@]+)/.exec(id) ?? [];
  if (model !== undefined && process.env["OPENAI_API_KEY"]) {
    known.push(openaiEmbedder({ model, dimensions }));
  }
  const embedder = known.find((one) => one.id === id && one.dimensions === dimensions);
  return embedder
    ? { embedder, canSearch: true }
    : { embedder: refuse(id, dimensions), canSearch: false };
}

function refuse(id: string, dimensions: number): Embedder {
  return {
    id,
    dimensions,
    async embed() {
      throw new EmbeddingError(`The inspector has no embedder "${id}".`, { retryable: false });
    },
  };
}
