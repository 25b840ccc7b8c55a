/** Vectors that differ in some directions more than in others, like embeddings, and form no clusters. */
export interface SpreadVectors {
  next(): Float32Array;
  /** A vector that is nearer to the given one than most are. */
  near(vector: Float32Array): Float32Array;
}

const LATENT_DIMENSIONS = 24;
const NOISE = 0.1;

/** Vectors of a seed: the same ones each time. */
export function createSpreadVectors(dimensions: number, seed: number): SpreadVectors {
  let state = seed;
  const axes = Array.from({ length: LATENT_DIMENSIONS }, (_, at) => gaussians((at + 1) ** -0.4));

  return {
    next() {
      const parts = axes.map((axis) => ({ axis, share: gaussian() }));
      return gaussians(NOISE).map((noise, at) =>
        parts.reduce((sum, { axis, share }) => sum + share * (axis[at] ?? 0), noise),
      );
    },
    near(vector) {
      const other = this.next();
      return vector.map((value, at) => 0.6 * value + 0.4 * (other[at] ?? 0));
    },
  };

  function gaussians(scale: number): Float32Array {
    return Float32Array.from({ length: dimensions }, () => gaussian() * scale);
  }

  /** The sum of four uniform numbers is bell-shaped enough. */
  function gaussian(): number {
    return uniform() + uniform() + uniform() + uniform() - 2;
  }

  function uniform(): number {
    // Numerical Recipes' linear congruence, of which the high bits count here.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  }
}
