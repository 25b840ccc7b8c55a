import { Tool } from "@mastra/core/tools";
import { type CallScope, neutralizeLine } from "@palimpsest/core/adapter";
import { answerCall } from "./answer-call.ts";
import type { LongTermTool, LongTermToolsOptions, Refused } from "./tools-options.ts";

export interface ForgetInput {
  id: string;
}

/** The memory that was taken back. */
export interface ForgottenMemory {
  id: string;
  text: string;
}

/**
 * The tool that takes a memory back.
 *
 * It is `delete`, not `forget`: history keeps what it was, and `undo` brings it back. What a model does
 * because it misread somebody must not be the end of it; erasing is for people and programs.
 */
export function forgetMemory(
  options: LongTermToolsOptions,
): LongTermTool<ForgetInput, ForgottenMemory> {
  return new Tool<ForgetInput, ForgottenMemory | Refused>({
    id: "forgetMemory",
    description:
      "Forgets one memory. Call it only when the user asks to forget something. Look it up with searchMemories first. For what has changed in the user's life call saveMemory instead.",
    inputSchema: {
      type: "object",
      properties: {
        id: {
          type: "string",
          minLength: 1,
          description: "The memory's id, exactly as searchMemories gave it.",
        },
      },
      required: ["id"],
      additionalProperties: false,
    },
    execute: async ({ id }, call) =>
      answerCall(call, options, "remember", async (scope) => takeBack(options, id, scope)),
  });
}

/** Takes a memory back, unless there is no such one, or it is not a model's to change. */
async function takeBack(
  { memory }: LongTermToolsOptions,
  id: string,
  scope: CallScope,
): Promise<ForgottenMemory | Refused> {
  const known = await memory.get(id, scope);
  if (known?.status !== "current") {
    return { error: `No memory has the id "${id}". Look it up with searchMemories.` };
  }
  if (known.pinned) {
    return { error: "The user has locked this memory: only the user can change it." };
  }
  await memory.delete(id, scope);
  return { id, text: neutralizeLine(known.memory) };
}
