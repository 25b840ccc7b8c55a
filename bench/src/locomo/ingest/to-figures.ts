import type { Operation } from "@palimpsest/core";
import { percentile } from "../../report/percentile.ts";
import type { Tally } from "./tally.ts";

/** What is told of a conversation, or of all of them. What cannot be known is `NaN`. */
export interface Figures {
  name: string;
  sessions: number;
  messages: number;
  seconds: number;
  messagesPerSecond: number;
  addP50Ms: number;
  addP95Ms: number;
  pending: number;
  memories: number;
  versions: number;
  decisions: Record<Operation, number>;
  historyTokens: number;
  memoryTokens: number;
  questions: number;
  contextTokensPerQuestion: number;
  /** Of the tokens of the whole history before each question. */
  savedPercent: number;
}

export function toFigures(name: string, tally: Tally): Figures {
  const { sessions, messages, pending, memories, versions, decisions } = tally;
  const { historyTokens, memoryTokens, questions } = tally;
  const seconds = tally.elapsedMs / 1_000;
  return {
    name,
    sessions,
    messages,
    seconds,
    messagesPerSecond: messages / seconds,
    addP50Ms: percentile(tally.addMs, 0.5),
    addP95Ms: percentile(tally.addMs, 0.95),
    pending,
    memories,
    versions,
    decisions,
    historyTokens,
    memoryTokens,
    questions,
    contextTokensPerQuestion: tally.contextTokens / questions,
    savedPercent: 100 * (1 - tally.contextTokens / tally.replayedTokens),
  };
}
