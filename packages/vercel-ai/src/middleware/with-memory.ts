import { InvalidInputError } from "@palimpsest/core/adapter";
import { wrapLanguageModel } from "ai";
import { memoryMiddleware, type MemoryMiddleware } from "./memory-middleware.ts";
import type { MemoryMiddlewareOptions } from "./options.ts";

type Model = Parameters<typeof wrapLanguageModel>[0]["model"];

/** A model with memory. */
export type ModelWithMemory = ReturnType<typeof wrapLanguageModel> &
  Pick<MemoryMiddleware, "flush">;

/**
 * The model, with memory: it recalls before it answers and remembers afterwards, once a turn. One such
 * model serves all users; a call says by `memoryCall` whose memory it is about.
 *
 * @throws {InvalidInputError} when the model is a string, or an option is wrong.
 */
export function withMemory(model: Model, options: MemoryMiddlewareOptions): ModelWithMemory {
  checkModel(model);
  const middleware = memoryMiddleware(options);
  return Object.assign(wrapLanguageModel({ model, middleware }), {
    flush: () => middleware.flush(),
  });
}

function checkModel(model: unknown): void {
  if (typeof model === "string") {
    throw new InvalidInputError(
      `A model object is needed, not the id "${model}": pass gateway("${model}") of "ai", or a provider's model.`,
      { parameter: "model", value: model },
    );
  }
  if (typeof (model as { doGenerate?: unknown } | null | undefined)?.doGenerate === "function")
    return;
  throw new InvalidInputError('A model is needed, such as openai("gpt-4.1-mini").', {
    parameter: "model",
    value: model,
  });
}
