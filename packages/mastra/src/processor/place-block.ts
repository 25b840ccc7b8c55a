import type { ProcessLLMRequestArgs } from "@mastra/core/processors";

type Prompt = ProcessLLMRequestArgs["prompt"];

/** A prompt with the block before the last message of the user, or at its end where there is none. */
export function placeBlock(prompt: Prompt, block: string): Prompt {
  const index = prompt.findLastIndex(({ role }) => role === "user");
  return prompt.toSpliced(index === -1 ? prompt.length : index, 0, {
    role: "user",
    content: [{ type: "text", text: block }],
  });
}
