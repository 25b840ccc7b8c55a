import { expect, test } from "vitest";
import { InvalidInputError, MemoryNotFoundError } from "../errors.ts";
import { HOSTILE_IDS } from "./__fixtures__/hostile-inputs/ids.ts";
import { openTarget } from "./__fixtures__/open-target.ts";

const IDS = Object.values(HOSTILE_IDS);

test("whoever is called like a wildcard or a statement finds and changes what is theirs alone", async () => {
  const { memory, expectBystanderUntouched } = await openTarget();
  const texts = new Map(IDS.map((id, index) => [id, `The hint is ${index}`]));
  await Promise.all([...texts].map(([id, text]) => memory.add(text, { userId: id })));

  for (const [id, text] of texts) {
    const everything = { userId: id, include: "subtree", limit: 100 } as const;
    const own = [expect.objectContaining({ memory: text, userId: id })];
    expect((await memory.list(everything)).results).toEqual(own);
    expect((await memory.search("The hint", { ...everything, threshold: 0 })).results).toEqual(own);
    expect((await memory.episodes(everything)).results).toMatchObject([{ userId: id }]);
    expect(await memory.count({ agentId: id, include: "subtree" })).toBe(0);
    expect(await memory.count({ userId: "bob", agentId: id, sessionId: id })).toBe(2);
  }
  await memory.deleteAll({ userId: "%", include: "subtree" });
  await memory.forget({ userId: "*" });
  await memory.forget({ userId: "%0062ob" });
  expect(await memory.count({ userId: "_" })).toBe(1);
  await expectBystanderUntouched();
});

test("an id that nothing has is nobody's, whatever it means elsewhere", async () => {
  const { memory, expectBystanderUntouched } = await openTarget();
  const alice = { userId: "alice" };
  await memory.add("Alice likes tea", alice);
  const before = await memory.list(alice);
  for (const id of IDS) {
    expect(await memory.get(id, alice)).toBeUndefined();
    expect((await memory.episodes({ ...alice, id })).results).toEqual([]);
    for (const call of [
      () => memory.history(id, alice),
      () => memory.update(id, { text: "gone" }, alice),
      () => memory.delete(id, alice),
      () => memory.restore(id, 1, alice),
      () => memory.undo(id, alice),
    ]) {
      await expect(call()).rejects.toBeInstanceOf(MemoryNotFoundError);
    }
    const page = { ...alice, cursor: id };
    await expect(memory.list(page)).rejects.toBeInstanceOf(InvalidInputError);
    await expect(memory.episodes(page)).rejects.toBeInstanceOf(InvalidInputError);
    expect((await memory.list({ ...alice, filters: { id } })).results).toEqual([]);
  }
  const receipt = await memory.forget({ ...alice, ids: IDS, episodeIds: IDS });
  expect(receipt).toMatchObject({ erased: { memories: 0, episodes: 0 } });
  expect(await memory.list(alice)).toEqual(before);
  await expectBystanderUntouched();
});

test("a cursor that was made up is refused, or means nothing", async () => {
  const { memory } = await openTarget();
  const bob = { userId: "bob" };
  for (const parts of [
    ["x", "y"],
    ["", ""],
    [{}, []],
    [{}],
    {},
    null,
    "__proto__",
    ["1e999", "z"],
  ]) {
    const cursor = forge(parts);
    await expect(memory.list({ ...bob, cursor })).rejects.toBeInstanceOf(InvalidInputError);
    await expect(memory.episodes({ ...bob, cursor })).rejects.toBeInstanceOf(InvalidInputError);
  }
  expect(await memory.list({ ...bob, cursor: forge(["' OR 1=1 --"]) })).toEqual(
    await memory.list(bob),
  );
  const { results } = await memory.episodes({ ...bob, cursor: forge(["2026-01-01", "' OR 1=1"]) });
  expect(results).toEqual([]);
});

function forge(parts: unknown): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}
