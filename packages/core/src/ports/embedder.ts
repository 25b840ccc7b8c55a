/** Turns texts into vectors whose cosine tells how near their meanings are. */
export interface Embedder {
  /** Names the embedding space: two embedders of one id give the same vectors. */
  readonly id: string;
  readonly dimensions: number;
  /**
   * The cosines that mean "unrelated" and "says the same" in this space, from which the relevance
   * of 0…1 is reckoned. Default: 0 and 1.
   */
  readonly similarityRange?: readonly [unrelated: number, same: number] | undefined;
  /**
   * How much this similarity counts in a search, where the words that a memory shares with the query
   * count 1. Default: 0.6, chosen with simulated vectors of several qualities (decision 0030).
   */
  readonly similarityWeight?: number | undefined;
  /**
   * One vector per text, in the order of the texts. Rejects with an `EmbeddingError` when it fails,
   * and with the signal's reason when aborted.
   */
  embed(
    texts: readonly string[],
    options: { readonly purpose: "query" | "document"; readonly signal?: AbortSignal | undefined },
  ): Promise<readonly (readonly number[] | Float32Array)[]>;
}
