import { MockLanguageModelV4 } from "ai/test";
import type { StreamPart } from "../middleware/call-types.ts";

type Finish = Extract<StreamPart, { type: "finish" }>;

/** A model whose streams are these, with a count of what was read of them. */
export function streamingModel(
  parts: readonly StreamPart[],
  {
    end = (controller) => controller.close(),
  }: { end?: (controller: Controller) => void | Promise<void> } = {},
) {
  const seen = { reads: 0, cancelled: [] as unknown[] };
  const model = new MockLanguageModelV4({
    doStream: async () => {
      const queue = [...parts];
      const stream = new ReadableStream<StreamPart>(
        {
          async pull(controller) {
            seen.reads += 1;
            const part = queue.shift();
            if (part) controller.enqueue(part);
            else await end(controller);
          },
          cancel: (reason) => void seen.cancelled.push(reason),
        },
        { highWaterMark: 0 },
      );
      return { stream };
    },
  });
  return { model, seen };
}

type Controller = ReadableStreamDefaultController<StreamPart>;

/** The parts of a text. */
export function textParts(text: string, id = "1"): StreamPart[] {
  return [
    { type: "text-start", id },
    ...(text.match(/.{1,5}/gs) ?? []).map((delta) => ({ type: "text-delta" as const, id, delta })),
    { type: "text-end", id },
  ];
}

/** The last part of an answer. */
export function finishPart(unified: Finish["finishReason"]["unified"] = "stop"): StreamPart {
  return {
    type: "finish",
    finishReason: { unified, raw: unified },
    usage: {
      inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
      outputTokens: { total: 1, text: 1, reasoning: 0 },
    },
  };
}
