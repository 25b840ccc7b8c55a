import type { Scope } from "@palimpsest/core";
import { type AdapterFailure, MemoryError, report } from "@palimpsest/core/adapter";
import { readScope } from "../middleware/read-scope.ts";
import type { GivenCall, MemoryToolsOptions, Refused, ToolCall } from "./memory-tool.ts";

const UNAVAILABLE: Refused = {
  error: "Memory is not available now. Go on without it, and say so if it matters.",
};

/** For whom a memory is asked, and until when. */
export type CallScope = Scope & { signal?: AbortSignal | undefined };

/**
 * What `work` answers for the scope of the call.
 *
 * Rejects only with the reason of an abort: what the model can put right is said to it, and any
 * other failure is reported while the model goes on without memory.
 */
export async function answerCall<CONTEXT, ANSWER>(
  call: GivenCall<CONTEXT>,
  { scope: given, onError }: MemoryToolsOptions<CONTEXT>,
  phase: AdapterFailure["phase"],
  work: (scope: CallScope) => Promise<ANSWER>,
): Promise<ANSWER | Refused> {
  const signal = call.abortSignal;
  signal?.throwIfAborted();
  let scope: Scope;
  try {
    scope = readScope(typeof given === "function" ? given(call as ToolCall<CONTEXT>) : given);
  } catch (error) {
    report(onError, error, { phase: "callback" });
    return UNAVAILABLE;
  }
  try {
    return await work({ ...scope, signal });
  } catch (error) {
    signal?.throwIfAborted();
    if (isAboutInput(error)) return { error: error.message };
    report(onError, error, { phase, scope });
    return UNAVAILABLE;
  }
}

function isAboutInput(error: unknown): error is MemoryError {
  if (!MemoryError.isInstance(error)) return false;
  return error.code === "invalid-input" || error.code === "not-found";
}
