import { describe, expect, test } from "vitest";
import { findBytes, findInRows } from "../__fixtures__/find-bytes.ts";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError, MemoryNotFoundError } from "../errors.ts";
import type { Scope } from "../scope.ts";

const alice = { userId: "alice" };
const session = { ...alice, sessionId: "s1" };
const factsOf = (...texts: string[]) => ({ facts: texts.map((text) => ({ text })) });

describe("a forgotten memory", () => {
  test("is as if it had never been, and so is its exchange; what else came of that stays", async () => {
    const { memory, uri, events } = await openTestMemory({
      script: { record_facts: [factsOf("Keeps xylophones", "Likes tea")] },
    });
    const { results, report } = await memory.add("xylophones and tea", alice);
    const [xylophones, tea] = results;
    const id = xylophones?.id ?? "";
    const update = await memory.update(id, { text: "Sold the xylophones" }, alice);
    const receipt = await memory.forget({ ...alice, ids: [id] });
    expect(receipt.erased).toEqual({
      memories: 1,
      versions: 2,
      episodes: 1,
      decisions: 3,
      relations: 0,
      summaries: 0,
    });
    expect(receipt).not.toHaveProperty("ids");
    expect(receipt.finishedAt > receipt.startedAt).toBe(true);
    expect(events.at(-1)).toMatchObject({
      type: "forgotten",
      scope: alice,
      receiptId: receipt.id,
      erased: receipt.erased,
    });

    expect(await memory.get(id, alice)).toBeUndefined();
    await expect(memory.history(id, alice)).rejects.toThrow(MemoryNotFoundError);
    await expect(memory.restore(id, 1, alice)).rejects.toThrow(MemoryNotFoundError);
    await expect(memory.undo(update.decisionId, alice)).rejects.toThrow(MemoryNotFoundError);
    expect((await memory.episodes(alice)).results).toEqual([]);
    expect((await memory.search("xylophones", alice)).results).toEqual([]);
    const [left] = (await memory.list(alice)).results;
    expect(left).toMatchObject({ id: tea?.id, memory: "Likes tea", episodeIds: [] });
    expect(await findBytes(uri, ["xylophones"])).toEqual([]);
    expect(await findInRows(uri, ["xylophones"])).toEqual([]);

    await memory.undo(report.id, alice);
    expect(await memory.count(alice)).toBe(0);
  });

  test("lets the one that it had taken the place of not come back, as they are one lineage", async () => {
    const { memory, model } = await openTestMemory({
      script: { record_facts: [factsOf("Lives in Berlin")] },
    });
    await memory.add("Berlin", alice);
    model.follow({
      record_facts: [factsOf("Lives in Paris")],
      decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
    });
    const { results } = await memory.add("Paris", alice);
    const { erased } = await memory.forget({ ...alice, ids: [results[0]?.supersededBy ?? ""] });
    expect(erased).toMatchObject({ memories: 2, versions: 2, episodes: 2 });
    expect(await memory.count({ ...alice, include: ["subtree", "superseded"] })).toBe(0);
  });

  test("is nobody else's: ids of others and unknown ones erase nothing", async () => {
    const { memory } = await openTestMemory();
    const { id } = await memory.put("Likes tea", alice);
    for (const scope of [{ userId: "bob" }, { agentId: "a" }, { ...session, userId: "bob" }]) {
      const { erased } = await memory.forget({ ...scope, ids: [id, "unknown"] });
      expect(erased).toMatchObject({ memories: 0, versions: 0, episodes: 0, decisions: 0 });
    }
    expect(await memory.get(id, alice)).toBeDefined();
    expect((await memory.forget({ ...session, ids: [id] })).erased.memories).toBe(1);
  });

  test("is named by a query that finds it clearly, and the receipt says which", async () => {
    const { memory } = await openTestMemory();
    const { id } = await memory.put("Plays the xylophone loudly", session);
    await memory.put("Likes green tea", alice);
    const none = await memory.forget({ ...alice, query: "submarine engines" });
    expect(none).toMatchObject({ ids: [], erased: { memories: 0 } });
    const receipt = await memory.forget({ ...alice, query: "plays the xylophone" });
    expect(receipt).toMatchObject({ ids: [id], erased: { memories: 1 } });
    expect(await memory.count({ ...alice, include: "subtree" })).toBe(1);
  });
});

test("a query erases by what a memory says itself, not by what was said around it", async () => {
  const { memory } = await openTestMemory({
    script: { record_facts: [factsOf("Plays the xylophone", "Likes tea")] },
  });
  await memory.add("I play the xylophone, and I like tea.", alice);
  const { ids = [] } = await memory.forget({ ...alice, query: "plays the xylophone" });
  expect(ids).toHaveLength(1);
  const left = (await memory.list(alice)).results.map((one) => one.memory);
  expect(left).toEqual(["Likes tea"]);
});

test("a forgotten exchange takes back what it had brought: what was true before is true again", async () => {
  const { memory, model } = await openTestMemory({
    script: { record_facts: [factsOf("Lives in Berlin")] },
  });
  await memory.add("I live in Berlin", alice);
  model.follow({
    record_facts: [factsOf("Lives in Paris")],
    decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
  });
  const { report } = await memory.add("I moved to Paris", alice);
  const { erased } = await memory.forget({ ...alice, episodeIds: [report.episodeId] });
  expect(erased).toMatchObject({ memories: 1, versions: 1, episodes: 1, decisions: 1 });
  const { results } = await memory.search("lives in Berlin", alice);
  expect(results).toMatchObject([{ memory: "Lives in Berlin", status: "current" }]);
  expect(results[0]).not.toHaveProperty("supersededBy");
  expect(results[0]).not.toHaveProperty("validTo");
  const { results: versions } = await memory.history(results[0]?.id ?? "", alice);
  expect(versions).toHaveLength(1);
  await memory.update(results[0]?.id ?? "", { text: "Lives in Rome" }, alice);
  expect((await memory.search("lives in Rome", alice)).results).toHaveLength(1);
});

