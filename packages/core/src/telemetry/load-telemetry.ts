import type { MemoryEvent } from "../events.ts";
import { createCallTracer, type TraceCall } from "./trace-call.ts";
import { createEventMeter } from "./meter-event.ts";
import { createEventTracer } from "./trace-event.ts";

/** What goes to OpenTelemetry: calls of verbs, and what happens in them. */
export interface Telemetry {
  traceCall: TraceCall;
  record(event: MemoryEvent): void;
}

/** The module `@opentelemetry/api`. */
export type OpenTelemetry = typeof import("@opentelemetry/api");

/**
 * The way to OpenTelemetry; `undefined` where `@opentelemetry/api` is not installed, and so without
 * cost. Where no SDK is set up by then, it leads nowhere.
 *
 * Names follow the conventions for generative AI, version 1.37, which are not stable yet
 * (https://opentelemetry.io/docs/specs/semconv/gen-ai/): what they have no name for begins with
 * `palimpsest.`. Ids of people and texts stay out of it, and so do messages of errors.
 */
export async function loadTelemetry(): Promise<Telemetry | undefined> {
  try {
    const api = await import("@opentelemetry/api");
    const traceEvent = createEventTracer(api);
    const meterEvent = createEventMeter(api);
    return {
      traceCall: createCallTracer(api),
      record(event) {
        traceEvent(event);
        meterEvent(event);
      },
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}
