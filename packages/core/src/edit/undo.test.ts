import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError, MemoryNotFoundError } from "../errors.ts";
import { alice, movedMemory, textsOf } from "./__fixtures__/moved-memory.ts";

const bob = { userId: "bob" };

test("undo of one decision takes back that one", async () => {
  const { after, ...opened } = await movedMemory();
  const { memory } = opened;
  const [moved] = after.results;
  const { results, report } = await memory.undo(moved?.decisionId ?? "", alice);
  expect(results).toMatchObject([
    {
      event: "DELETE",
      id: moved?.supersededBy,
      memory: "User lives in Berlin",
      previousMemory: "User lives in Amsterdam",
      supersededBy: moved?.id,
    },
  ]);
  expect(report.decisions).toMatchObject([
    { actor: "person", reason: `undo of ${moved?.decisionId}` },
  ]);
  expect(await textsOf(opened)).toEqual([
    "User is vegetarian and eats fish",
    "User lives in Berlin",
  ]);
  expect(await memory.get(moved?.id ?? "", alice)).toMatchObject({ status: "current", version: 2 });
});

test("undo of a report takes back all of it, as if it had never been true", async () => {
  const { after, before, ...opened } = await movedMemory();
  const { memory } = opened;
  await memory.undo(after.report.id, alice);
  expect(await textsOf(opened)).toEqual(["User is vegetarian", "User lives in Berlin"]);
  const later = await memory.search("where does the user live", {
    ...alice,
    asOf: new Date("2026-06-01T00:00:00Z"),
  });
  expect(later.results[0]).toMatchObject({ memory: "User lives in Berlin", version: 2 });

  await memory.undo(before.report.id, alice).then(
    () => expect.unreachable("a later decision stands on it"),
    (error) => expect(error).toBeInstanceOf(InvalidInputError),
  );
});

test("an undo can be undone", async () => {
  const { after, ...opened } = await movedMemory();
  const { report } = await opened.memory.undo(after.report.id, alice);
  await opened.memory.undo(report.id, alice);
  expect(await textsOf(opened)).toEqual([
    "User is vegetarian and eats fish",
    "User lives in Amsterdam",
  ]);
});

test("undo of a first fact leaves nothing that was ever true", async () => {
  const { memory } = await openTestMemory();
  const at = new Date("2026-01-05T00:00:00Z");
  const { decisionId } = await memory.put("User likes tea", { ...alice, at });
  await memory.undo(decisionId, alice);
  expect(await memory.count(alice)).toBe(0);
  const then = await memory.search("tea", { ...alice, asOf: new Date("2026-02-01T00:00:00Z") });
  expect(then.results).toEqual([]);
});

test("undo of a decision that changed nothing does nothing; of an unknown one it throws", async () => {
  const { memory } = await openTestMemory({
    script: { record_facts: [{ facts: [{ text: "User is rich", quote: "never said" }] }] },
  });
  const { report } = await memory.add("Hello", alice);
  const [refused] = report.decisions;
  expect(await memory.undo(refused?.id ?? "", alice)).toMatchObject({ results: [] });
  await expect(memory.undo(refused?.id ?? "", bob)).rejects.toBeInstanceOf(MemoryNotFoundError);
  await expect(memory.undo("unknown", alice)).rejects.toBeInstanceOf(MemoryNotFoundError);
});
