import { context, metrics, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  type MetricData,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  TracerProvider,
} from "@opentelemetry/sdk-trace";

/** What was exported until now. */
export interface Exported {
  spans: readonly ReadableSpan[];
  metrics: readonly MetricData[];
}

/**
 * Sets OpenTelemetry up before the first call of a memory, and gives what it exports.
 *
 * An application has exporters to a collector here, by `@opentelemetry/sdk-node` for instance; these
 * keep everything, to be printed.
 */
export function setUpOpenTelemetry(): () => Promise<Exported> {
  const spans = new InMemorySpanExporter();
  const points = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const meterProvider = new MeterProvider({
    readers: [new PeriodicExportingMetricReader({ exporter: points })],
  });
  // Without it a span does not know that it is below another.
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(
    new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] }),
  );
  metrics.setGlobalMeterProvider(meterProvider);
  return async () => {
    await meterProvider.forceFlush();
    const scopes = points.getMetrics().at(-1)?.scopeMetrics ?? [];
    await meterProvider.shutdown();
    return {
      spans: spans.getFinishedSpans(),
      metrics: scopes.flatMap((scope) => scope.metrics),
    };
  };
}
