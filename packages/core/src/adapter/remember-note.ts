import type { AddResult } from "../add/attempt-episode.ts";
import type { Memory } from "../memory.ts";
import type { Message } from "../record.ts";
import type { CallScope } from "./answer-tool.ts";

/** What a model wants remembered, and for whom. */
export interface Note {
  /** The model's words. */
  text: string;
  /** What the user said last; `""` when that is not known. */
  said: string;
  scope: CallScope;
}

const INSTRUCTIONS =
  "The assistant's last message is a note of what is to be remembered. Record each fact of that note, and no other. Quote the user's own words for it where the user says it, else the note's.";

/**
 * Remembers what a model asks for through a tool, as `add` does.
 *
 * The note goes to `add` behind the user's last words, by which it is told who says what: a fact that
 * is quoted from the user counts as the user's; one that only the model says, perhaps because a web
 * page told it to, counts as the assistant's and never takes the place of what a person said.
 */
export async function rememberNote(
  memory: Pick<Memory, "add">,
  { text, said, scope }: Note,
): Promise<AddResult> {
  const note: Message = { role: "assistant", content: `To be remembered: ${text}` };
  const exchange: Message[] = said.trim() === "" ? [note] : [{ role: "user", content: said }, note];
  return memory.add(exchange, { ...scope, instructions: INSTRUCTIONS });
}
