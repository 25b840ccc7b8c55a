/** Work that the server must not be stopped in the middle of. */
export interface UnderWay {
  /** Holds a promise until it is settled. */
  keep(work: PromiseLike<unknown>): void;
  /** Resolves when nothing is left, also of what was added meanwhile. */
  settled(): Promise<void>;
}

/** Nothing under way yet. */
export function createUnderWay(): UnderWay {
  const held = new Set<Promise<unknown>>();
  return {
    keep(work) {
      const done: Promise<unknown> = Promise.allSettled([work]).then(() => held.delete(done));
      held.add(done);
    },
    async settled() {
      while (held.size > 0) await Promise.all(held);
    },
  };
}
