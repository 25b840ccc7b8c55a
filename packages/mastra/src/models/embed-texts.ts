/** What embedding models of all generations of the AI SDK have in common. */
export interface AiSdkEmbeddingModel {
  readonly provider: string;
  readonly modelId: string;
  /** Without a limit all texts go out in one call. */
  readonly maxEmbeddingsPerCall: number | undefined | PromiseLike<number | undefined>;
  readonly supportsParallelCalls: boolean | PromiseLike<boolean>;
  /** One call for all values: as many vectors, in the same order. */
  doEmbed(options: {
    values: string[];
    abortSignal?: AbortSignal;
  }): PromiseLike<{ embeddings: number[][] }>;
}

/** A vector for each text, in as few calls as the model takes them in, at the same time where it may. */
export async function embedTexts(
  model: AiSdkEmbeddingModel,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<number[][]> {
  const batches = toBatches(texts, (await model.maxEmbeddingsPerCall) ?? Infinity);
  const embed = async (values: string[]): Promise<number[][]> => {
    const { embeddings } = await model.doEmbed({ values, ...(signal && { abortSignal: signal }) });
    return embeddings;
  };
  if (await model.supportsParallelCalls) return (await Promise.all(batches.map(embed))).flat();
  const vectors: number[][] = [];
  for (const batch of batches) vectors.push(...(await embed(batch)));
  return vectors;
}

function toBatches(texts: readonly string[], most: number): string[][] {
  const size = Math.min(most, Math.max(texts.length, 1));
  return Array.from({ length: Math.ceil(texts.length / size) }, (_, index) =>
    texts.slice(index * size, (index + 1) * size),
  );
}
