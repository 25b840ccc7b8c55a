import { describe, expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { alice, bob } from "./__fixtures__/export-all.ts";
import type { TextSource } from "./split-json.ts";

describe("an import of mem0's", () => {
  const records = [
    {
      id: "7c1b",
      memory: "Likes tea",
      hash: "0d",
      user_id: "bob",
      agent_id: null,
      run_id: "r1",
      metadata: { source: "chat" },
      created_at: "2024-07-01T12:00:00.123456-07:00",
      updated_at: null,
      score: 0.3,
    },
    {
      memory: "Likes milk",
      userId: "bob",
      createdAt: "2024-07-01T00:00:00Z",
      updatedAt: "2024-08-01T00:00:00Z",
    },
    { id: "9", memory: "Likes rice", metadata: null },
  ];
  const shapes: [name: string, source: TextSource][] = [
    ["results", JSON.stringify({ results: records, relations: [] }, null, 2)],
    ["an array", JSON.stringify(records)],
    ["lines", records.map((record) => `${JSON.stringify(record)}\n`)],
  ];
  test.each(shapes)("takes %s, and the same twice", async (_, source) => {
    const { memory } = await openTestMemory();
    expect(await memory.import(source, { scope: bob })).toMatchObject({
      imported: { versions: 3 },
      skipped: 0,
    });
    expect(await memory.import(source, { scope: bob })).toMatchObject({
      imported: { versions: 0 },
      skipped: 3,
    });
    const tea = await memory.get("7c1b", { ...bob, sessionId: "r1" });
    expect(tea).toMatchObject({
      memory: "Likes tea",
      sessionId: "r1",
      metadata: { source: "chat" },
      validFrom: new Date("2024-07-01T19:00:00.123Z"),
      origin: "person",
    });
    const { results } = await memory.search("milk", bob);
    expect(results[0]).toMatchObject({ memory: "Likes milk", validFrom: new Date("2024-08-01") });
    expect(await memory.count(bob)).toBe(2);
    const { results: versions } = await memory.history("9", bob);
    await memory.undo(versions[0]?.reportId ?? "", bob);
    expect(await memory.count({ ...bob, include: "subtree" })).toBe(0);
  });

  test("takes a list of texts under the scope of the call, and the same twice", async () => {
    const { memory } = await openTestMemory();
    for (const source of ['["Likes tea","Likes milk"]', '"Likes tea"\n"Likes rice"\n']) {
      await memory.import(source, { scope: alice });
    }
    expect(await memory.count(alice)).toBe(3);
    await expect(memory.import('"Likes tea"')).rejects.toThrow("Line 1 of the import is no memory");
  });
});
