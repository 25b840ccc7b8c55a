import { readStoredMessages } from "../../episodes/exchange.ts";
import type { EpisodeRow } from "../../ports/stored-rows.ts";
import { endsInQuestion } from "./ends-in-question.ts";

/** Whether each message of an exchange ends in a question. */
export function holdsOnlyQuestions(row: EpisodeRow): boolean {
  return readStoredMessages(row).every(({ content }) => endsInQuestion(content));
}
