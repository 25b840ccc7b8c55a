import type { ProcessLLMRequestArgs } from "@mastra/core/processors";

type Prompt = ProcessLLMRequestArgs["prompt"];

/** A prompt with the block before the user's last message; an empty block changes nothing. */
export function placeBlock(prompt: Prompt, block: string): Prompt {
  if (block === "") return prompt;
  const index = prompt.findLastIndex(({ role }) => role === "user");
  return prompt.toSpliced(index === -1 ? prompt.length : index, 0, {
    role: "user",
    content: [{ type: "text", text: block }],
  });
}
