import type { BaseMessageLike } from "@langchain/core/messages";
import type { AddReport, AddResult, Change, Memory, Message } from "@palimpsest/core";
import { readConversation, toMessages } from "../messages.ts";
import type { CallScope } from "./answer-call.ts";

const INSTRUCTIONS =
  "The assistant's last message is a note of what is to be remembered. Record each fact of that note, and no other. Quote the user's own words for it where the user says it, else the note's.";

/**
 * Remembers a note of a model's, and says what came of it.
 *
 * The note goes to `add` behind the user's last words, by which it is told who says what: a fact that is
 * quoted from the user counts as the user's; one that only the model says, perhaps because a web page told
 * it to, counts as the assistant's.
 */
export async function createMemories(
  memory: Pick<Memory, "add">,
  note: string,
  conversation: readonly BaseMessageLike[],
  scope: CallScope,
): Promise<string> {
  const exchange = [...findLastWords(conversation), toNote(note)];
  return describe(await memory.add(exchange, { ...scope, instructions: INSTRUCTIONS }));
}

function findLastWords(messages: readonly BaseMessageLike[]): Message[] {
  const { lines, lastUser } = readConversation(messages);
  return lastUser === -1 ? [] : toMessages(lines.slice(lastUser, lastUser + 1));
}

function toNote(text: string): Message {
  return { role: "assistant", content: `To be remembered: ${text}` };
}

function describe({ results, report }: AddResult): string {
  return results.length > 0 ? results.map(describeChange).join("\n") : explainNothing(report);
}

function describeChange({ event, id, supersededBy }: Change): string {
  switch (event) {
    case "ADD":
      return `created memory ${id}`;
    case "UPDATE":
      return `updated memory ${id}`;
    case "DELETE":
      return supersededBy === undefined
        ? `Deleted memory ${id}`
        : `created memory ${supersededBy} in place of ${id}`;
    default:
      return event satisfies never;
  }
}

function explainNothing({ status, decisions }: AddReport): string {
  if (status === "pending") return "It is kept, and will be remembered a little later.";
  const refused = decisions.find(({ operation }) => operation === "REJECTED");
  if (refused) return `Not remembered: ${refused.reason}.`;
  return "Nothing new: it is remembered already, or nothing in it lasts.";
}
