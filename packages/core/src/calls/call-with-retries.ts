import { setTimeout as sleep } from "node:timers/promises";
import type { Engine } from "../engine.ts";
import { EmbeddingError, MemoryError, ModelCallError, ModelOutputError } from "../errors.ts";
import type { Settings } from "../settings.ts";
import type { Service } from "./circuits.ts";

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8_000;

/** A call of something outside that may fail or hang. */
export interface OutsideCall<RESULT> {
  service: Service;
  signal: AbortSignal | undefined;
  /** Asked before each attempt whether it may be made; what it throws is thrown. */
  permitCall?: () => Promise<void>;
  attemptCall: (signal: AbortSignal) => Promise<RESULT>;
  /** The failure of a call as one of the family; `retryAfterMs` is when another makes sense. */
  toError: (error: unknown, wait?: { retryAfterMs: number }) => MemoryError;
}

/** What of an engine a call needs. */
type Caller = Pick<Engine, "circuits" | "emit"> & {
  settings: Pick<Settings, "retries" | "modelTimeoutMs">;
};

/**
 * Calls something outside, again where that may help.
 *
 * Waits between attempts as long as the server asked, else 250 ms doubled each time and spread by
 * half; answers that cannot be used are asked for again at once. A server that asks for a longer
 * wait than 8 s is not waited for: the work is kept and taken up again later. A service that failed
 * often is not asked at all for a while (`createCircuits`).
 *
 * @throws the last error, or the signal's reason.
 */
export async function callWithRetries<RESULT>(
  engine: Caller,
  { service, signal, permitCall, attemptCall, toError }: OutsideCall<RESULT>,
): Promise<RESULT> {
  const { retries, modelTimeoutMs } = engine.settings;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const admission = engine.circuits.admit(service);
    if (admission.type === "refused") {
      const { failures, error, retryInMs } = admission;
      const reason = `it is left alone for ${retryInMs} ms more, because it failed ${failures} times in a row, the last time with: ${error.message}`;
      throw toError(new Error(reason, { cause: error }), { retryAfterMs: retryInMs });
    }
    await permitCall?.().catch((refusal: unknown) => {
      admission.dropped();
      throw refusal;
    });
    try {
      const result = await withTimeout(modelTimeoutMs, signal, attemptCall);
      admission.succeeded();
      return result;
    } catch (cause) {
      if (signal?.aborted) {
        admission.dropped();
        throw signal.reason;
      }
      const error = MemoryError.isInstance(cause) ? cause : toError(cause);
      const isLeftAlone = admission.failed(error);
      const delayMs = delayBefore(attempt, error);
      if (isLeftAlone || attempt > retries || delayMs === undefined) throw error;
      engine.emit({ type: "retrying", attempt, delayMs, error });
      await sleep(delayMs, undefined, signal && { signal }).catch((interruption: unknown) => {
        throw signal?.aborted ? signal.reason : interruption;
      });
    }
  }
}

/** How long to wait before the next attempt; `undefined` when none makes sense. */
function delayBefore(attempt: number, error: MemoryError): number | undefined {
  if (error instanceof ModelOutputError) return 0;
  if (!(error instanceof ModelCallError || error instanceof EmbeddingError)) return undefined;
  if (!error.retryable) return undefined;
  const asked = error.retryAfterMs;
  if (asked !== undefined) return asked <= LONGEST_DELAY_MS ? asked : undefined;
  const backoff = Math.min(FIRST_DELAY_MS * 2 ** (attempt - 1), LONGEST_DELAY_MS);
  return backoff * (0.5 + Math.random() / 2);
}

/** Lets go after `timeoutMs` or at the abort, also of a call that heeds no signal. */
async function withTimeout<RESULT>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  attemptCall: (signal: AbortSignal) => Promise<RESULT>,
): Promise<RESULT> {
  // It may have been aborted while the call waited for permission, and tells nobody a second time.
  signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(timeoutMs);
  const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
  const letGo = Promise.withResolvers<never>();
  const onAbort = () =>
    letGo.reject(signal?.aborted ? signal.reason : new Error(`no answer within ${timeoutMs} ms`));
  either.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([attemptCall(either), letGo.promise]);
  } finally {
    either.removeEventListener("abort", onAbort);
  }
}
