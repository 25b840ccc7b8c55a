import { createMemory, lanceDBStore } from "@palimpsest/core";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { createBenchModel } from "./bench-model.ts";
import { type Corpus, createCorpus } from "./corpus.ts";

const DIMENSIONS = 32;

let corpus: Corpus;
beforeAll(async () => {
  corpus = await createCorpus(DIMENSIONS);
}, 60_000);

it("makes the rows that core itself writes for the same text", async () => {
  const { version, decision, episode } = corpus.rows(5, "alice");
  const uri = await newFolder();
  const openStore = lanceDBStore({ uri });
  const model = createBenchModel();
  const memory = createMemory({ model, embedder: corpus.embedder, store: openStore });
  const text = corpus.teach(5);
  model.answerWith({ facts: [text], operation: "ADD" });
  await memory.add(text, { userId: "alice" });
  await memory.close();

  const store = await openStore({ embedder: corpus.embedder.id, dimensions: DIMENSIONS });
  const whose = { type: "exact", scope: { userId: "alice" } } as const;
  const [written] = await store.memories.find(whose);
  const [decided] = await store.decisions.find(whose);
  const [kept] = await store.episodes.find(whose);
  await store.close();
  expect(new Set(version.terms.split(" "))).toEqual(new Set(written?.terms.split(" ")));
  expect(new Set(episode.terms.split(" "))).toEqual(new Set(kept?.terms.split(" ")));
  expect(version).toMatchObject({ text, scope: written?.scope, status: "current", slot: 1 });
  expect(names(version)).toEqual([...names(written), "vector"].toSorted());
  expect(names(decision)).toEqual(names(decided));
  expect(names(episode)).toEqual(names(kept));
});

it("is the same each time, and different for each number", async () => {
  const other = await createCorpus(DIMENSIONS);
  expect(corpus.rows(3, "alice")).toMatchObject({ version: { vector: corpus.vectors.memory(3) } });
  expect(corpus.vectors.memory(3)).toEqual(other.vectors.memory(3));
  expect(corpus.ask(3)).toBe(other.ask(3));
  const texts = Array.from({ length: 100 }, (_, index) => corpus.teach(index));
  expect(new Set(texts).size).toBe(100);
  expect(new Set(texts.map((_, index) => corpus.idOf(index))).size).toBe(100);
});

it("asks questions that are nearer to their memory than other memories are", async () => {
  const { vectors } = corpus;
  const memories = Array.from({ length: 200 }, (_, index) => vectors.memory(index));
  const isNearest = memories.map((memory, index) => {
    const question = vectors.question(index);
    const own = cosine(question, memory);
    return memories.every((other) => other === memory || cosine(question, other) < own);
  });
  expect(isNearest.filter(Boolean).length).toBeGreaterThan(190);
});

function names(row: object = {}): string[] {
  return Object.keys(row).toSorted();
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-bench-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
