import { Tool } from "@mastra/core/tools";
import { rememberNote, showChanges, type ShownChanges } from "@palimpsest/core/adapter";
import { answerCall } from "./answer-call.ts";
import { readUserWords } from "./read-user-words.ts";
import type { LongTermTool, LongTermToolsOptions, Refused } from "./tools-options.ts";

export interface SaveInput {
  text: string;
}

/**
 * The tool that remembers something.
 *
 * The text takes the way of `add`, beside the user's last message: it is judged against what is
 * known, so nothing is stored twice and an outdated memory is replaced.
 */
export function saveMemory(options: LongTermToolsOptions): LongTermTool<SaveInput, ShownChanges> {
  return new Tool<SaveInput, ShownChanges | Refused>({
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
      answerCall(call, options, "remember", async (scope) => {
        const said = readUserWords(call);
        return showChanges(await rememberNote(options.memory, { text, said, scope }));
      }),
  });
}
