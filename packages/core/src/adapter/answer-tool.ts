import { MemoryError } from "../errors.ts";
import type { Scope } from "../scope.ts";
import { type AdapterFailure, type OnAdapterError, report } from "./failure.ts";

/** A call of a tool by a model. */
export interface ToolCallOptions {
  /** Whose memory it is about; `undefined` is nobody's. What it throws is reported. */
  findScope: () => Scope | undefined;
  phase: AdapterFailure["phase"];
  signal?: AbortSignal | undefined;
  onError?: OnAdapterError | undefined;
  /** What is said where the memory is nobody's. Default: that memory is not available. */
  nobody?: string | undefined;
}

/** For whom a tool asks a memory, and until when. */
export type CallScope = Scope & { signal?: AbortSignal | undefined };

/** What a model is told when a call of a tool came to nothing. */
export interface Refused {
  error: string;
}

const UNAVAILABLE = "Memory is not available now. Go on without it, and say so if it matters.";

/**
 * What `work` answers for the scope of a call of a tool.
 *
 * Rejects only with the reason of an abort: what the model can put right is said to it, and any other
 * failure is reported while the model goes on without memory. So it does, and nothing is reported, where
 * the memory is nobody's.
 */
export async function answerTool<ANSWER>(
  { findScope, phase, signal, onError, nobody = UNAVAILABLE }: ToolCallOptions,
  work: (scope: CallScope) => Promise<ANSWER>,
): Promise<ANSWER | Refused> {
  signal?.throwIfAborted();
  let scope: Scope | undefined;
  try {
    scope = findScope();
  } catch (error) {
    report(onError, error, { phase: "callback" });
    return { error: UNAVAILABLE };
  }
  if (!scope) return { error: nobody };
  try {
    return await work({ ...scope, signal });
  } catch (error) {
    signal?.throwIfAborted();
    if (isAboutInput(error)) return { error: error.message };
    report(onError, error, { phase, scope });
    return { error: UNAVAILABLE };
  }
}

/** Whether an answer of `answerTool` is none. */
export function isRefused(answer: unknown): answer is Refused {
  return typeof answer === "object" && answer !== null && "error" in answer;
}

function isAboutInput(error: unknown): error is MemoryError {
  if (!MemoryError.isInstance(error)) return false;
  return error.code === "invalid-input" || error.code === "not-found";
}
