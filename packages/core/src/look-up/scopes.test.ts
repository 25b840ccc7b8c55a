import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError } from "../errors.ts";

test("every scope that has something is told, with how much of what", async () => {
  const { memory } = await openTestMemory();
  const berlin = await memory.put("User lives in Berlin", { userId: "alice" });
  await memory.update(berlin.id, { text: "User lives in Bern" }, { userId: "alice" });
  await memory.put("User likes tea", { userId: "alice" });
  await memory.put("They talk of trains", { userId: "alice", sessionId: "u:s/1 ☃" });
  await memory.put("Be brief", { agentId: "helper" });
  const gone = await memory.put("User owns a car", { userId: "bob" });
  await memory.delete(gone.id, { userId: "bob" });

  expect((await memory.scopes()).results).toEqual([
    { scope: { agentId: "helper" }, memories: 1, versions: 1, episodes: 0, unprocessed: 0 },
    { scope: { userId: "alice" }, memories: 2, versions: 3, episodes: 0, unprocessed: 0 },
    {
      scope: { userId: "alice", sessionId: "u:s/1 ☃" },
      memories: 1,
      versions: 1,
      episodes: 0,
      unprocessed: 0,
    },
    { scope: { userId: "bob" }, memories: 0, versions: 2, episodes: 0, unprocessed: 0 },
  ]);
});

test("a scope that has only exchanges is told too, and which of them wait", async () => {
  const { memory } = await openTestMemory({
    script: { record_facts: [new Error("The model is down.")] },
    retries: 0,
  });
  await memory.add("I live in Berlin.", { userId: "alice" });
  expect((await memory.scopes()).results).toEqual([
    { scope: { userId: "alice" }, memories: 0, versions: 0, episodes: 1, unprocessed: 1 },
  ]);
});

test("pages follow each other without a gap", async () => {
  const { memory } = await openTestMemory();
  const userIds = ["a", "b", "c", "d", "e"];
  for (const userId of userIds) await memory.put("User likes tea", { userId });
  const seen: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await memory.scopes({ cursor, limit: 2 });
    seen.push(...page.results.map(({ scope }) => scope.userId));
    cursor = page.cursor;
  } while (cursor !== undefined);
  expect(seen).toEqual(userIds);
  await expect(memory.scopes({ cursor: "nonsense" })).rejects.toThrow(InvalidInputError);
});
