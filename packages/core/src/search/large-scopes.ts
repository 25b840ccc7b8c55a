import type { Whose } from "../ports/memory-store.ts";

/** Scopes that are remembered. */
const MOST_KNOWN = 10_000;

/** Whose memories were found to be more than are read whole, so that the next search need not try. */
export interface LargeScopes {
  has(whose: Whose): boolean;
  add(whose: Whose): void;
  delete(whose: Whose): void;
}

/** Knows the scopes that were added last. */
export function createLargeScopes(): LargeScopes {
  const known = new Set<string>();
  return {
    has: (whose) => known.has(JSON.stringify(whose)),
    add(whose) {
      known.add(JSON.stringify(whose));
      const [oldest] = known;
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    },
    delete: (whose) => known.delete(JSON.stringify(whose)),
  };
}
