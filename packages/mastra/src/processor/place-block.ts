import type { ProcessLLMRequestArgs, ProcessLLMRequestResult } from "@mastra/core/processors";
import { readTurn } from "./turn.ts";

type Prompt = ProcessLLMRequestArgs["prompt"];

/**
 * A request to a model with the block of its turn before the user's last message: in this request only,
 * so it is stored nowhere.
 */
export async function placeInRequest({
  prompt,
  state,
}: ProcessLLMRequestArgs): Promise<ProcessLLMRequestResult> {
  const block = readTurn(state)?.block ?? "";
  return block === "" ? undefined : { prompt: placeBlock(prompt, block) };
}

function placeBlock(prompt: Prompt, block: string): Prompt {
  const index = prompt.findLastIndex(({ role }) => role === "user");
  return prompt.toSpliced(index === -1 ? prompt.length : index, 0, {
    role: "user",
    content: [{ type: "text", text: block }],
  });
}
