/** The answers that are being written, each of which can be ended early. */
export interface Answers {
  /** Begins one; it is to end when the signal is aborted. */
  begin: (answer: { turnId: string; userId: string }) => AbortSignal;
  /** What is written to its end can be stopped no more. */
  ended: (turnId: string) => void;
  /** Ends an answer early; one that is not being written is left as it is. */
  stop: (turnId: string) => void;
  /** Ends all answers to a user early. */
  stopAll: (userId: string) => void;
}

/** Nobody is answered yet. */
export function createAnswers(): Answers {
  const open = new Map<string, { userId: string; stop: AbortController }>();

  return {
    begin({ turnId, userId }) {
      const stop = new AbortController();
      open.set(turnId, { userId, stop });
      return stop.signal;
    },
    ended: (turnId) => void open.delete(turnId),
    stop: (turnId) => open.get(turnId)?.stop.abort(),
    stopAll(userId) {
      for (const answer of open.values()) if (answer.userId === userId) answer.stop.abort();
    },
  };
}
