import type { Scope } from "@palimpsest/core";
import { type AdapterFailure, MemoryError, report } from "@palimpsest/core/adapter";
import { findScope, readRun, type RunConfig } from "../identity.ts";
import type { MemoryToolOptions } from "./options.ts";

const UNAVAILABLE = "Memory is not available now. Go on without it, and say so if it matters.";
const NOBODY = "It is not known who the user is: nothing can be remembered or looked up.";

/** For whom a memory is asked, and until when. */
export type CallScope = Scope & { signal?: AbortSignal | undefined };

/**
 * What `work` answers for whom the run is about.
 *
 * Rejects only with the reason of an abort: what the model can put right is said to it, and any other
 * failure is reported while the model goes on without memory.
 */
export async function answerCall<ANSWER>(
  config: RunConfig,
  { scope: source, onError }: MemoryToolOptions,
  phase: AdapterFailure["phase"],
  work: (scope: CallScope) => Promise<ANSWER>,
): Promise<ANSWER | string> {
  const { signal } = config;
  signal?.throwIfAborted();
  let scope: Scope | undefined;
  try {
    scope = findScope(readRun(config), source);
  } catch (error) {
    report(onError, error, { phase: "callback" });
    return UNAVAILABLE;
  }
  if (!scope) return NOBODY;
  try {
    return await work({ ...scope, signal });
  } catch (error) {
    signal?.throwIfAborted();
    if (isAboutInput(error)) return error.message;
    report(onError, error, { phase, scope });
    return UNAVAILABLE;
  }
}

function isAboutInput(error: unknown): error is MemoryError {
  if (!MemoryError.isInstance(error)) return false;
  return error.code === "invalid-input" || error.code === "not-found";
}
