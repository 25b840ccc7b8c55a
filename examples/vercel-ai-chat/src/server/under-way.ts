/** Work that the server must not be stopped in the middle of. */
export interface UnderWay {
  /** Holds a promise until it is settled. */
  keep: (work: PromiseLike<unknown>) => void;
  /** Resolves when nothing is left, also of what was added meanwhile. Never rejects. */
  settled: () => Promise<void>;
}

/** Nothing under way yet. */
export function createUnderWay(): UnderWay {
  const held = new Set<Promise<void>>();

  return {
    keep(work) {
      const done = settle(work).finally(() => held.delete(done));
      held.add(done);
    },
    async settled() {
      while (held.size > 0) await Promise.all(held);
    },
  };
}

async function settle(work: PromiseLike<unknown>): Promise<void> {
  await Promise.allSettled([work]);
}
