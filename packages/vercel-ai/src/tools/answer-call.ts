import {
  type AdapterFailure,
  answerTool,
  type CallScope,
  readScope,
} from "@palimpsest/core/adapter";
import type { GivenCall, MemoryToolsOptions, Refused, ToolCall } from "./memory-tool.ts";

/** What `work` answers for the scope of the call, or why there is no answer. */
export async function answerCall<CONTEXT, ANSWER>(
  call: GivenCall<CONTEXT>,
  { scope, onError }: MemoryToolsOptions<CONTEXT>,
  phase: AdapterFailure["phase"],
  work: (scope: CallScope) => Promise<ANSWER>,
): Promise<ANSWER | Refused> {
  const findScope = () =>
    readScope(typeof scope === "function" ? scope(call as ToolCall<CONTEXT>) : scope);
  return answerTool({ findScope, phase, signal: call.abortSignal, onError }, work);
}
