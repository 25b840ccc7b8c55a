import { Embeddings } from "@langchain/core/embeddings";
import { InMemoryStore, MemorySaver } from "@langchain/langgraph";
import { emptyCheckpoint } from "@langchain/langgraph-checkpoint";
import { expect, test } from "vitest";

// What the README says of the store and the checkpointer that LangGraph brings (1.2.2): where a test fails,
// a row of its tables is no longer true.

test("InMemoryStore refuses labels with colons", async () => {
  const put = new InMemoryStore().put(["a:b"], "k", {});
  await expect(put).rejects.toThrow("cannot contain colons");
});

test("InMemoryStore gives the live object", async () => {
  const store = new InMemoryStore();
  await store.put(["a"], "k", { count: 1 });
  const item = await store.get(["a"], "k");
  Object.assign(item?.value ?? {}, { count: 2 });
  expect((await store.get(["a"], "k"))?.value).toEqual({ count: 2 });
});

test("InMemoryStore finds items by vectors that they no longer have", async () => {
  const index = { dims: 2, embeddings: new TeaEmbeddings({}), fields: ["text[*]"] };
  const store = new InMemoryStore({ index });
  await store.put(["a"], "k", { text: ["coffee", "tea"] });
  await store.put(["a"], "k", { text: ["coffee"] });
  const [item] = await store.search(["a"], { query: "tea" });
  expect(item?.score).toBe(1);
});

test("MemorySaver takes no bytes", async () => {
  const saver = new MemorySaver();
  const config = { configurable: { thread_id: "t", checkpoint_ns: "", checkpoint_id: "c" } };
  await saver.put(
    config,
    { ...emptyCheckpoint(), id: "c" },
    { source: "loop", step: 0, parents: {} },
  );
  await expect(
    saver
      .putWrites(config, [["channel", new Uint8Array([1, 2])]], "task")
      .then(() => saver.getTuple(config)),
  ).rejects.toThrow("JSON");
});

/** Tells tea from everything else. */
class TeaEmbeddings extends Embeddings {
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => (text === "tea" ? [1, 0] : [0, 1]));
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector = []] = await this.embedDocuments([text]);
    return vector;
  }
}
