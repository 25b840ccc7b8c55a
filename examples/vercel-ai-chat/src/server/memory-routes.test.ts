import { expect, test } from "vitest";
import type { Failure, WireChange, WireReceipt, WireVersion } from "../wire.ts";
import { openServer } from "./__fixtures__/open-server.ts";
import { readJson, talk } from "./__fixtures__/talk.ts";

const march = new Date("2026-03-02T12:00:00Z");
const april = new Date("2026-04-02T12:00:00Z");

/** Somebody who moved from Berlin to Amsterdam in April. */
async function moved(userId = "alice") {
  const opened = await openServer();
  await opened.memory.add("I live in Berlin.", { userId, at: march });
  await opened.memory.add("I moved to Amsterdam.", { userId, at: april });
  return { ...opened, user: talk(opened.url, userId) };
}

test("the panel shows what holds, over what held before", async () => {
  const { user } = await moved();
  const { memories, moments } = await user.panel();
  expect(memories).toMatchObject([
    {
      memory: "User lives in Amsterdam",
      validFrom: april.toISOString(),
      underneath: [{ memory: "User lives in Berlin", validTo: april.toISOString() }],
    },
  ]);
  expect(moments).toEqual([march.toISOString(), april.toISOString()]);
});

test("the panel shows what held at a moment", async () => {
  const { user } = await moved();
  const asOf = async (time: Date) =>
    (await user.panel({ asOf: time.toISOString() })).memories.map(({ memory }) => memory);
  expect(await asOf(new Date("2026-01-01"))).toEqual([]);
  expect(await asOf(march)).toEqual(["User lives in Berlin"]);
  expect(await asOf(new Date(april.getTime() - 1))).toEqual(["User lives in Berlin"]);
  expect(await asOf(april)).toEqual(["User lives in Amsterdam"]);
});

test("a memory is edited, deleted and brought back by hand, and its history tells all of it", async () => {
  const { user } = await moved();
  const [home] = (await user.panel()).memories;
  const query = { id: home?.id ?? "" };

  const text = "User lives in Haarlem";
  const edit = await readJson<WireChange>(
    user.send("PATCH", "/api/memory", { query, body: { text } }),
  );
  expect(edit).toMatchObject({ event: "UPDATE", memory: text });
  const [edited] = (await user.panel()).memories;
  expect(edited?.memory).toBe(text);
  expect(edited?.underneath.map(({ memory }) => memory)).toEqual([
    "User lives in Amsterdam",
    "User lives in Berlin",
  ]);

  await user.send("POST", "/api/undo", { body: { id: edit.decisionId } });
  expect((await user.panel()).memories).toMatchObject([{ memory: "User lives in Amsterdam" }]);

  const removal = await readJson<WireChange>(user.send("DELETE", "/api/memory", { query }));
  expect((await user.panel()).memories).toEqual([]);
  const before = await user.panel({ asOf: march.toISOString() });
  expect(before.memories.map(({ memory }) => memory)).toEqual(["User lives in Berlin"]);

  await user.send("POST", "/api/undo", { body: { id: removal.decisionId } });
  expect((await user.panel()).memories).toMatchObject([{ memory: "User lives in Amsterdam" }]);

  const { results } = await readJson<{ results: WireVersion[] }>(
    user.get("/api/memory/history", query),
  );
  expect(results.length).toBeGreaterThanOrEqual(5);
  for (const version of results) {
    expect(version).toMatchObject({
      reason: expect.stringMatching(/./),
      validFrom: expect.stringMatching(/^\d{4}-/),
      recordedAt: expect.stringMatching(/^\d{4}-/),
    });
  }
});

test("a memory of one conversation is listed, and changed under that conversation", async () => {
  const { memory, url } = await openServer();
  const alice = talk(url, "alice");
  await memory.put("User wants short answers", { userId: "alice", sessionId: "s1" });
  const [note] = (await alice.panel()).memories;
  expect(note).toMatchObject({ memory: "User wants short answers", sessionId: "s1" });
  const query = { id: note?.id ?? "" };
  const body = { text: "User wants long answers" };
  expect((await alice.send("PATCH", "/api/memory", { query, body })).status).toBe(404);
  const inside = { query: { ...query, sessionId: "s1" }, body };
  expect((await alice.send("PATCH", "/api/memory", inside)).status).toBe(200);
  expect((await alice.panel()).memories).toMatchObject([{ memory: "User wants long answers" }]);
});

test("a user who asks for it is forgotten, with a receipt, and nobody else is", async () => {
  const { user, memory, url } = await moved();
  await memory.put("User is called Bob", { userId: "bob" });
  const receipt = await readJson<WireReceipt>(user.send("POST", "/api/forget"));
  expect(receipt).toMatchObject({
    scope: { userId: "alice" },
    erased: { memories: 2, episodes: 2 },
    idsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await user.panel()).toEqual({ memories: [], moments: [] });
  expect((await talk(url, "bob").panel()).memories).toHaveLength(1);
});

test.each(["*", "%", "..", "../../alice", "a'; DROP TABLE memories; --", "a\nb", "🦉", "alice "])(
  "the id %j is a user like any other",
  async (userId) => {
    const { user, url } = await moved(userId);
    expect((await user.panel()).memories).toHaveLength(1);
    expect((await talk(url, "alice").panel()).memories).toEqual([]);
    const [home] = (await user.panel()).memories;
    const stranger = await talk(url, "alice").get("/api/memory/history", { id: home?.id ?? "" });
    expect(stranger.status).toBe(404);
    await user.send("POST", "/api/forget");
    expect((await user.panel()).memories).toEqual([]);
  },
);

/** The status of a refusal, and its message. */
async function refused(response: Promise<Response>): Promise<[number, string]> {
  const { status, headers } = await response;
  expect(headers.get("content-type")).toContain("application/json");
  return [status, (await readJson<Failure>(response)).error.message];
}

test("what cannot be done is refused with a reason that can be read", async () => {
  const { user, url } = await moved();
  const [home] = (await user.panel()).memories;
  const query = { id: home?.id ?? "" };
  expect(await refused(fetch(`${url}/api/memories`))).toEqual([
    400,
    expect.stringContaining("userId"),
  ]);
  expect(await refused(user.get("/api/memories", { asOf: "yesterday" }))).toEqual([
    400,
    expect.stringContaining("asOf"),
  ]);
  expect(await refused(user.get("/api/memory/history", { id: "nobody" }))).toEqual([
    404,
    expect.stringContaining("nobody"),
  ]);
  expect(await refused(user.send("PATCH", "/api/memory", { query, body: { text: " " } }))).toEqual([
    400,
    expect.stringContaining("text"),
  ]);
  expect(await refused(user.send("POST", "/api/undo", { body: { id: "nothing" } }))).toEqual([
    404,
    expect.stringContaining("nothing"),
  ]);
  expect(await refused(user.get("/api/elsewhere"))).toEqual([404, expect.any(String)]);
  const body = { text: "x".repeat(1_000_001) };
  expect(await refused(user.send("PATCH", "/api/memory", { query, body }))).toEqual([
    413,
    expect.any(String),
  ]);
});
