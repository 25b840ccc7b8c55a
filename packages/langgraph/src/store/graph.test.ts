import { Annotation, END, getStore, START, StateGraph } from "@langchain/langgraph";
import { AsyncBatchedStore } from "@langchain/langgraph-checkpoint";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "./__fixtures__/open-store.ts";
import { DIMS, WordEmbeddings } from "./__fixtures__/word-embeddings.ts";
import type { LanceDBStore } from "./lancedb-store.ts";

/** The store as nodes, tools and middleware of LangGraph see it. */
function batched(store: LanceDBStore): AsyncBatchedStore {
  const wrapped = new AsyncBatchedStore(store);
  wrapped.start();
  onTestFinished(() => wrapped.stop());
  return wrapped;
}

async function openIndexed() {
  const embeddings = new WordEmbeddings();
  const store = await openStore({ index: { dims: DIMS, embeddings, fields: ["text"] } });
  return { store, embeddings, wrapped: batched(store) };
}

describe("through LangGraph's batching", () => {
  it("all calls of a tick work together, in one embedding and before one another", async () => {
    const { wrapped, embeddings } = await openIndexed();
    await wrapped.put(["a"], "old", { text: "tea" });
    const [, , missing, old, found] = await Promise.all([
      wrapped.put(["a"], "1", { text: "cat" }),
      wrapped.put(["a"], "2", { text: "dog" }),
      wrapped.get(["a"], "1"),
      wrapped.get(["a"], "old"),
      wrapped.search(["a"], { query: "cat" }),
      wrapped.delete(["a"], "old"),
    ]);
    expect(missing).toBeNull();
    expect(old).toMatchObject({ value: { text: "tea" } });
    expect(found).toMatchObject([{ key: "old", score: expect.closeTo(0, 3) }]);
    expect(embeddings.documents).toEqual([["tea"], ["cat", "dog"]]);
    expect(await wrapped.search(["a"], { query: "cat" })).toMatchObject([
      { key: "1", score: expect.closeTo(1, 3) },
      { key: "2" },
    ]);
    expect(await wrapped.get(["a"], "old")).toBeNull();
  });

  it("the last put of an item in a tick wins", async () => {
    const { wrapped } = await openIndexed();
    await Promise.all([1, 2, 3].map(async (n) => wrapped.put(["a"], "k", { n })));
    expect((await wrapped.get(["a"], "k"))?.value).toEqual({ n: 3 });
  });

  it("an empty namespace, which older versions let through, is refused here", async () => {
    const { store } = await openIndexed();
    const operations = [{ namespace: [], key: "k", value: {} }];
    await expect(store.batch(operations)).rejects.toMatchObject({ name: "InvalidNamespaceError" });
  });
});

describe("in a graph", () => {
  const State = Annotation.Root({ found: Annotation<string[]> });

  it("nodes put and search, by their config and by getStore, and the next run remembers", async () => {
    const { store } = await openIndexed();
    const graph = new StateGraph(State)
      .addNode("search", async (_state, config) => {
        const items = await config.store?.search(["memories", "alice"], { query: "cat" });
        return { found: items?.map(({ key }) => key) ?? [] };
      })
      .addNode("put", async () => {
        await Promise.all([
          getStore()?.put(["memories", "alice"], "pet", { text: "cat" }),
          getStore()?.put(["memories", "alice"], "drink", { text: "tea" }),
          getStore()?.put(["memories", "bob"], "pet", { text: "cat" }),
        ]);
        return {};
      })
      .addEdge(START, "search")
      .addEdge("search", "put")
      .addEdge("put", END)
      .compile({ store });
    expect(await graph.invoke({ found: [] })).toEqual({ found: [] });
    expect(await graph.invoke({ found: [] })).toEqual({ found: ["pet", "drink"] });
    expect(await store.listNamespaces()).toEqual([
      ["memories", "alice"],
      ["memories", "bob"],
    ]);
  });

  it("an e-mail as a user's id is refused with words that say why, until it is encoded", async () => {
    const { store } = await openIndexed();
    const graph = new StateGraph(State)
      .addNode("put", async (_state, config) => {
        const userId = String(config.configurable?.["user_id"]);
        await config.store?.put(["memories", userId], "k", { text: "cat" });
        return {};
      })
      .addEdge(START, "put")
      .compile({ store });
    const invoke = (user_id: string) => graph.invoke({}, { configurable: { user_id } });
    await expect(invoke("alice@example.com")).rejects.toThrow("cannot contain periods");
    const encoded = encodeURIComponent("alice@example.com").replaceAll(".", "%2E");
    await invoke(encoded);
    expect(await store.listNamespaces()).toEqual([["memories", encoded]]);
  });

  it("is no circle in what traces make of it", async () => {
    const { store, wrapped } = await openIndexed();
    await store.put(["a"], "k", {});
    expect(JSON.stringify({ store })).toBe('{"store":"[LanceDBStore]"}');
    expect(JSON.stringify(wrapped)).toContain("[LangGraphStore]");
  });
});
