import { context, metrics, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { afterEach, expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError, ModelCallError } from "../errors.ts";

const alice = { userId: "alice" };
const TEA = { record_facts: [{ facts: [{ text: "User likes tea" }] }] };

/** Sets OpenTelemetry's SDK up as an application does, and gives what it exports. */
function setUpOpenTelemetry() {
  const exporter = new InMemorySpanExporter();
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const meterProvider = new MeterProvider({
    readers: [new PeriodicExportingMetricReader({ exporter: metricExporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(
    new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
  );
  metrics.setGlobalMeterProvider(meterProvider);
  return {
    spans: () => exporter.getFinishedSpans(),
    span: (name: string) => exporter.getFinishedSpans().find((span) => span.name === name),
    /** The points of a metric: their attributes, and a count or a sum. */
    points: async (name: string) => {
      await meterProvider.forceFlush();
      const scopes = metricExporter.getMetrics().at(-1)?.scopeMetrics ?? [];
      const metric = scopes
        .flatMap((scope) => scope.metrics)
        .find(({ descriptor }) => descriptor.name === name);
      return metric?.dataPoints.map(({ attributes, value }) => ({
        attributes,
        value: typeof value === "object" ? value.sum : value,
      }));
    },
  };
}

afterEach(() => {
  trace.disable();
  metrics.disable();
  context.disable();
});

test("a call is a span below the caller's, and its steps are spans below it", async () => {
  const { span } = setUpOpenTelemetry();
  const { memory } = await openTestMemory({ script: TEA });
  await trace.getTracer("app").startActiveSpan("turn", async (turn) => {
    await memory.add("I like tea", alice);
    turn.end();
  });
  const add = span("palimpsest.add");
  expect(add?.parentSpanContext?.spanId).toBe(span("turn")?.spanContext().spanId);
  for (const step of [
    "palimpsest.opened",
    "palimpsest.extracted",
    "palimpsest.written",
    "palimpsest.decided",
  ])
    expect(span(step)?.parentSpanContext?.spanId).toBe(add?.spanContext().spanId);
});

test("calls of models and embedders are told by the conventions for generative AI", async () => {
  const { span } = setUpOpenTelemetry();
  const { memory } = await openTestMemory({ script: TEA });
  await memory.add("I like tea", alice);
  const chat = span("chat scripted");
  expect(chat?.kind).toBe(SpanKind.CLIENT);
  expect(chat?.attributes).toEqual({
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "testing",
    "gen_ai.request.model": "scripted",
    "gen_ai.usage.input_tokens": 100,
    "gen_ai.usage.output_tokens": 10,
    "palimpsest.step": "extract",
  });
  expect(span("embeddings hash-64")?.attributes).toMatchObject({
    "gen_ai.operation.name": "embeddings",
    "gen_ai.request.model": "hash-64",
    "palimpsest.texts": 1,
  });
});

test("tokens, durations and decisions are counted", async () => {
  const { points } = setUpOpenTelemetry();
  const { memory } = await openTestMemory({ script: TEA });
  await memory.add("I like tea", alice);
  const model = {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "testing",
    "gen_ai.request.model": "scripted",
  };
  expect(await points("gen_ai.client.token.usage")).toEqual([
    { attributes: { ...model, "gen_ai.token.type": "input" }, value: 100 },
    { attributes: { ...model, "gen_ai.token.type": "output" }, value: 10 },
  ]);
  expect(await points("palimpsest.decisions")).toEqual([
    { attributes: { "palimpsest.operation": "ADD", "palimpsest.actor": "rule" }, value: 1 },
  ]);
  expect(await points("gen_ai.client.operation.duration")).toContainEqual({
    attributes: model,
    value: expect.any(Number),
  });
  expect(await points("palimpsest.call.duration")).toEqual([
    { attributes: { "palimpsest.verb": "add" }, value: expect.any(Number) },
  ]);
});

test("a call that rejects is an error by its code", async () => {
  const { span, points } = setUpOpenTelemetry();
  const { memory } = await openTestMemory();
  await expect(memory.add([], alice)).rejects.toThrow(InvalidInputError);
  expect(span("palimpsest.add")).toMatchObject({
    status: { code: SpanStatusCode.ERROR },
    attributes: { "error.type": "invalid-input" },
  });
  expect(await points("palimpsest.call.duration")).toMatchObject([
    { attributes: { "error.type": "invalid-input" } },
  ]);
});

test("an exchange that is postponed and a call that is made again are counted by their error", async () => {
  const { span, points } = setUpOpenTelemetry();
  const down = new ModelCallError("tea is out", { retryable: true });
  const { memory } = await openTestMemory({ script: { record_facts: [down, down] }, retries: 1 });
  await memory.add("I like tea", alice);
  expect(await points("palimpsest.retries")).toEqual([
    { attributes: { "error.type": "model-call" }, value: 1 },
  ]);
  expect(await points("palimpsest.exchanges.postponed")).toEqual([
    { attributes: { "palimpsest.status": "pending", "error.type": "model-call" }, value: 1 },
  ]);
  expect(span("palimpsest.add")?.events.map(({ name }) => name)).toEqual([
    "palimpsest.retrying",
    "palimpsest.postponed",
  ]);
});

test("neither texts nor ids of people leave the memory", async () => {
  const { spans } = setUpOpenTelemetry();
  const { memory } = await openTestMemory({ script: TEA });
  await memory.add("I like tea", alice);
  await memory.search("Which hot drink?", alice);
  await memory.forget(alice);
  const told = spans().map(({ name, attributes, events }) => ({ name, attributes, events }));
  expect(told.map(({ name }) => name)).toContain("palimpsest.searched");
  expect(JSON.stringify(told)).not.toMatch(/alice|tea|drink/);
});
