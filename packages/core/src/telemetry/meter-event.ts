import type { MemoryEvent } from "../events.ts";
import type { OpenTelemetry } from "./load-telemetry.ts";
import { errorType, inferenceAttributes, isInference, SCOPE } from "./names.ts";

// The bounds that the conventions ask for: powers of four, and of two from 10 ms on.
const TOKENS = [
  1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864,
];
const SECONDS = [
  0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92,
];

/**
 * Counts what happens: tokens and durations of models under the names of the conventions, decisions
 * by operation and by who made them, exchanges that were postponed, calls that were made again, and
 * work that failed behind a call.
 */
export function createEventMeter({ metrics }: OpenTelemetry): (event: MemoryEvent) => void {
  const meter = metrics.getMeter(SCOPE);
  const tokens = meter.createHistogram("gen_ai.client.token.usage", {
    description: "Number of input and output tokens used.",
    unit: "{token}",
    advice: { explicitBucketBoundaries: TOKENS },
  });
  const durations = meter.createHistogram("gen_ai.client.operation.duration", {
    description: "Duration of calls to models and embedders.",
    unit: "s",
    advice: { explicitBucketBoundaries: SECONDS },
  });
  const decisions = meter.createCounter("palimpsest.decisions", {
    description: "Decisions by operation and by who made them.",
    unit: "{decision}",
  });
  const postponed = meter.createCounter("palimpsest.exchanges.postponed", {
    description: "Exchanges that could not be processed, by whether they are taken up again.",
    unit: "{exchange}",
  });
  const retries = meter.createCounter("palimpsest.retries", {
    description: "Calls to models and embedders that failed and were made again.",
    unit: "{call}",
  });
  const failures = meter.createCounter("palimpsest.background.failures", {
    description: "Work behind calls that failed, by task.",
    unit: "{task}",
  });

  return (event) => {
    if (isInference(event)) {
      const attributes = inferenceAttributes(event);
      durations.record(event.durationMs / 1000, attributes);
      // A model that tells no usage is no model that uses nothing.
      if (event.type === "embedded" || event.inputTokens + event.outputTokens === 0) return;
      tokens.record(event.inputTokens, { ...attributes, "gen_ai.token.type": "input" });
      tokens.record(event.outputTokens, { ...attributes, "gen_ai.token.type": "output" });
    } else if (event.type === "decided") {
      for (const { operation, actor } of event.decisions)
        decisions.add(1, { "palimpsest.operation": operation, "palimpsest.actor": actor });
    } else if (event.type === "postponed") {
      postponed.add(1, {
        "palimpsest.status": event.status,
        "error.type": errorType(event.error),
      });
    } else if (event.type === "retrying") {
      retries.add(1, { "error.type": errorType(event.error) });
    } else if (event.type === "background-failed") {
      failures.add(1, { "palimpsest.task": event.task, "error.type": errorType(event.error) });
    }
  };
}
