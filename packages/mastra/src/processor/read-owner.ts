import type { MessageList } from "@mastra/core/agent";
import { parseMemoryRequestContext } from "@mastra/core/memory";
import type { RequestContext } from "@mastra/core/request-context";
import { readOwnMessages } from "./read-messages.ts";

/** The options of memory in one run: those of `Memory`, as far as the run changes them. */
export type RunConfig = NonNullable<ReturnType<typeof parseMemoryRequestContext>>["memoryConfig"];

/** Whose run it is. */
export interface Owner {
  readonly resourceId: string;
  readonly threadId: string;
  readonly config: RunConfig;
}

interface Run {
  readonly messageList: MessageList;
  readonly requestContext?: RequestContext | undefined;
}

/**
 * Whose run begins; `undefined` for one without thread and resource. The context says it, and the run's
 * own messages must agree: an agent that is called with another's context, and without a memory of its
 * own, finds there the other's.
 */
export function readOwner(run: Run): Owner | undefined {
  const owner = readStampedOwner(run);
  return owner && isOwnContext(run, owner) ? owner : undefined;
}

/**
 * Whose run goes on after it was suspended, by its messages: it never began here, and the context may
 * be that of an agent which a tool has called meanwhile (core 1.71).
 */
export function readStampedOwner(run: Run): Owner | undefined {
  for (const { resourceId, threadId } of readOwnMessages(run.messageList)) {
    if (!resourceId || !threadId) continue;
    const ids = { resourceId, threadId };
    const config = isOwnContext(run, ids)
      ? parseMemoryRequestContext(run.requestContext)?.memoryConfig
      : undefined;
    return { ...ids, config };
  }
  return undefined;
}

function isOwnContext(
  { requestContext }: Run,
  { resourceId, threadId }: Pick<Owner, "resourceId" | "threadId">,
): boolean {
  const context = parseMemoryRequestContext(requestContext);
  return context?.thread?.id === threadId && context.resourceId === resourceId;
}
