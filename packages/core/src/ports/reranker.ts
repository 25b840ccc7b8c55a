/** Judges how well texts answer a query, better and slower than vectors do. */
export interface Reranker {
  readonly id: string;
  /** One relevance of 0…1 per text, in the order of the texts. */
  rerank(
    query: string,
    texts: readonly string[],
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<readonly number[]>;
}
