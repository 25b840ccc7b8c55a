import type { Scope } from "@palimpsest/core";
import type { BaseMessageLike } from "@langchain/core/messages";
import { findScope, findThread, isRunByTool, type Run } from "../identity.ts";
import { type Conversation, readConversation, toMessages } from "../messages.ts";
import type { TurnOptions } from "./options.ts";
import { conversationKey, turnKey } from "./turn-key.ts";
import type { Turn, Turns } from "./turns.ts";

/** A run, seen from memory. */
export interface Joined {
  readonly scope: Scope;
  readonly conversation: Conversation;
  readonly turn: Turn;
}

/**
 * The turn that a run is about; `undefined` when it is nobody's, or nobody said anything.
 *
 * @throws {InvalidInputError} when an id is wrong; and what the application's `scope` throws.
 */
export async function joinTurn(
  run: Run,
  messages: readonly BaseMessageLike[],
  { scope: source, remember }: TurnOptions,
  turns: Turns,
): Promise<Joined | undefined> {
  const scope = findScope(run, source);
  if (!scope) return undefined;
  const conversation = readConversation(messages);
  const said = conversation.lines[conversation.lastUser];
  const name = conversationKey(scope, run);
  if (!said) {
    // In a long loop a middleware that summarizes cuts the user's message off while it is answered. A
    // thread has one turn at a time; without a thread it cannot be told which one this is.
    const turn = findThread(run) === undefined ? undefined : turns.findLatest(name);
    return turn && { scope, conversation, turn };
  }
  const isKept = remember !== false && !isRunByTool(run);
  const turn = turns.enter({
    key: await turnKey(scope, run, conversation),
    conversation: name,
    messageId: said.id,
    unheard: isKept ? toMessages([said]) : undefined,
  });
  return { scope, conversation, turn };
}
