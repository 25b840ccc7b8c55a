import type { ToolExecutionContext } from "@mastra/core/tools";
import type { Scope } from "@palimpsest/core";
import { answerTool, type CallScope } from "@palimpsest/core/adapter";
import { findScope } from "../find-scope.ts";
import { readCall } from "../processor/read-call.ts";
import { readDelegate } from "../processor/read-delegate.ts";
import type { LongTermToolsOptions, Refused } from "./tools-options.ts";

/** What Mastra tells a tool about a call of it. */
export type ToolCall = Pick<ToolExecutionContext, "agent" | "requestContext" | "abortSignal">;

/**
 * What `work` answers for the scope of the call, which is the thread and resource of the agent's run, or
 * why there is no answer.
 */
export async function answerCall<ANSWER>(
  call: ToolCall,
  options: LongTermToolsOptions,
  phase: "recall" | "remember",
  work: (scope: CallScope) => Promise<ANSWER>,
): Promise<ANSWER | Refused> {
  const { abortSignal: signal } = call;
  const findOwn = () => findScopeOfRun(call, options, phase);
  return answerTool({ findScope: findOwn, phase, signal, onError: options.onError }, work);
}

// The ids of the run, not those in its RequestContext, in which an agent that a tool called has left
// its own (core 1.71).
function findScopeOfRun(
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
