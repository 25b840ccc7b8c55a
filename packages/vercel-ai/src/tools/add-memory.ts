import { rememberNote, showChanges, type ShownChanges } from "@palimpsest/core/adapter";
import type { ModelMessage } from "ai";
import { answerCall } from "./answer-call.ts";
import type { MemoryTool, MemoryToolsOptions } from "./memory-tool.ts";
import { readText, toolInput } from "./tool-input.ts";

export interface AddInput {
  text: string;
}

/**
 * The tool that remembers something.
 *
 * The text takes the way of `add`, beside the user's last message: it is judged against what is
 * known, so nothing is stored twice and an outdated memory is replaced.
 */
export function addMemory<CONTEXT>(
  options: MemoryToolsOptions<CONTEXT>,
): MemoryTool<AddInput, ShownChanges, CONTEXT> {
  return {
    description:
      "Remembers something lasting about the user for later conversations. Call it when the user asks to remember something, or tells a lasting fact: name, home, work, family, health, tastes, plans. What has changed is added too; the outdated memory is replaced. Not for small talk, or for what matters only now.",
    inputSchema: toolInput(
      {
        properties: {
          text: {
            type: "string",
            description:
              'One self-contained sentence in the third person, with names and dates written out: "User is allergic to nuts".',
          },
        },
        required: ["text"],
      },
      (given) => ({ text: readText(given, "text") }),
    ),
    execute: async ({ text }, call) =>
      answerCall(call, options, "remember", async (scope) => {
        const said = readUserWords(call.messages);
        return showChanges(await rememberNote(options.memory, { text, said, scope }));
      }),
  };
}

/** What the user said last; `""` when the user said nothing. */
function readUserWords(messages: readonly ModelMessage[]): string {
  const last = messages.findLast(({ role }) => role === "user");
  return last === undefined ? "" : readWords(last.content);
}

function readWords(content: ModelMessage["content"]): string {
  if (typeof content === "string") return content;
  return content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
}
