import { setTimeout as wait } from "node:timers/promises";
import { separateRecalled } from "@palimpsest/core/adapter";
import type { LanguageModel } from "ai";
import { type Heard, writeAnswer } from "./write-answer.ts";

/** A model as the AI SDK's providers make them. */
export type ChatModel = Extract<LanguageModel, { specificationVersion: "v4" }>;

type Prompt = Parameters<ChatModel["doStream"]>[0]["prompt"];
type StreamPart =
  Awaited<ReturnType<ChatModel["doStream"]>>["stream"] extends ReadableStream<infer PART>
    ? PART
    : never;

const STOP = { unified: "stop", raw: undefined } as const;
const NO_USAGE = {
  inputTokens: {
    total: undefined,
    noCache: undefined,
    cacheRead: undefined,
    cacheWrite: undefined,
  },
  outputTokens: { total: undefined, text: undefined, reasoning: undefined },
} as const;

/**
 * A chat model that needs no key: it answers out of the memories in its prompt, word by word. What
 * it does not find there it does not know, so its answers show what was recalled.
 */
export function scriptedModel({ wordDelayMs = 40 }: { wordDelayMs?: number } = {}): ChatModel {
  return {
    specificationVersion: "v4",
    provider: "example",
    modelId: "scripted",
    supportedUrls: {},
    async doGenerate({ prompt }) {
      const text = writeAnswer(hear(prompt));
      return {
        content: [{ type: "text", text }],
        finishReason: STOP,
        usage: NO_USAGE,
        warnings: [],
      };
    },
    async doStream({ prompt, abortSignal }) {
      const text = writeAnswer(hear(prompt));
      return { stream: ReadableStream.from(speak(text, wordDelayMs, abortSignal)) };
    },
  };
}

function hear(prompt: Prompt): Heard {
  const system = prompt.flatMap((message) => (message.role === "system" ? [message.content] : []));
  const user = prompt.findLast((message) => message.role === "user");
  const said = user?.content.flatMap((part) => (part.type === "text" ? [part.text] : [])) ?? [];
  return { said: said.join("\n"), recalled: separateRecalled(system.join("\n")).recalled };
}

async function* speak(
  text: string,
  wordDelayMs: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<StreamPart> {
  const id = "answer";
  yield { type: "stream-start", warnings: [] };
  yield { type: "text-start", id };
  for (const delta of text.match(/\S+\s*/g) ?? []) {
    await wait(wordDelayMs, undefined, signal && { signal });
    yield { type: "text-delta", id, delta };
  }
  yield { type: "text-end", id };
  yield { type: "finish", finishReason: STOP, usage: NO_USAGE };
}
