import { describe, expect, onTestFinished, test, vi } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { ModelCallError } from "../errors.ts";
import type { Memory } from "../memory.ts";
import type { Message } from "../record.ts";
import { hashEmbedder } from "../testing/hash-embedder.ts";
import { scriptedModel } from "../testing/scripted-model.ts";
import { alice, bob, collect, exportAll } from "./__fixtures__/export-all.ts";
import { readStore } from "./__fixtures__/read-store.ts";
import type { ImportProgress } from "./import.ts";

const embedder = hashEmbedder();

describe("a store that is imported into an empty folder", () => {
  for (const vectors of [true, false]) {
    test(`equals the one it came from, ${vectors ? "with" : "without"} its vectors`, async () => {
      const from = await openTestMemory(scripted());
      await fill(from.memory);
      const lines = await exportAll(from.memory, vectors);
      const to = await openTestMemory();
      const embed = vi.spyOn(embedder, "embed");
      onTestFinished(() => embed.mockRestore());
      const target = to.reopen({ embedder });
      const result = await target.import(lines.join(""));
      expect(embed.mock.calls.length === 0).toBe(vectors);
      const header = JSON.parse(lines[0] ?? "") as { counts: object };
      expect(header.counts).toEqual({ version: 9, episode: 5, decision: 10, summary: 2 });
      expect(result.imported).toMatchObject({
        versions: 10,
        episodes: 5,
        decisions: 11,
        summaries: 2,
      });
      expect(result.skipped).toBe(0);
      await target.close();

      const [before, after] = [await readStore(from.uri), await readStore(to.uri)];
      expect(before.memories.length).toBe(10);
      expect(after.episodes).toEqual(before.episodes);
      expect(after.sessions).toEqual(before.sessions);
      expect(after.decisions).toEqual(before.decisions);
      expect(after.memories).toEqual(before.memories);
      const copy = to.reopen();
      expect(await exportAll(copy, vectors)).toEqual(lines);
      expect(await copy.import(lines)).toMatchObject({ imported: NOTHING, skipped: 28 });
      expect(await readStore(to.uri)).toEqual(after);
      for (const memory of [from.memory, copy]) {
        const { results } = await memory.search("tea", alice);
        expect(results[0]?.memory).toBe("Likes tea and milk");
        const { results: versions } = await memory.history(results[0]?.id ?? "", alice);
        expect(versions.map((version) => version.memory)).toEqual([
          "Likes tea",
          "Likes tea and milk",
        ]);
        await memory.undo(versions[1]?.decisionId ?? "", alice);
        const [now] = (await memory.search("tea", alice)).results;
        expect(now?.memory).toBe("Likes tea");
      }
    });
  }

  test("goes on with what was pending", async () => {
    const from = await openTestMemory({ retries: 0, script: { record_facts: [DOWN] } });
    await from.memory.add("I like tea", alice);
    const lines = await exportAll(from.memory, false);
    const { memory } = await openTestMemory({
      script: { record_facts: [{ facts: [{ text: "Likes tea" }] }] },
    });
    await memory.import(lines);
    await memory.idle();
    expect((await memory.list(alice)).results).toMatchObject([{ memory: "Likes tea" }]);
  });

  test("is as good when its lines come in pieces, and says how far it is", async () => {
    const from = await openTestMemory();
    await Promise.all(
      Array.from({ length: 600 }, (_, index) => from.memory.put(`Number ${index} ü`, alice)),
    );
    const lines = await collect(from.memory.export(alice));
    const bytes = Buffer.from(lines.join("").replaceAll("\n", "\r\n"));
    const { memory, uri } = await openTestMemory();
    const onProgress = vi.fn<(progress: ImportProgress) => void>();
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 777)
          controller.enqueue(bytes.subarray(at, at + 777));
        controller.close();
      },
    });
    await memory.import(pieces, { onProgress });
    expect(onProgress.mock.calls.map(([progress]) => progress)).toEqual([
      { done: 256, total: 1200 },
      { done: 512, total: 1200 },
      { done: 768, total: 1200 },
      { done: 1024, total: 1200 },
      { done: 1200, total: 1200 },
    ]);
    await from.memory.close();
    expect((await readStore(uri)).memories).toHaveLength(600);
    expect(await readStore(uri)).toEqual(await readStore(from.uri));
  });
});

test("an import keeps what it says otherwise of a fact that the folder has learned, too", async () => {
  const script = { record_facts: [{ facts: [{ text: "Likes tea" }] }] };
  const [from, to] = [await openTestMemory({ script }), await openTestMemory({ script })];
  for (const { memory } of [from, to]) await memory.add("I like tea", bob);
  const { id = "" } = (await from.memory.list(bob)).results[0] ?? {};
  await from.memory.update(id, { text: "Likes tea and milk" }, bob);
  const lines = await exportAll(from.memory, false);
  for (const versions of [2, 0]) {
    expect((await to.memory.import(lines)).imported.versions).toBe(versions);
    const { results } = await to.memory.list(bob);
    const texts = results.map(({ memory }) => memory);
    expect(texts.toSorted()).toEqual(["Likes tea", "Likes tea and milk"]);
  }
  const { results } = await to.memory.history(id, bob);
  expect(results.map(({ memory }) => memory)).toEqual(["Likes tea", "Likes tea and milk"]);
});

const NOTHING = { versions: 0, episodes: 0, decisions: 0, summaries: 0 };
const DOWN = new ModelCallError("down", { retryable: false });
const scripted = () => ({
  retries: 0,
  summaryEvery: 2,
  model: scriptedModel({
    record_facts: [
      { facts: [{ text: "Likes tea", quote: "like tea", entities: ["tea"], importance: 3 }] },
      { facts: [{ text: "Likes tea and milk" }, { text: "x", quote: "never said" }] },
      {
        facts: [
          { text: "Lives in Berlin", attribute: "home", value: "Berlin", cardinality: "one" },
        ],
      },
      {
        facts: [{ text: "Lives in Paris", attribute: "home", value: "Paris", cardinality: "one" }],
      },
    ],
    decide: [
      {
        decisions: [
          {
            fact: 1,
            operation: "UPDATE",
            target: "m1",
            text: "Likes tea and milk",
            reason: "more",
          },
        ],
      },
      { decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] },
      { decisions: [{ fact: 1, operation: "ADD", reason: "new" }] },
    ],
  }),
});

async function fill(memory: Memory): Promise<void> {
  const session = { ...alice, sessionId: "s1" };
  const messages: Message[] = [
    { role: "user", content: "I like tea" },
    { role: "assistant", content: 'Noted: "tea"\n' },
  ];
  await memory.add(messages, { ...session, metadata: { nested: { list: [1, null, "x"] } } });
  await memory.add("with milk", session);
  await memory.add("I live in Berlin", { ...alice, idempotencyKey: "k" });
  await memory.add("I moved to Paris", { ...alice, at: new Date("2026-05-05T05:05:05.005Z") });
  await memory.idle();
  const put = await memory.put("Sings", { ...alice, agentId: "a", pinned: true, source: "I sing" });
  await memory.update(
    put.id,
    { metadata: { a: 1 }, expiresAt: new Date(4e12) },
    { ...alice, agentId: "a" },
  );
  await memory.delete(put.id, { ...alice, agentId: "a" });
  await memory.undo((await memory.put("Wrong", alice)).decisionId, alice);
  await memory.put("Is Bob", bob);
}
