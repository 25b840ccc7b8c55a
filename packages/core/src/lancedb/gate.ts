import { ClosedError } from "../errors.ts";

/** Lets calls through until it is closed. */
export interface Gate {
  /** @throws {ClosedError} when it was closed before. */
  pass<RESULT>(work: () => Promise<RESULT>): Promise<RESULT>;
  /** Resolves when every call that passed is done. */
  close(): Promise<void>;
}

/** An open gate. */
export function createGate(): Gate {
  const underWay = new Set<Promise<unknown>>();
  let isOpen = true;
  return {
    async pass(work) {
      if (!isOpen) throw new ClosedError();
      const call = work();
      underWay.add(call);
      try {
        return await call;
      } finally {
        underWay.delete(call);
      }
    },
    async close() {
      isOpen = false;
      await Promise.allSettled(underWay);
    },
  };
}
