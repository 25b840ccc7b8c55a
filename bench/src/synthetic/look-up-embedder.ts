import type { Embedder } from "@palimpsest/core";

/** An embedder that knows the vectors of some texts and computes none: what is timed is core. */
export interface LookUpEmbedder extends Embedder {
  /** Teaches it a text, and gives the text. */
  learn(text: string, vector: Float32Array): string;
}

/** Texts that it knows: more than any one call has, and so few that a long run does not feel them. */
const MOST_KNOWN = 1_000;

/** An embedder that knows no text yet. It rejects for a text that it was not taught. */
export function createLookUpEmbedder(dimensions: number): LookUpEmbedder {
  const known = new Map<string, Float32Array>();
  return {
    id: `bench/look-up-${dimensions}`,
    dimensions,
    embed: async (texts) =>
      texts.map((text) => {
        const vector = known.get(text);
        if (vector === undefined) throw new Error(`The vector of "${text}" is not known.`);
        return vector;
      }),
    learn(text, vector) {
      known.set(text, vector);
      const [oldest] = known.keys();
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
      return text;
    },
  };
}
