import type { MessageList } from "@mastra/core/agent";
import type { OutputResult } from "@mastra/core/processors";
import { type Heard, readHeard } from "./read-messages.ts";
import type { Turn } from "./turn.ts";

const NO_ANSWER: readonly string[] = ["content-filter", "error", "tripwire"];

/**
 * What may be learned from a run that ended; `undefined` where it failed, because it will be asked
 * again, or its answer was refused. Of a run that was stopped half an answer is none. In a network the
 * person's last message stands before what the router made of it.
 */
export function toLearn(
  { captures, isRouted }: Turn,
  messageList: MessageList,
  { finishReason }: OutputResult,
): Heard | undefined {
  if (!captures || NO_ANSWER.includes(finishReason)) return undefined;
  const { said, answer } = readHeard(messageList);
  return {
    said: isRouted ? said.slice(-2, -1) : said,
    answer: finishReason === "aborted" ? "" : answer,
  };
}
