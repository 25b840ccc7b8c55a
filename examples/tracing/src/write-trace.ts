import type { MetricData } from "@opentelemetry/sdk-metrics";
import type { ReadableSpan } from "@opentelemetry/sdk-trace";

/** The spans as a tree, each with its duration and its attributes, in the order in which they began. */
export function writeTrace(spans: readonly ReadableSpan[], parent?: string, indent = ""): string {
  return spans
    .filter((span) => span.parentSpanContext?.spanId === parent)
    .toSorted((one, other) => millisecondsOf(one.startTime) - millisecondsOf(other.startTime))
    .map(
      (span) =>
        `${indent}${span.name}  ${millisecondsOf(span.duration).toFixed(1)} ms${writeAttributes(span.attributes)}\n` +
        writeTrace(spans, span.spanContext().spanId, `${indent}  `),
    )
    .join("");
}

/** The metrics, a line for each of their points: of a histogram how often, and the sum. */
export function writeMetrics(metrics: readonly MetricData[]): string {
  return metrics
    .flatMap(({ descriptor, dataPoints }) =>
      dataPoints.map(({ attributes, value }) => {
        const { count, sum = 0 } = typeof value === "object" ? value : { count: 1, sum: value };
        const unit = descriptor.unit.replace(/[{}]/g, "");
        return `${descriptor.name}  ${count}×, ${Number(sum.toFixed(3))} ${unit}${writeAttributes(attributes)}\n`;
      }),
    )
    .join("");
}

function writeAttributes(attributes: Readonly<Record<string, unknown>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `  ${name.replace(/^palimpsest\./, "")}=${String(value)}`)
    .join("");
}

function millisecondsOf([seconds, nanoseconds]: readonly [number, number]): number {
  return seconds * 1000 + nanoseconds / 1e6;
}
