import type { BaseMessageLike } from "@langchain/core/messages";
import type { Change, Memory } from "@palimpsest/core";
import { type CallScope, explainNothing, rememberNote } from "@palimpsest/core/adapter";
import { readConversation } from "../messages.ts";

/** Remembers a note of a model's, beside the user's last words, and says what came of it. */
export async function createMemories(
  memory: Pick<Memory, "add">,
  text: string,
  conversation: readonly BaseMessageLike[],
  scope: CallScope,
): Promise<string> {
  const { lines, lastUser } = readConversation(conversation);
  const said = lines[lastUser]?.text ?? "";
  const result = await rememberNote(memory, { text, said, scope });
  return result.results.map(describeChange).join("\n") || explainNothing(result);
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
