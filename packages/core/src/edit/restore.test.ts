import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { MemoryNotFoundError } from "../errors.ts";
import { alice, movedMemory, textsOf } from "./__fixtures__/moved-memory.ts";

test("restore makes an earlier version current, in the place of what took its place", async () => {
  const { before, after, ...opened } = await movedMemory();
  const { memory } = opened;
  const [berlin, diet] = before.results;
  const change = await memory.restore(diet?.id ?? "", 1, alice);
  expect(change).toMatchObject({
    event: "UPDATE",
    id: diet?.id,
    memory: "User is vegetarian",
    version: 3,
  });
  const back = await memory.restore(berlin?.id ?? "", 1, alice);
  expect(back).toMatchObject({
    event: "DELETE",
    id: after.results[0]?.supersededBy,
    supersededBy: berlin?.id,
  });
  expect(await textsOf(opened)).toEqual(["User is vegetarian", "User lives in Berlin"]);
});

test("restore refuses versions that there are not, or that are current or retractions", async () => {
  const { memory } = await openTestMemory();
  const { id } = await memory.put("User likes tea", alice);
  await expect(memory.restore(id, 1, alice)).rejects.toThrow("is current");
  await expect(memory.restore(id, 9, alice)).rejects.toThrow("no version 9");
  await memory.delete(id, alice);
  await expect(memory.restore(id, 2, alice)).rejects.toThrow("is retracted");
  await expect(memory.restore(id, 1, alice)).resolves.toMatchObject({ event: "ADD", version: 3 });
  await expect(memory.restore("unknown", 1, alice)).rejects.toBeInstanceOf(MemoryNotFoundError);
});

test("what is no longer current is changed by restore only", async () => {
  const { memory, before } = await movedMemory();
  const berlin = before.results[0]?.id ?? "";
  await expect(memory.update(berlin, { text: "x" }, alice)).rejects.toThrow("superseded by");
  await expect(memory.delete(berlin, alice)).rejects.toThrow("restore()");
});
