import { createMemory, localModel } from "@palimpsest/core";
import { hashEmbedder } from "@palimpsest/core/testing";
import { expect, test } from "vitest";
import { CAROL, fillWithWaiting, ORDERS } from "./__fixtures__/fill-with-waiting.ts";
import { openServer } from "./__fixtures__/open-server.ts";
import { listQuarantined } from "./list-quarantined.ts";
import { openForReading } from "./open-for-reading.ts";
import { dropMemory, releaseMemory } from "./settle-quarantined.ts";

/** A server that may write, of a store that was written with an embedder that is not at hand. */
async function openWaiting() {
  const uri = await fillWithWaiting({ embedder: hashEmbedder() });
  const { ask, close } = await openServer(uri, { isWritable: true });
  const list = async (path: string) => {
    const { results } = (await ask(`/api/${path}?userId=carol`)).json() as {
      results: { id: string; memory: string; reason?: string }[];
    };
    return results;
  };
  const post = async (verb: "release" | "drop", id: string, ids: object = CAROL) =>
    ask(`/api/${verb}`, { method: "POST", body: { ...ids, id } });
  return { uri, ask, close, list, post };
}

test("what is in quarantine is listed with the reason, released, and dropped", async () => {
  const { ask, list, post } = await openWaiting();
  const [first, second] = await list("quarantine");
  expect(new Set([first?.memory, second?.memory])).toEqual(new Set(ORDERS));
  expect(first?.reason).toMatch(/^quarantined: it is an order/);

  const released = await post("release", first?.id ?? "");
  expect(released.json()).toMatchObject({ event: "ADD", id: first?.id, version: 2 });
  expect((await list("memories")).map(({ id }) => id)).toEqual([first?.id]);
  const dropped = await post("drop", second?.id ?? "");
  expect(dropped.json()).toMatchObject({ event: "DELETE", id: second?.id });
  expect(await list("quarantine")).toEqual([]);

  const life = async (id = "") =>
    (await ask(`/api/memory?userId=carol&sessionId=shopping&id=${id}`)).json();
  expect(await life(first?.id)).toMatchObject({
    record: { status: "current", origin: "tool", kind: "fact" },
    versions: [{ status: "quarantined" }, { operation: "ADD", actor: "person" }],
  });
  expect(await life(second?.id)).toMatchObject({
    record: { status: "retracted" },
    versions: [{ status: "quarantined" }, { operation: "DELETE", actor: "person" }],
  });
});

test("what was settled meanwhile, or is not there, is left as it is", async () => {
  const { list, post } = await openWaiting();
  const [first, second] = await list("quarantine");
  await post("release", first?.id ?? "");
  await post("drop", second?.id ?? "");
  const again = await post("drop", first?.id ?? "");
  expect([again.status, again.json()]).toMatchObject([
    409,
    { error: { message: expect.stringContaining("not in quarantine any more, but current") } },
  ]);
  expect((await post("release", second?.id ?? "")).status).toBe(409);
  expect((await post("release", first?.id ?? "", { userId: "alice" })).status).toBe(404);
  expect((await post("drop", "nobody's")).status).toBe(404);
  expect((await post("drop", "")).status).toBe(400);
  expect((await post("drop", first?.id ?? "", {})).status).toBe(400);
  expect((await list("memories")).map(({ id }) => id)).toEqual([first?.id]);
});

test("with the right to write no exchange is taken up all the same, and the application sees what was let in, and may undo it", async () => {
  const { uri, ask, close, list, post } = await openWaiting();
  const [first] = await list("quarantine");
  await post("release", first?.id ?? "");
  expect((await ask("/api/episodes?userId=alice")).json()).toMatchObject({
    results: [{ status: "pending", attempts: 1 }],
  });
  await close();
  await using memory = createMemory({ uri, model: localModel(), embedder: hashEmbedder() });
  const { results } = await memory.search("Which phones are recommended?", CAROL);
  expect(results.map(({ id }) => id)).toEqual([first?.id]);
  const { results: versions } = await memory.history(first?.id ?? "", CAROL);
  await memory.undo(versions.at(-1)?.decisionId ?? "", CAROL);
  expect((await memory.search("Which phones are recommended?", CAROL)).results).toEqual([]);
  expect(await memory.get(first?.id ?? "", CAROL)).toMatchObject({ status: "quarantined" });
});

test("a memory that was opened to look, or to erase, refuses by itself to settle anything", async () => {
  const uri = await fillWithWaiting();
  for (const rights of [{}, { mayErase: true }]) {
    const { memory } = await openForReading(uri, rights);
    const { results } = await listQuarantined(memory, CAROL, undefined);
    const [heldBack] = results.map(({ id }) => ({ id, scope: CAROL }));
    if (heldBack === undefined) throw new Error("Nothing is in quarantine.");
    await expect(releaseMemory(memory, heldBack)).rejects.toThrow("nothing is written");
    await expect(dropMemory(memory, heldBack)).rejects.toThrow("nothing is written");
    expect((await listQuarantined(memory, CAROL, undefined)).results).toHaveLength(ORDERS.length);
    await memory.close();
  }
});
