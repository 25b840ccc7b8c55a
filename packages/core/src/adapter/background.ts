import type { Scope } from "../scope.ts";
import { type OnAdapterError, report } from "./failure.ts";

/** What work behind an answer needs. */
export interface BackgroundOptions {
  /**
   * Keeps a serverless function alive until the promise is settled: `after` of next/server, `waitUntil`
   * of @vercel/functions. The promise never rejects.
   */
  waitUntil?: ((work: Promise<void>) => void) | undefined;
  onError?: OnAdapterError | undefined;
}

/** Work that goes on behind answers. */
export interface Background {
  /** Begins some work for a scope; its failure is reported. */
  run(scope: Scope, work: () => Promise<unknown>): void;
  /** Resolves when all that was begun until then is done. Never rejects. */
  flush(): Promise<void>;
}

/** Nothing under way yet. */
export function createBackground({ waitUntil, onError }: BackgroundOptions): Background {
  const underWay = new Set<Promise<void>>();

  async function attempt(scope: Scope, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      report(onError, error, { phase: "remember", scope });
    }
  }

  return {
    run(scope, work) {
      const done = attempt(scope, work).finally(() => underWay.delete(done));
      underWay.add(done);
      try {
        waitUntil?.(done);
      } catch (error) {
        report(onError, error, { phase: "callback", scope });
      }
    },
    async flush() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
