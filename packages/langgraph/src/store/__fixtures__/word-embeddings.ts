/** The words that have a meaning, each a direction of its own. */
export const WORDS = ["cat", "dog", "fish", "bird", "tea", "coffee", "rain", "snow"] as const;

export const DIMS = WORDS.length;

/** How often each of the words stands in a text: one without any of them has no direction. */
export function toVector(text: string): number[] {
  return WORDS.map((word) => text.split(word).length - 1);
}

/** Embeddings of LangChain's shape, which note what they were asked. */
export class WordEmbeddings {
  readonly documents: string[][] = [];
  readonly queries: string[] = [];

  async embedDocuments(texts: string[]): Promise<number[][]> {
    this.documents.push(texts);
    return texts.map(toVector);
  }

  async embedQuery(text: string): Promise<number[]> {
    this.queries.push(text);
    return toVector(text);
  }
}

/** The cosine of two texts; 0 where one has no direction. */
export function similarity(a: string, b: string): number {
  const [left, right] = [toVector(a), toVector(b)];
  const lengths = Math.sqrt(dot(left, left) * dot(right, right));
  return lengths === 0 ? 0 : dot(left, right) / lengths;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
