import type { Scope } from "@palimpsest/core";
import { report } from "@palimpsest/core/adapter";
import { captureContext } from "./async-context.ts";
import type { Attempt } from "./attempt.ts";
import type { CallParams } from "./call-types.ts";
import { findScope } from "./find-scope.ts";
import { readCall, withoutCall } from "./memory-call.ts";
import { callsSince, isOpening, readConversation } from "./messages.ts";
import type { MemoryMiddlewareOptions } from "./options.ts";
import { noteOuterCall, readOuterCall } from "./outer-call.ts";
import { placeBlock } from "./place-block.ts";
import { recallTurn } from "./recall-turn.ts";
import { questionKey, turnKey } from "./turn-key.ts";
import type { Turns } from "./turns.ts";

/** A call as the model gets it, and what it is an attempt at; a call without memory is none. */
interface Begun {
  readonly params: CallParams;
  readonly attempt?: Attempt;
}

/** What a call wants of memory. */
interface Wanted {
  readonly scope: Scope;
  readonly recalls: boolean;
  readonly remembers: boolean;
}

/**
 * Gives a call the memories of its turn.
 *
 * @throws {InvalidInputError} when it is not known whose memory it is about.
 */
export async function beginAttempt(
  given: CallParams,
  options: MemoryMiddlewareOptions,
  turns: Turns,
): Promise<Begun> {
  const { memory } = options;
  const outer = readOuterCall(given);
  // Wrapped twice: the outer one does it all.
  if (outer?.memories.includes(memory)) return { params: given };

  const call = { ...outer?.call, ...readCall(given.providerOptions) };
  const memories = [...(outer?.memories ?? []), memory];
  const params = noteOuterCall(withoutCall(given), { memories, call });
  const recalls = options.recall !== false && call.recall !== false;
  const remembers = options.remember !== false && call.remember !== false;
  if (!recalls && !remembers) return { params };

  const scope = findScope(call.scope, given, options);
  if (!scope) return { params: withoutCall(given) };
  try {
    return await joinTurn(params, { scope, recalls, remembers }, options, turns);
  } catch (error) {
    report(options.onError, error, { phase: "recall", scope });
    return { params };
  }
}

async function joinTurn(
  params: CallParams,
  { scope, recalls, remembers }: Wanted,
  options: MemoryMiddlewareOptions,
  turns: Turns,
): Promise<Begun> {
  const inContext = captureContext();
  const { prompt, abortSignal: signal } = params;
  const conversation = readConversation(prompt);
  // Nobody said anything: there is nothing to look for, and nothing to keep.
  if (conversation.lastUser === -1) return { params };

  const question = await questionKey(scope, conversation);
  const key = await turnKey(scope, conversation);
  // Ids of calls are unique in a conversation at best: some models number them.
  const nameCall = (toolCallId: string) => `${question} ${toolCallId}`;
  const turn = isOpening(conversation)
    ? turns.begin(key)
    : turns.resume(key, callsSince(conversation).map(nameCall));
  if (!remembers && turn.words === "unheard") turn.words = "waived";

  const recalled = recalls
    ? await recallTurn(turn, { scope, conversation, signal }, options)
    : undefined;
  const placement = options.placement ?? "system";
  return {
    params: { ...params, prompt: placeBlock(prompt, recalled?.block ?? "", placement) },
    attempt: {
      scope,
      turn,
      conversation,
      nameCall,
      remembers,
      memories: recalled?.memories,
      signal,
      inContext,
    },
  };
}
