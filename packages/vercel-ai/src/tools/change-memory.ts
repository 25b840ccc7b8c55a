import type { Change } from "@palimpsest/core";
import { type CallScope, neutralizeLine } from "@palimpsest/core/adapter";
import { answerCall } from "./answer-call.ts";
import type { MemoryTool, MemoryToolsOptions, Refused } from "./memory-tool.ts";
import { readText, toolInput } from "./tool-input.ts";

export interface UpdateInput {
  id: string;
  text: string;
}

export interface DeleteInput {
  id: string;
}

/** The memory that was changed, with its text before and after; taken back, it has none after. */
export interface ChangedMemory {
  id: string;
  before: string;
  after?: string;
}

const ID = {
  type: "string",
  description: "The memory's id, exactly as searchMemory gave it.",
} as const;

/** The tool that corrects a memory. */
export function updateMemory<CONTEXT>(
  options: MemoryToolsOptions<CONTEXT>,
): MemoryTool<UpdateInput, ChangedMemory, CONTEXT> {
  return {
    description:
      "Corrects one memory that the user says is wrong. Look it up with searchMemory first. For what has changed in the user's life call addMemory instead.",
    inputSchema: toolInput(
      {
        properties: {
          id: ID,
          text: { type: "string", description: "The whole corrected text of the memory." },
        },
        required: ["id", "text"],
      },
      (given) => ({ id: readText(given, "id"), text: readText(given, "text") }),
    ),
    execute: async ({ id, text }, call) =>
      answerCall(call, options, "remember", async (scope) =>
        changeMemory(options, id, scope, () => options.memory.update(id, { text }, scope)),
      ),
  };
}

/** The tool that takes a memory back. */
export function deleteMemory<CONTEXT>(
  options: MemoryToolsOptions<CONTEXT>,
): MemoryTool<DeleteInput, ChangedMemory, CONTEXT> {
  return {
    description:
      "Deletes one memory. Call it only when the user asks to forget something. Look it up with searchMemory first.",
    inputSchema: toolInput({ properties: { id: ID }, required: ["id"] }, (given) => ({
      id: readText(given, "id"),
    })),
    execute: async ({ id }, call) =>
      answerCall(call, options, "remember", async (scope) =>
        changeMemory(options, id, scope, () => options.memory.delete(id, scope)),
      ),
  };
}

/** Makes a change, unless there is no such memory, or it is not a model's to change. */
async function changeMemory<CONTEXT>(
  { memory }: MemoryToolsOptions<CONTEXT>,
  id: string,
  scope: CallScope,
  change: () => Promise<Change>,
): Promise<ChangedMemory | Refused> {
  const known = await memory.get(id, scope);
  if (known?.status !== "current") {
    return { error: `No memory has the id "${id}". Look it up with searchMemory.` };
  }
  if (known.pinned) {
    return { error: "The user has locked this memory: only the user can change it." };
  }
  const { event, memory: text } = await change();
  const before = neutralizeLine(known.memory);
  return { id, before, ...(event === "UPDATE" && { after: neutralizeLine(text) }) };
}
