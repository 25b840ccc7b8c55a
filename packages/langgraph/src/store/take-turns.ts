/** Lets works that share an item follow each other, in the order in which they were asked for. */
export interface Turns {
  /** Begins when all works before it are done that share one of the items; at once when there is none. */
  run<RESULT>(items: readonly string[], work: () => Promise<RESULT>): Promise<RESULT>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    async run(items, work) {
      const previous = new Set(items.flatMap((item) => last.get(item) ?? []));
      // A work that failed has told its own caller.
      const result = Promise.allSettled(previous).then(work);
      for (const item of items) last.set(item, result);
      try {
        return await result;
      } finally {
        for (const item of items) if (last.get(item) === result) last.delete(item);
      }
    },
  };
}
