import type { MessageList } from "@mastra/core/agent";
import type { RequestContext } from "@mastra/core/request-context";
import type { RunConfig } from "./read-owner.ts";

interface NetworkRun {
  readonly messageList: MessageList;
  readonly requestContext?: RequestContext | undefined;
}

const networks = new WeakSet<RequestContext>();

/**
 * Whether the last message of a run was written by the router of a network, in the user's name and
 * thread. Nothing in the run says so (core 1.71). But the router ran before in the same context, asked
 * by an assistant's message and allowed to change nothing; and its agents get no messages from storage.
 */
export function isRouted({ messageList, requestContext }: NetworkRun, config: RunConfig): boolean {
  if (!requestContext) return false;
  const asked = messageList.get.input.db().at(-1);
  if (config?.readOnly && asked?.role === "assistant") networks.add(requestContext);
  return networks.has(requestContext) && config?.lastMessages === 0;
}
