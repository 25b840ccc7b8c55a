import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { trace } from "@opentelemetry/api";
import { createMemory, lexicalEmbedder, localModel } from "@palimpsest/core";
import { setUpOpenTelemetry } from "./set-up-opentelemetry.ts";
import { writeMetrics, writeTrace } from "./write-trace.ts";

const collect = setUpOpenTelemetry();
const uri = await mkdtemp(join(tmpdir(), "palimpsest-tracing-"));
const memory = createMemory({ uri, model: localModel(), embedder: lexicalEmbedder() });
const alice = { userId: "alice" };

// A turn of a chat, as the application itself traces it.
await trace.getTracer("chat").startActiveSpan("turn", async (turn) => {
  await memory.add("I'm vegetarian and I live in Berlin.", alice);
  await memory.add("I moved to Amsterdam.", alice);
  await memory.context("Can you suggest a restaurant for tonight?", alice);
  turn.end();
});
await memory.close();
await rm(uri, { recursive: true });

const { spans, metrics } = await collect();
console.log(`${writeTrace(spans)}\n${writeMetrics(metrics)}`);
