import type { Scope } from "@palimpsest/core";
import type { MessageList } from "@mastra/core/agent";
import type { RequestContext } from "@mastra/core/request-context";
import { callBack, recall, report } from "@palimpsest/core/adapter";
import { findScope } from "../find-scope.ts";
import type { LongTermOptions } from "../options.ts";
import { isRouted } from "./networks.ts";
import { readCall } from "./read-call.ts";
import { readDelegate } from "./read-delegate.ts";
import { readQuery } from "./read-messages.ts";
import { type Owner, readOwner, readStampedOwner, type RunConfig } from "./read-owner.ts";
import type { Turn } from "./turn.ts";

/** A run, as Mastra gives it to a processor. */
export interface Run {
  readonly messageList: MessageList;
  readonly requestContext?: RequestContext | undefined;
  readonly agent?: { readonly id: string } | undefined;
  readonly abortSignal?: AbortSignal | undefined;
}

/** What it takes to begin a turn. */
export interface Beginning {
  readonly options: LongTermOptions;
  /** Whether a run may change nothing. */
  readonly isReadOnly: (config: RunConfig) => boolean;
}

/**
 * Begins the turn of a run, with what is remembered about it; `undefined` when there is no memory in
 * it: no thread, nobody's, delegated, or turned off. Rejects for nothing.
 */
export async function beginTurn(
  run: Run,
  begunAt: number,
  beginning: Beginning,
): Promise<Turn | undefined> {
  const found = find(run, readOwner, beginning);
  if (!found) return undefined;
  const { recalls, ...turn } = found;
  const block = recalls ? await lookUp(run, turn.scope, beginning.options) : "";
  return { ...turn, begunAt, block };
}

/**
 * The turn of a run that goes on after it was suspended. Its memories stand in its messages, except
 * those that are given to each request anew: these are looked up again. Nothing says when it began: if its
 * thread was ever deleted here, it comes to nothing. Rejects for nothing.
 */
export async function resumeTurn(
  run: Run,
  beginning: Beginning,
  { isAsked }: { isAsked: boolean },
): Promise<Turn | undefined> {
  const found = find(run, readStampedOwner, beginning);
  if (!found) return undefined;
  const { recalls, ...turn } = found;
  const block = isAsked && recalls ? await lookUp(run, turn.scope, beginning.options) : "";
  return { ...turn, begunAt: 0, block };
}

function find(
  run: Run,
  readOwnerOf: (run: Run) => Owner | undefined,
  { options, isReadOnly }: Beginning,
): (Omit<Turn, "begunAt" | "block"> & { recalls: boolean }) | undefined {
  const { requestContext, agent } = run;
  try {
    const call = readCall(requestContext);
    const owner = readOwnerOf(run);
    const delegate = readDelegate(requestContext);
    if (!owner || (delegate !== undefined && options.delegation !== "isolated")) return undefined;
    const { config, ...thread } = owner;
    const agentId = agent?.id ?? delegate;
    const scope = findScope({ ...thread, requestContext, agentId }, options);
    if (!scope) return undefined;
    return {
      scope,
      threadId: thread.threadId,
      isRouted: isRouted(run, config),
      recalls: options.recall !== false && call.recall !== false,
      captures: options.capture !== false && call.capture !== false && !isReadOnly(config),
    };
  } catch (error) {
    report(options.onError, error, { phase: "callback" });
    return undefined;
  }
}

async function lookUp(
  { messageList, abortSignal: signal }: Run,
  scope: Scope,
  { memory, recall: settings, onRecall, onError }: LongTermOptions,
): Promise<string> {
  const query = readQuery(messageList);
  const recalled = await recall(memory, query, { ...settings, scope, signal, onError });
  if (onRecall && !signal?.aborted) {
    callBack(
      () => onRecall({ scope, ...recalled }),
      (error) => report(onError, error, { phase: "callback", scope }),
    );
  }
  return recalled.block;
}
