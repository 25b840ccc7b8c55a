/** Numbers that look random and are the same in every run. */
export interface Random {
  /** 0…1, without 1. */
  readonly uniform: () => number;
  /** Of mean 0 and variance 1. */
  readonly gaussian: () => number;
  /** A whole number from 0 to `end - 1`, small ones most often, as words in a language. */
  readonly zipf: (end: number) => number;
}

/** Random numbers from a seed; other seeds give others. */
export function createRandom(seed: number): Random {
  // Neighbouring seeds would begin alike: their first numbers are thrown away by the mixing.
  let state = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b) >>> 0;

  function uniform(): number {
    // mulberry32: fast, and its 32 bits are enough for data.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    uniform,
    gaussian() {
      // Box-Muller; `1 -` because the logarithm of 0 is none.
      return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    },
    zipf: (end) => Math.floor((end + 1) ** uniform()) - 1,
  };
}
