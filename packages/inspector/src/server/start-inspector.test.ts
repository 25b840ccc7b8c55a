import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createMemory, InvalidInputError, lexicalEmbedder, localModel } from "@palimpsest/core";
import { hashEmbedder } from "@palimpsest/core/testing";
import { expect, test } from "vitest";
import { CAROL, fillWithWaiting, ORDERS } from "./__fixtures__/fill-with-waiting.ts";
import { digestFolder, fillFolder, newFolder, openServer } from "./__fixtures__/open-server.ts";
import { startInspector } from "./start-inspector.ts";

const alice = { userId: "alice" };

test("looking changes no byte, and takes up no exchange that waits", async () => {
  const uri = await fillWithWaiting();
  const before = await digestFolder(uri);
  const { ask, close } = await openServer(uri);
  const scope = "userId=alice";
  for (const path of [
    "store",
    "owners",
    "figures-of-all",
    "memories",
    "episodes",
    "quarantine",
    "past",
    "figures",
  ]) {
    expect((await ask(`/api/${path}?${scope}`)).status).toBe(200);
  }
  expect((await ask(`/api/search?${scope}&query=home`)).status).toBe(200);
  const sent = { method: "POST", body: { ...alice, confirmation: "alice" } };
  expect((await ask("/api/forget", sent)).status).toBe(403);
  const { results } = (await ask("/api/quarantine?userId=carol")).json() as {
    results: { id: string }[];
  };
  expect(results).toHaveLength(ORDERS.length);
  for (const { id } of results) {
    const settling = { method: "POST", body: { ...CAROL, id } };
    expect((await ask("/api/release", settling)).status).toBe(403);
    expect((await ask("/api/drop", settling)).status).toBe(403);
  }
  for (const method of ["PUT", "PATCH", "DELETE", "POST"]) {
    expect((await ask(`/api/memories?${scope}`, { method })).status).toBe(403);
  }
  await close();
  expect(await digestFolder(uri)).toEqual(before);

  await using memory = createMemory({
    uri,
    model: localModel(),
    embedder: lexicalEmbedder(),
  });
  await memory.idle();
  expect(await memory.count(alice)).toBe(2);
});

test("with the right to write, what is not asked for stays as it is", async () => {
  const uri = await fillWithWaiting();
  const { ask, close } = await openServer(uri, { isWritable: true });
  const forget = async (body: unknown) => ask("/api/forget", { method: "POST", body });
  expect((await forget({ ...alice, confirmation: "Alice" })).status).toBe(400);
  expect((await forget({ confirmation: "" })).status).toBe(400);
  expect((await forget({})).status).toBe(400);
  expect((await ask("/api/episodes?userId=alice")).json()).toMatchObject({
    results: [{ status: "pending", attempts: 1 }],
  });
  const reply = await forget({ ...alice, confirmation: "alice" });
  expect(reply.json()).toMatchObject({ scope: alice, erased: { memories: 1, versions: 1 } });
  expect((await ask("/api/owners")).json()).toMatchObject({
    results: [{ scope: { userId: "carol" } }],
  });
  await close();
  const texts = ["Berlin", "adopted"];
  for (const path of (await digestFolder(uri)).keys()) {
    const content = await readFile(path, "latin1");
    expect(texts.filter((text) => content.includes(text))).toEqual([]);
  }
});

test("a folder that is not there, or holds no memory, is refused and stays as it is", async () => {
  const folder = await newFolder();
  const missing = join(folder, "nothing");
  await expect(startInspector({ uri: missing })).rejects.toThrow(InvalidInputError);
  await expect(startInspector({ uri: folder })).rejects.toThrow("There is no memory in");
  expect(existsSync(missing)).toBe(false);
  expect(await digestFolder(folder)).toEqual(new Map());
});

test("memories of an embedder that is not here can be looked at, and not searched", async () => {
  const uri = await fillFolder(async (memory) => memory.put("User likes tea", alice), {
    embedder: hashEmbedder(),
  });
  const { ask } = await openServer(uri);
  expect((await ask("/api/store")).json()).toMatchObject({
    canSearch: false,
    embedder: hashEmbedder().id,
  });
  expect((await ask("/api/memories?userId=alice")).text).toContain("User likes tea");
  const search = await ask("/api/search?userId=alice&query=tea");
  expect(search.status).toBe(503);
  expect(search.json()).toMatchObject({ error: { code: "embedding" } });
});

test("a port that is taken is told, and lets go of the memory", async () => {
  const uri = await fillFolder(async (memory) => memory.put("User likes tea", alice));
  const { origin } = await openServer(uri);
  const port = Number(new URL(origin).port);
  await expect(startInspector({ uri, port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
