import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { type ChatRequest, startOpenAIServer } from "@palimpsest/openai-server";
import { build, type BuildOptions } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { openTestMemory } from "../src/__fixtures__/open-test-memory.ts";
import type { chat } from "./edge.ts";
import { serveMemory } from "./serve-memory.ts";

/** What edge runtimes have beside the language itself: the web's platform, and nothing of Node's. */
const WEB = [
  "AbortController",
  "AbortSignal",
  "Blob",
  "clearTimeout",
  "console",
  "crypto",
  "DOMException",
  "Event",
  "EventTarget",
  "fetch",
  "FormData",
  "Headers",
  "performance",
  "queueMicrotask",
  "ReadableStream",
  "Request",
  "Response",
  "setTimeout",
  "structuredClone",
  "TextDecoder",
  "TextDecoderStream",
  "TextEncoder",
  "TransformStream",
  "URL",
  "URLSearchParams",
  "WritableStream",
];

type Target = Pick<BuildOptions, "platform" | "format" | "external" | "globalName">;

async function bundle(entry: string, target: Target) {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    absWorkingDir: import.meta.dirname,
    bundle: true,
    conditions: ["@palimpsest/source", "edge-light", "worker", "import"],
    metafile: true,
    write: false,
    ...target,
  });
  const { imports } = Object.values(metafile.outputs)[0] ?? {};
  return {
    code: outputFiles[0]?.text ?? "",
    imports: imports?.map(({ path }) => path),
    inputs: Object.keys(metafile.inputs),
  };
}

test("of the package an edge bundle gets what is pure, and of others nothing but ai", async () => {
  const { imports, inputs } = await bundle("../src/index.ts", {
    platform: "neutral",
    format: "esm",
    external: ["ai"],
  });
  expect(new Set(imports)).toEqual(new Set(["ai"]));
  expect(inputs.filter((path) => !/^\.\.\/src\/|^\.\.\/\.\.\/core\/src\//.test(path))).toEqual([]);
  expect(inputs.filter((path) => /lancedb|settings|engine/.test(path))).toEqual([]);
});

test("where there is no Node, a model recalls and remembers over fetch", async () => {
  const { memory } = await openTestMemory({
    record_facts: [{ facts: [] }, { facts: [{ text: "User drinks tea" }] }],
  });
  await memory.put("User lives in Berlin", { userId: "alice" });
  const remote = await serveMemory(memory);
  onTestFinished(() => remote.close());
  const requests: ChatRequest[] = [];
  const server = await startOpenAIServer({
    chat: (request) => {
      requests.push(request);
      return { text: `Answer ${requests.length}` };
    },
  });
  onTestFinished(() => server.close());

  // `browser`, because of the gateway's dependency @vercel/oidc 3.2.0, which has no other way round Node.
  const { code, imports } = await bundle("edge.ts", {
    platform: "browser",
    format: "iife",
    globalName: "edge",
  });
  expect(imports).toEqual([]);
  const edge = createContext(
    Object.fromEntries(WEB.map((name) => [name, Reflect.get(globalThis, name) as unknown])),
  );
  runInContext(`globalThis.self = globalThis; ${code}; globalThis.chat = edge.chat;`, edge);
  expect(runInContext("typeof process + typeof Buffer + typeof require", edge)).toBe(
    "undefined".repeat(3),
  );
  const run = edge["chat"] as typeof chat;
  const outcome = await run({ modelUrl: server.baseUrl, memoryUrl: remote.url });

  expect(outcome).toMatchObject({ texts: ["Answer 1", "Answer 2"], errors: [] });
  expect(outcome.used).toHaveLength(1);
  expect(requests[0]?.system).toContain("User lives in Berlin");
  const { results } = await memory.list({ userId: "alice" });
  expect(results.map((record) => record.memory)).toContain("User drinks tea");
}, 60_000);
