import type { Tracer } from "@opentelemetry/api";
import type { MemoryEvent } from "./events.ts";

/** Makes spans of events. */
export type TraceEvents = (event: MemoryEvent) => void;

/**
 * The way from events to OpenTelemetry; `undefined` where `@opentelemetry/api` is not installed.
 *
 * Each event with a duration becomes a span `palimpsest.<type>` of that length, below the caller's
 * active span, with the event's numbers and names as attributes. Scopes and texts stay out of it.
 */
export async function loadTraceEvents(): Promise<TraceEvents | undefined> {
  try {
    const { trace } = await import("@opentelemetry/api");
    const tracer = trace.getTracer("@palimpsest/core");
    return (event) => traceEvent(tracer, event);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

function traceEvent(tracer: Tracer, event: MemoryEvent): void {
  if (!("durationMs" in event)) return;
  const { type, durationMs, ...details } = event;
  const endTime = Date.now();
  const attributes = Object.entries(details).flatMap(([name, value]) =>
    typeof value === "string" || typeof value === "number" ? [[`palimpsest.${name}`, value]] : [],
  );
  tracer
    .startSpan(`palimpsest.${type}`, {
      startTime: endTime - durationMs,
      attributes: Object.fromEntries(attributes) as Record<string, string | number>,
    })
    .end(endTime);
}
