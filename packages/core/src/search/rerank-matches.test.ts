import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError, ModelCallError, ModelOutputError } from "../errors.ts";
import { lexicalEmbedder } from "../models/lexical-embedder.ts";
import type { Reranker } from "../ports/reranker.ts";
import type { MemoryMatch } from "../record.ts";

const alice = { userId: "alice" };
const TEAS = ["User likes tea", "User likes green tea a lot", "User likes black tea"];

const textsOf = ({ results }: { results: MemoryMatch[] }) => results.map(({ memory }) => memory);

/** A memory of three teas; `rerank` is asked by each search. */
async function memoryOfTeas(rerank: Reranker["rerank"]) {
  const opened = await openTestMemory({
    embedder: lexicalEmbedder(),
    retries: 1,
    modelTimeoutMs: 200,
    reranker: { id: "testing/reranker", rerank },
  });
  for (const text of TEAS) await opened.memory.put(text, alice);
  const search = async (options: object = {}) => {
    const { results } = await opened.memory.search("tea", { ...alice, ...options });
    return results.map(({ memory, score }) => ({ memory, score }));
  };
  return { ...opened, search };
}

test("a reranker orders what was found before the cut, and its relevance becomes the score", async () => {
  const asked: unknown[] = [];
  const { search } = await memoryOfTeas(async (query, texts) => {
    asked.push([query, texts.toSorted()]);
    return texts.map((text) => text.length / 100);
  });
  expect(await search({ limit: 1 })).toEqual([
    { memory: "User likes green tea a lot", score: 0.26 },
  ]);
  expect(asked).toEqual([["tea", TEAS.toSorted()]]);
});

test("the threshold goes by the reranker's relevance", async () => {
  const { search } = await memoryOfTeas(async (_, texts) =>
    texts.map((text) => (text.includes("green") ? 0.4 : 0.01)),
  );
  expect(await search()).toEqual([{ memory: "User likes green tea a lot", score: 0.4 }]);
});

test("what a reranker holds equally relevant keeps its order", async () => {
  const { search, reopen } = await memoryOfTeas(async (_, texts) => texts.map(() => 0.5));
  const { results: plain } = await reopen({ reranker: undefined }).search("tea", alice);
  expect((await search()).map(({ memory }) => memory)).toEqual(plain.map(({ memory }) => memory));
});

test("a reranker is shown the best fifty, and what is behind them stays there", async () => {
  const asked: string[][] = [];
  const { memory, reopen } = await openTestMemory({
    embedder: lexicalEmbedder(),
    reranker: {
      id: "testing/reranker",
      rerank: async (_, texts) => {
        asked.push([...texts]);
        return texts.map((_text, index) => (index + 1) / 1_000);
      },
    },
  });
  for (let index = 0; index < 53; index++) await memory.put(`User likes tea ${index}`, alice);
  const options = { ...alice, limit: 100, threshold: 0 };
  const plain = textsOf(await reopen({ reranker: undefined }).search("tea", options));
  const found = await memory.search("tea", options);
  expect(asked).toEqual([plain.slice(0, 50)]);
  expect(textsOf(found)).toEqual([...plain.slice(0, 50).toReversed(), ...plain.slice(50)]);
  expect(found.results.slice(49).map(({ score }) => score)).toEqual(Array(4).fill(0.001));
});

test("a reranker is not asked when nothing was found", async () => {
  const { memory, events } = await openTestMemory({
    reranker: { id: "testing/reranker", rerank: async () => [] },
  });
  expect(await memory.search("tea", alice)).toEqual({ results: [] });
  expect(events.map(({ type }) => type)).not.toContain("reranked");
});

const relevances = (value: unknown) => async () => value as readonly number[];

test.each<[string, Reranker["rerank"], unknown]>([
  [
    "throws",
    async () => {
      throw new Error("out of memory");
    },
    ModelCallError,
  ],
  ["hangs", async () => new Promise(() => {}), ModelCallError],
  ["gives too few relevances", relevances([1]), ModelOutputError],
  ["gives more than 1", relevances([1, 7, 0]), ModelOutputError],
  ["gives no numbers", relevances([1, Number.NaN, 0]), ModelOutputError],
  ["gives nothing", relevances(undefined), ModelCallError],
])("a search keeps its own order when the reranker %s, and says so", async (_, rerank, type) => {
  const { search, reopen, events } = await memoryOfTeas(rerank);
  const { results: plain } = await reopen({ reranker: undefined }).search("tea", alice);
  expect(await search()).toEqual(plain.map(({ memory, score }) => ({ memory, score })));
  expect(events.filter(({ type: name }) => name.startsWith("re"))).toEqual([
    { type: "retrying", attempt: 1, delayMs: expect.any(Number), error: expect.any(type) },
    { type: "rerank-failed", reranker: "testing/reranker", error: expect.any(type) },
  ]);
});

test("a reranker that is not set up is an error of the search", async () => {
  const { search } = await memoryOfTeas(async () => {
    throw new InvalidInputError("Install it.", { parameter: "reranker" });
  });
  await expect(search()).rejects.toBeInstanceOf(InvalidInputError);
});

test("an abort while the reranker works rejects with its reason, and is no failure", async () => {
  const controller = new AbortController();
  const reason = new ModelCallError("Enough.", { retryable: false });
  const { search, events } = await memoryOfTeas(async () => {
    controller.abort(reason);
    return new Promise(() => {});
  });
  await expect(search({ signal: controller.signal })).rejects.toBe(reason);
  expect(events).not.toContainEqual(expect.objectContaining({ type: "rerank-failed" }));
});
