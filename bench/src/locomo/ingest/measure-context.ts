import type { Memory } from "@palimpsest/core";
import { countTokens } from "../../report/count-tokens.ts";
import type { Conversation } from "../data/locomo-data.ts";
import { renderHistory } from "../data/render-history.ts";
import { usersOf } from "../data/users.ts";

/** The tokens that questions cost, with a memory and without one. */
export interface ContextCost {
  /** The whole conversation, once. */
  historyTokens: number;
  questions: number;
  /** What the memory injects for all questions: the blocks of both users, as either may be meant. */
  contextTokens: number;
  /** What all questions would cost with the whole conversation before each. */
  replayedTokens: number;
}

/** Asks a memory for the context of a conversation's questions. */
export async function measureContext(
  memory: Memory,
  conversation: Conversation,
  { signal }: { signal: AbortSignal },
): Promise<ContextCost> {
  const { questions } = conversation;
  const historyTokens = countTokens(renderHistory(conversation));
  let contextTokens = 0;
  for (const { text } of questions) {
    for (const { userId } of usersOf(conversation)) {
      contextTokens += countTokens(await memory.context(text, { userId, signal }));
    }
  }
  return {
    historyTokens,
    questions: questions.length,
    contextTokens,
    replayedTokens: questions.length * historyTokens,
  };
}
