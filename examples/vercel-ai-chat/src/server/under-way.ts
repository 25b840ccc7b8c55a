/** Work for users that must not be cut off in the middle. */
export interface UnderWay {
  /** Holds a promise until it is settled. */
  keep: (userId: string, work: PromiseLike<unknown>) => void;
  /**
   * Resolves when nothing is left of a user's, or of anybody's, also of what was added meanwhile.
   * Never rejects.
   */
  settled: (userId?: string) => Promise<void>;
}

/** Nothing under way yet. */
export function createUnderWay(): UnderWay {
  const held = new Map<Promise<void>, string>();

  function list(userId: string | undefined): Promise<void>[] {
    const isWanted = (whose: string) => userId === undefined || whose === userId;
    return [...held].flatMap(([work, whose]) => (isWanted(whose) ? [work] : []));
  }

  return {
    keep(userId, work) {
      const done = settle(work).finally(() => held.delete(done));
      held.set(done, userId);
    },
    async settled(userId) {
      for (let left = list(userId); left.length > 0; left = list(userId)) await Promise.all(left);
    },
  };
}

async function settle(work: PromiseLike<unknown>): Promise<void> {
  await Promise.allSettled([work]);
}
