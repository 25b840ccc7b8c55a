import type { ToolExecutionContext } from "@mastra/core/tools";
import type { Scope } from "@palimpsest/core";
import { MemoryError, report } from "@palimpsest/core/adapter";
import { findScope } from "../find-scope.ts";
import { readCall } from "../processor/read-call.ts";
import { readDelegate } from "../processor/read-delegate.ts";
import type { LongTermToolsOptions, Refused } from "./tools-options.ts";

/** What Mastra tells a tool about a call of it. */
export type ToolCall = Pick<ToolExecutionContext, "agent" | "requestContext" | "abortSignal">;

/** For whom a memory is asked, and until when. */
export type CallScope = Scope & { signal?: AbortSignal | undefined };

const UNAVAILABLE: Refused = {
  error: "Memory is not available now. Go on without it, and say so if it matters.",
};

/**
 * What `work` answers for the scope of the call, which is the thread and resource of the agent's run.
 *
 * Rejects only with the reason of an abort: what the model can put right is said to it, and any
 * other failure is reported while the model goes on without memory. So it does where there is nobody
 * whose memory it could be.
 */
export async function answerCall<ANSWER>(
  call: ToolCall,
  options: LongTermToolsOptions,
  phase: "recall" | "remember",
  work: (scope: CallScope) => Promise<ANSWER>,
): Promise<ANSWER | Refused> {
  const signal = call.abortSignal;
  signal?.throwIfAborted();
  let scope: Scope | undefined;
  try {
    scope = readScope(call, options, phase);
  } catch (error) {
    report(options.onError, error, { phase: "callback" });
  }
  if (!scope) return UNAVAILABLE;
  try {
    return await work({ ...scope, signal });
  } catch (error) {
    signal?.throwIfAborted();
    if (isAboutInput(error)) return { error: error.message };
    report(options.onError, error, { phase, scope });
    return UNAVAILABLE;
  }
}

// The ids of the run, not those in its RequestContext, in which an agent that a tool called has left
// its own (core 1.71).
function readScope(
  { agent, requestContext }: ToolCall,
  options: LongTermToolsOptions,
  phase: "recall" | "remember",
): Scope | undefined {
  const { agentId, resourceId, threadId } = agent ?? {};
  if (!resourceId || !threadId) return undefined;
  const isDelegated = readDelegate(requestContext) !== undefined;
  if (isDelegated && options.delegation !== "isolated") return undefined;
  const { recall, capture } = readCall(requestContext);
  if ((phase === "recall" ? recall : capture) === false) return undefined;
  return findScope({ resourceId, threadId, requestContext, agentId }, options);
}

function isAboutInput(error: unknown): error is MemoryError {
  if (!MemoryError.isInstance(error)) return false;
  return error.code === "invalid-input" || error.code === "not-found";
}
