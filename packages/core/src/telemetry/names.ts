import { MemoryError } from "../errors.ts";
import type { MemoryEvent } from "../events.ts";

/** The instrumentation scope of all spans and metrics. */
export const SCOPE = "@palimpsest/core";

/** An event that tells of a call to a model or an embedder. */
export type InferenceEvent = Extract<MemoryEvent, { type: "model-called" | "embedded" }>;

/** Whether an event tells of a call to a model or an embedder. */
export function isInference(event: MemoryEvent): event is InferenceEvent {
  return event.type === "model-called" || event.type === "embedded";
}

/**
 * What the conventions want to know of every call to a model: `openai/gpt-4.1-nano` is the model
 * `gpt-4.1-nano` of the provider `openai`. An id without a provider is a model of `_OTHER`; the
 * number of dimensions behind an `@` is no part of a model's name.
 */
export function inferenceAttributes(event: InferenceEvent) {
  const [operation, id] =
    event.type === "model-called" ? ["chat", event.model] : ["embeddings", event.embedder];
  const [, provider = "_OTHER", model = id] = /^([^/]+)\/(.+?)(?:@\d+)?$/.exec(id) ?? [];
  return {
    "gen_ai.operation.name": operation,
    "gen_ai.provider.name": provider,
    "gen_ai.request.model": model,
  };
}

/** A short word for what failed: the code of an error of ours, else the name of its class. */
export function errorType(error: unknown): string {
  if (MemoryError.isInstance(error)) return error.code;
  return error instanceof Error ? error.name : "_OTHER";
}
