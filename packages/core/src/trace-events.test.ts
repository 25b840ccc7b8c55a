import { context, trace, type Span, type SpanOptions, type Tracer } from "@opentelemetry/api";
import { afterEach, expect, test } from "vitest";
import { openTestMemory } from "./__fixtures__/open-test-memory.ts";

afterEach(() => trace.disable());

test("steps become spans, with figures and names but without ids of people and texts", async () => {
  const spans: { name: string; options: SpanOptions; endTime?: number }[] = [];
  trace.setGlobalTracerProvider({
    getTracer: () =>
      ({
        startSpan(name: string, options: SpanOptions) {
          const span = { name, options };
          spans.push(span);
          return { end: (endTime: number) => Object.assign(span, { endTime }) } as unknown as Span;
        },
      }) as unknown as Tracer,
  });
  const { memory } = await openTestMemory({
    script: { record_facts: [{ facts: [{ text: "User likes tea" }] }] },
  });
  await context.with(context.active(), async () => memory.add("I like tea", { userId: "alice" }));

  expect(spans.map(({ name }) => name)).toContain("palimpsest.extracted");
  const asked = spans.find(({ name }) => name === "palimpsest.model-called");
  expect(asked?.options.attributes).toEqual({
    "palimpsest.step": "extract",
    "palimpsest.model": "testing/scripted",
    "palimpsest.inputTokens": 100,
    "palimpsest.outputTokens": 10,
  });
  for (const { options, endTime } of spans) {
    expect(endTime).toBeGreaterThanOrEqual(Number(options.startTime));
    expect(JSON.stringify(options)).not.toMatch(/alice|tea/);
  }
});
