import type { OpenTelemetry } from "./load-telemetry.ts";
import { errorType, SCOPE } from "./names.ts";

/** Runs a call of a verb, and tells of it. */
export type TraceCall = <RESULT>(verb: string, work: () => Promise<RESULT>) => Promise<RESULT>;

/**
 * Each call becomes a span `palimpsest.<verb>` below the caller's active one, active itself while the
 * call is under way, and a point of the histogram `palimpsest.call.duration`.
 *
 * Spans of work that goes on behind the call hang below it, too, and may end after it.
 */
export function createCallTracer({ metrics, SpanStatusCode, trace }: OpenTelemetry): TraceCall {
  const tracer = trace.getTracer(SCOPE);
  const durations = metrics.getMeter(SCOPE).createHistogram("palimpsest.call.duration", {
    description: "Duration of calls by verb.",
    unit: "s",
    // From a look-up of an id to an exchange that waits for a slow model.
    advice: {
      explicitBucketBoundaries: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
    },
  });
  return async (verb, work) =>
    tracer.startActiveSpan(`palimpsest.${verb}`, async (span) => {
      const startedAt = performance.now();
      const attributes = { "palimpsest.verb": verb };
      const measure = (failed: { "error.type"?: string } = {}) =>
        durations.record((performance.now() - startedAt) / 1000, { ...attributes, ...failed });
      span.setAttributes(attributes);
      try {
        const result = await work();
        measure();
        return result;
      } catch (error) {
        const failed = { "error.type": errorType(error) };
        span.setAttributes(failed).setStatus({ code: SpanStatusCode.ERROR });
        measure(failed);
        throw error;
      } finally {
        span.end();
      }
    });
}
