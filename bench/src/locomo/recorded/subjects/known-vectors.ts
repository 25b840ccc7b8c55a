import { Embeddings } from "@langchain/core/embeddings";
import type { Embedder } from "@palimpsest/core";

/**
 * Our embedder's vectors for those who take vectors: of facts as documents, of everything else as
 * queries. Facts are embedded beforehand, because LangChain's shape and mem0's ask for a text
 * without saying what it is (mem0ai 3.3.1 has facts embedded by `embedQuery`).
 */
export class KnownVectors extends Embeddings {
  readonly dimensions: number;
  readonly #embedder: Embedder;
  readonly #known = new Map<string, number[]>();

  constructor(embedder: Embedder) {
    super({});
    this.#embedder = embedder;
    this.dimensions = embedder.dimensions;
  }

  async learn(facts: readonly string[]): Promise<void> {
    const vectors = await this.#embedder.embed(facts, { purpose: "document" });
    for (const [index, fact] of facts.entries()) {
      this.#known.set(fact, Array.from(vectors[index] ?? []));
    }
  }

  override async embedQuery(text: string): Promise<number[]> {
    const known = this.#known.get(text);
    if (known) return known;
    const [vector = []] = await this.#embedder.embed([text], { purpose: "query" });
    return Array.from(vector);
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }
}
