import type { Memory } from "@palimpsest/core";
import { countTokens } from "../../report/count-tokens.ts";
import type { RecordedConversation } from "./to-recorded.ts";

/** What `context()` puts into prompts by default, in the mean over questions. */
export interface Injection {
  tokens: number;
  /** Of the whole conversation, which would stand there without a memory. */
  historyTokens: number;
  savedPercent: number;
  /** Share of the relevant facts that stand in the block. */
  recall: number;
}

/** A conversation and its history, as it would stand in a prompt. */
export interface WithHistory extends RecordedConversation {
  readonly history: string;
}

/** Asks a memory that knows the facts for the block of each question. */
export async function measureInjection(
  memory: Memory,
  conversations: readonly WithHistory[],
  signal: AbortSignal,
): Promise<Injection> {
  let [questionCount, tokens, historyTokens, recall] = [0, 0, 0, 0];
  for (const { facts, questions, history } of conversations) {
    questionCount += questions.length;
    historyTokens += questions.length * countTokens(history);
    for (const { userId, text, askedAt: at, relevant } of questions) {
      const block = await memory.context(text, { userId, at, signal });
      const words = wordsOf(block);
      const wanted = facts.filter(({ id }) => relevant.has(id));
      const injected = wanted.filter((fact) => words.includes(wordsOf(fact.text)));
      tokens += countTokens(block);
      recall += injected.length / relevant.size;
    }
  }
  return {
    tokens: tokens / questionCount,
    historyTokens: historyTokens / questionCount,
    savedPercent: 100 * (1 - tokens / historyTokens),
    recall: recall / questionCount,
  };
}

/** The words of a text between spaces: the block may quote, escape and wrap, but not reword. */
function wordsOf(text: string): string {
  return ` ${(text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
}
