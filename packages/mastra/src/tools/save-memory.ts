import { Tool } from "@mastra/core/tools";
import type { AddReport, AddResult, Change, Message } from "@palimpsest/core";
import { answerCall } from "./answer-call.ts";
import { readUserWords } from "./read-user-words.ts";
import type { LongTermTool, LongTermToolsOptions, Refused } from "./tools-options.ts";

export interface SaveInput {
  text: string;
}

/** What is remembered now. */
export interface SavedMemories {
  remembered: {
    id: string;
    text: string;
    /** The text before, or of the memory whose place it took. */
    replaces?: string;
  }[];
  /** Why there is nothing. */
  note?: string;
}

const INSTRUCTIONS =
  "The assistant's last message is a note of what is to be remembered. Record each fact of that note, and no other. Quote the user's own words for it where the user says it, else the note's.";

/**
 * The tool that remembers something.
 *
 * The text takes the way of `add`, beside the user's last message: it is judged against what is
 * known, so nothing is stored twice and an outdated memory is replaced. A fact that is quoted from
 * the user counts as the user's; one that only the model says, perhaps because a web page told it to,
 * counts as the assistant's and never takes the place of what a person said.
 */
export function saveMemory(options: LongTermToolsOptions): LongTermTool<SaveInput, SavedMemories> {
  return new Tool<SaveInput, SavedMemories | Refused>({
    id: "saveMemory",
    description:
      "Remembers something lasting about the user for later conversations. Call it when the user asks to remember something, or tells a lasting fact: name, home, work, family, health, tastes, plans. What has changed is saved too; the outdated memory is replaced. Not for small talk, or for what matters only now.",
    inputSchema: {
      type: "object",
      properties: {
        text: {
          type: "string",
          minLength: 1,
          description:
            'One self-contained sentence in the third person, with names and dates written out: "User is allergic to nuts".',
        },
      },
      required: ["text"],
      additionalProperties: false,
    },
    execute: async ({ text }, call) =>
      answerCall(call, options, "remember", async (scope) =>
        toAnswer(
          await options.memory.add(toExchange(text, readUserWords(call)), {
            ...scope,
            instructions: INSTRUCTIONS,
          }),
        ),
      ),
  });
}

function toExchange(text: string, said: string): Message[] {
  const note: Message = { role: "assistant", content: `To be remembered: ${text}` };
  return said.trim() === "" ? [note] : [{ role: "user", content: said }, note];
}

function toAnswer({ results, report }: AddResult): SavedMemories {
  const remembered = results.flatMap(toRemembered);
  return remembered.length > 0 ? { remembered } : { remembered, note: explainNothing(report) };
}

function explainNothing({ status, decisions }: AddReport): string {
  if (status === "pending") return "It is kept, and will be remembered a little later.";
  const refused = decisions.find(({ operation }) => operation === "REJECTED");
  if (refused) return `Not remembered: ${refused.reason}.`;
  return "Nothing new: it is remembered already, or nothing in it lasts.";
}

function toRemembered(change: Change): SavedMemories["remembered"] {
  const { event, id, memory, previousMemory, supersededBy } = change;
  // A memory that was only taken back left nothing to be remembered.
  if (event === "DELETE" && supersededBy === undefined) return [];
  return [
    {
      id: supersededBy ?? id,
      text: memory,
      ...(previousMemory !== undefined && { replaces: previousMemory }),
    },
  ];
}