describe("everything under a scope", () => {
  test("is its sessions and agents too; what a user keeps of a session stays in its own words", async () => {
    const { memory, uri } = await openTestMemory({
      script: {
        record_facts: [
          {
            facts: [
              { text: "Likes tea", quote: "fond of teapots" },
              { text: "Is in a hurry", level: "session" },
            ],
          },
        ],
      },
    });
    await memory.add("fond of teapots", { ...session, agentId: "helper" });
    await memory.put("Be brief", { agentId: "helper" });
    const { erased } = await memory.forget(session);
    expect(erased).toMatchObject({ memories: 1, episodes: 1, decisions: 2 });
    const { results } = await memory.list(alice);
    expect(results).toMatchObject([{ memory: "Likes tea", episodeIds: [] }]);
    expect(results[0]).not.toHaveProperty("quote");
    expect(await findBytes(uri, ["teapots", "hurry"])).toEqual([]);

    await memory.forget({ agentId: "helper" });
    expect(await memory.count({ agentId: "helper" })).toBe(0);
    expect(await memory.count(alice)).toBe(1);
    await memory.forget(alice);
    expect(await findBytes(uri, ["alice", "tea"])).toEqual([]);
  });

  test("of a session may be what it alone taught, too: what others taught stays until they go", async () => {
    const other = { ...alice, sessionId: "s2" };
    const { memory, model, uri } = await openTestMemory({
      script: { record_facts: [factsOf("Keeps xylophones", "Likes tea", "Has a dog")] },
    });
    const { results } = await memory.add("xylophones, tea, dog", session);
    await memory.update(results[2]?.id ?? "", { text: "Has a dog named Rex" }, alice);
    model.follow({ record_facts: [factsOf("Likes tea")] });
    const { report } = await memory.add("Did I say that I like tea?", other);
    expect(report.decisions).toMatchObject([{ operation: "NOOP" }]);

    await memory.forget({ ...session, taughtOnlyHere: true });
    const { results: left } = await memory.list(alice);
    expect(left).toMatchObject([
      { memory: "Likes tea", episodeIds: [report.episodeId] },
      { memory: "Has a dog named Rex", episodeIds: [] },
    ]);
    expect(await findBytes(uri, ["xylophones"])).toEqual([]);

    await memory.forget({ ...other, taughtOnlyHere: true });
    const { results: rest } = await memory.list(alice);
    expect(rest).toMatchObject([{ memory: "Has a dog named Rex" }]);
    expect(await findBytes(uri, ["tea"])).toEqual([]);
  });

  test("needs a scope, and ids that are some", async () => {
    const { memory } = await openTestMemory();
    await memory.put("Likes tea", alice);
    const bad = [
      {} as Scope,
      { ...alice, ids: "all" as unknown as string[] },
      { ...alice, ids: [""] },
      { ...alice, episodeIds: [7] as unknown as string[] },
      { ...alice, query: " " },
      { ...alice, ids: ["m1"], taughtOnlyHere: true },
    ];
    for (const options of bad) {
      await expect(memory.forget(options)).rejects.toThrow(InvalidInputError);
    }
    for (const options of [{ ids: [] }, { episodeIds: [] }]) {
      expect((await memory.forget({ ...alice, ...options })).erased.versions).toBe(0);
    }
    const signal = AbortSignal.abort(new Error("stop"));
    await expect(memory.forget({ ...alice, signal })).rejects.toThrow("stop");
    expect(await memory.count(alice)).toBe(1);
  });
});

test("an exchange that a model is thinking about in another process comes to nothing", async () => {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { promise: thought, resolve: think } = Promise.withResolvers<void>();
  const { memory, reopen, uri } = await openTestMemory({
    script: {
      record_facts: [
        async () => {
          ask();
          await thought;
          return factsOf("Keeps xylophones");
        },
      ],
    },
  });
  const added = memory.add("I keep xylophones", alice);
  // Two that open a new folder at once may both build an index, and what one built in vain stays for ten seconds.
  await asked;
  const other = reopen();
  expect((await other.episodes(alice)).results).toHaveLength(1);
  await other.forget(alice);
  think();
  expect((await added).results).toEqual([]);
  expect(await memory.count(alice)).toBe(0);
  await Promise.all([memory.close(), other.close()]);
  expect(await findBytes(uri, ["xylophones"])).toEqual([]);
});

test("a summary that covers a forgotten exchange goes, and is written anew from the others", async () => {
  const { memory, model } = await openTestMemory({
    summaryEvery: 2,
    script: { write_summary: [{ summary: "Of xylophones." }, { summary: "Of tea." }] },
  });
  const { report } = await memory.add("xylophones", session);
  await memory.add("tea", session);
  await memory.idle();
  expect(await memory.summary(session)).toBe("Of xylophones.");
  const { erased } = await memory.forget({ ...alice, episodeIds: [report.episodeId] });
  expect(erased).toMatchObject({ episodes: 1, summaries: 1 });
  expect(await memory.summary(session)).toBeUndefined();
  await memory.add("more tea", session);
  await memory.idle();
  expect(await memory.summary(session)).toBe("Of tea.");
  expect(model.requestsFor("write_summary").at(-1)?.messages[0]?.content).not.toContain(
    "xylophones",
  );
});
