import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { newFolder, openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { createMemory } from "../memory.ts";
import { hashEmbedder } from "../testing/hash-embedder.ts";
import { scriptedModel } from "../testing/scripted-model.ts";

const alice = { userId: "alice" };
const factsOf = (...texts: string[]) => ({ facts: texts.map((text) => ({ text })) });

test("in background mode the exchange is durable at once, and processed behind", async () => {
  const gate = Promise.withResolvers<void>();
  const { memory } = await openTestMemory({
    script: {
      record_facts: [
        async () => {
          await gate.promise;
          return factsOf("User likes tea");
        },
      ],
    },
  });
  const { results, report } = await memory.add("I like tea", { ...alice, mode: "background" });
  expect({ results, status: report.status }).toEqual({ results: [], status: "pending" });
  expect((await memory.episodes(alice)).results).toMatchObject([
    { id: report.episodeId, status: "pending" },
  ]);
  gate.resolve();
  await memory.idle();
  expect((await memory.episodes(alice)).results).toMatchObject([{ status: "processed" }]);
  expect(await memory.count(alice)).toBe(1);
});

test("closing finishes what goes on in the background", async () => {
  const { memory, reopen } = await openTestMemory({
    script: { record_facts: [factsOf("User likes tea")] },
  });
  await memory.add("I like tea", { ...alice, mode: "background" });
  await memory.close();
  expect(await reopen().count(alice)).toBe(1);
});

test("what a killed process left behind is processed by the next one, once", async () => {
  const uri = await newFolder();
  // The child's model never answers.
  const child = fork(new URL("../__fixtures__/hanging-add.ts", import.meta.url), [uri], {
    execArgv: ["--conditions=@palimpsest/source"],
    stdio: "inherit",
  });
  await once(child, "message");
  child.kill("SIGKILL");
  await once(child, "exit");

  const model = scriptedModel({ record_facts: [factsOf("User likes tea")] });
  await using memory = createMemory({ uri, model, embedder: hashEmbedder() });
  await memory.idle();
  expect((await memory.list(alice)).results.map((record) => record.memory)).toEqual([
    "User likes tea",
  ]);
  expect((await memory.episodes(alice)).results).toMatchObject([{ status: "processed" }]);
  expect(model.requests).toHaveLength(1);
});
