import type { MastraModelConfig } from "@mastra/core/llm";
import { separateRecalled } from "@palimpsest/core/adapter";
import { writeAnswer } from "./write-answer.ts";

/** A model as the AI SDK's providers make them. */
type ProviderModel = Extract<
  MastraModelConfig,
  { specificationVersion: "v2"; doGenerate: (call: never) => PromiseLike<{ content: unknown }> }
>;
type Prompt = Parameters<ProviderModel["doGenerate"]>[0]["prompt"];

const STOP = "stop";
const NO_USAGE = { inputTokens: undefined, outputTokens: undefined, totalTokens: undefined };

/**
 * A model that needs no key: it answers out of the memories in its prompt. What it does not find
 * there it does not know, so its answers show what was recalled.
 */
export function scriptedModel(): ProviderModel {
  return {
    specificationVersion: "v2",
    provider: "example",
    modelId: "scripted",
    supportedUrls: {},
    async doGenerate({ prompt }) {
      const text = answer(prompt);
      return {
        content: [{ type: "text", text }],
        finishReason: STOP,
        usage: NO_USAGE,
        warnings: [],
      };
    },
    async doStream({ prompt }) {
      const id = "answer";
      return {
        stream: ReadableStream.from([
          { type: "stream-start", warnings: [] },
          { type: "text-start", id },
          { type: "text-delta", id, delta: answer(prompt) },
          { type: "text-end", id },
          { type: "finish", finishReason: STOP, usage: NO_USAGE },
        ]),
      };
    },
  };
}

function answer(prompt: Prompt): string {
  const system = prompt.flatMap((message) => (message.role === "system" ? [message.content] : []));
  const user = prompt.findLast((message) => message.role === "user");
  const said = user?.content.flatMap((part) => (part.type === "text" ? [part.text] : [])) ?? [];
  return writeAnswer(said.join("\n"), separateRecalled(system.join("\n")).recalled);
}
