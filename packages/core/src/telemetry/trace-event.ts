import type { Attributes } from "@opentelemetry/api";
import type { MemoryEvent } from "../events.ts";
import type { OpenTelemetry } from "./load-telemetry.ts";
import { errorType, inferenceAttributes, isInference, SCOPE } from "./names.ts";

/**
 * Events with a duration become spans of that length below the active one: `chat <model>` and
 * `embeddings <model>` for what was asked of models, `palimpsest.<type>` for the steps. The others
 * become events of the active span.
 */
export function createEventTracer({
  SpanKind,
  trace,
}: OpenTelemetry): (event: MemoryEvent) => void {
  const tracer = trace.getTracer(SCOPE);
  return (event) => {
    const attributes = toAttributes(event);
    if (!("durationMs" in event)) {
      trace.getActiveSpan()?.addEvent(`palimpsest.${event.type}`, attributes);
      return;
    }
    const endTime = Date.now();
    const startTime = endTime - event.durationMs;
    tracer
      .startSpan(nameOf(event), {
        kind: isInference(event) ? SpanKind.CLIENT : SpanKind.INTERNAL,
        startTime,
        attributes,
      })
      .end(endTime);
  };
}

function nameOf(event: MemoryEvent): string {
  if (!isInference(event)) return `palimpsest.${event.type}`;
  const attributes = inferenceAttributes(event);
  return `${attributes["gen_ai.operation.name"]} ${attributes["gen_ai.request.model"]}`;
}

function toAttributes(event: MemoryEvent): Attributes {
  if (!isInference(event)) {
    return {
      ...plainAttributes(event),
      ...("error" in event && { "error.type": errorType(event.error) }),
    };
  }
  const attributes = inferenceAttributes(event);
  if (event.type === "embedded") return { ...attributes, "palimpsest.texts": event.texts };
  return {
    ...attributes,
    "gen_ai.usage.input_tokens": event.inputTokens,
    "gen_ai.usage.output_tokens": event.outputTokens,
    "palimpsest.step": event.step,
  };
}

/** The numbers and words of an event: names of things, counts, and ids that say nothing of a person. */
function plainAttributes(event: MemoryEvent): Attributes {
  const plain = Object.entries(event).filter(
    ([name, value]) =>
      name !== "type" &&
      name !== "durationMs" &&
      (typeof value === "string" || typeof value === "number"),
  );
  return Object.fromEntries(plain.map(([name, value]) => [`palimpsest.${name}`, value]));
}
