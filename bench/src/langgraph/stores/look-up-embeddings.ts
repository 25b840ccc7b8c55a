import { Embeddings } from "@langchain/core/embeddings";
import type { Embedder } from "@palimpsest/core";

/** A bench's embedder, as LangChain wants one: it computes nothing, so what is timed is the store. */
export class LookUpEmbeddings extends Embeddings {
  readonly #embedder: Embedder;

  constructor(embedder: Embedder) {
    super({});
    this.#embedder = embedder;
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    const vectors = await this.#embedder.embed(documents, { purpose: "document" });
    return vectors.map((vector) => Array.from(vector));
  }

  override async embedQuery(document: string): Promise<number[]> {
    const [vector] = await this.embedDocuments([document]);
    return vector ?? [];
  }
}
