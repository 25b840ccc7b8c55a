import type { Memory } from "@palimpsest/core";
import { countTokens } from "../report/count-tokens.ts";
import type { Conversation } from "./locomo-data.ts";
import { pickEvenly } from "./pick-evenly.ts";
import { renderHistory } from "./render-history.ts";
import { usersOf } from "./users.ts";

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

/** Asks a memory for the context of a conversation's questions, a sample of at most `questions`. */
export async function measureContext(
  memory: Memory,
  conversation: Conversation,
  options: { questions: number; signal: AbortSignal },
): Promise<ContextCost> {
  const { signal } = options;
  const historyTokens = countTokens(renderHistory(conversation));
  const questions = pickEvenly(conversation.questions, options.questions);
  let contextTokens = 0;
  for (const question of questions) {
    for (const { userId } of usersOf(conversation)) {
      contextTokens += countTokens(await memory.context(question, { userId, signal }));
    }
  }
  return {
    historyTokens,
    questions: questions.length,
    contextTokens,
    replayedTokens: questions.length * historyTokens,
  };
}
