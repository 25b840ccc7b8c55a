import { runAnswers } from "../../answers/run-answers.ts";
import type { Conversation } from "../data/locomo-data.ts";
import type { LocomoOptions } from "../parse-locomo-options.ts";
import { toHistory } from "./to-history.ts";

/**
 * How many questions about the conversations a reader answers correctly from our memory, from raw
 * turns, and from all of a conversation.
 *
 * @throws {BenchError} without a key, without `--yes`, and when a model keeps failing.
 */
export async function runLocomoAnswers(
  conversations: readonly Conversation[],
  { answering, uri, json }: LocomoOptions,
  signal: AbortSignal,
): Promise<void> {
  const histories = conversations.map(toHistory);
  await runAnswers("locomo --answers", histories, { ...answering, uri, json }, signal);
}
