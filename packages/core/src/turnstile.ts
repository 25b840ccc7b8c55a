import { setTimeout as sleep } from "node:timers/promises";

/** Lets calls through, and one at a time alone. */
export interface Turnstile {
  /** Runs a call, as soon as nobody is alone. */
  pass<RESULT>(work: () => Promise<RESULT>): Promise<RESULT>;
  /**
   * Runs the last step of a call that has passed while no other is under way and `isQuiet` says that
   * nothing else is. Waits for such a moment; after half a minute no other call begins until then.
   */
  alone(work: () => Promise<void>, isQuiet: () => boolean): Promise<void>;
  /** Resolves when the calls that are under way now are done. */
  settle(): Promise<void>;
}

const PATIENCE_MS = 30_000;
const LOOK_MS = 10;

/** A turnstile that nobody is in. */
export function createTurnstile(): Turnstile {
  const underWay = new Set<Promise<unknown>>();
  let blockade: Promise<void> | undefined;

  return {
    async pass(work) {
      if (blockade) await blockade;
      const call = work();
      underWay.add(call);
      try {
        return await call;
      } finally {
        underWay.delete(call);
      }
    },
    async alone(work, isQuiet) {
      // The call that asks is under way itself.
      const isAlone = () => underWay.size <= 1 && isQuiet();
      const patientUntil = performance.now() + PATIENCE_MS;
      while (!isAlone() && performance.now() < patientUntil) await sleep(LOOK_MS);
      const { promise, resolve } = Promise.withResolvers<void>();
      blockade = promise;
      try {
        while (!isAlone()) await sleep(LOOK_MS);
        await work();
      } finally {
        blockade = undefined;
        resolve();
      }
    },
    async settle() {
      await Promise.allSettled(underWay);
    },
  };
}
