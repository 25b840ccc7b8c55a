import type { Prompt } from "./call-types.ts";

/**
 * A prompt with the block in it; the given one stays as it is. An empty block changes nothing.
 *
 * `system` places it behind the leading instructions, whose beginning can stay in a provider's cache: in
 * the last of them, because many chat templates refuse a second system message; in one of its own where
 * that has provider options, so that nothing gets into what the application marked for caching. Not
 * further down: `@ai-sdk/google` throws on a system message behind another one.
 */
export function placeBlock(prompt: Prompt, block: string, placement: "system" | "user"): Prompt {
  if (block === "") return prompt;
  return placement === "system" ? placeInSystem(prompt, block) : placeBeforeUser(prompt, block);
}

function placeInSystem(prompt: Prompt, block: string): Prompt {
  const first = prompt.findIndex(({ role }) => role !== "system");
  const end = first === -1 ? prompt.length : first;
  const last = prompt[end - 1];
  if (last?.role !== "system" || last.providerOptions) {
    return prompt.toSpliced(end, 0, { role: "system", content: block });
  }
  const content = [last.content, block].filter((text) => text !== "").join("\n\n");
  return prompt.with(end - 1, { ...last, content });
}

function placeBeforeUser(prompt: Prompt, block: string): Prompt {
  const index = prompt.findLastIndex(({ role }) => role === "user");
  if (index === -1) return placeInSystem(prompt, block);
  return prompt.toSpliced(index, 0, { role: "user", content: [{ type: "text", text: block }] });
}
