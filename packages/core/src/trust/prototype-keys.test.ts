import { expect, test } from "vitest";
import { InvalidInputError } from "../errors.ts";
import type { Filters } from "../look-up/filters.ts";
import type { Json, Message } from "../record.ts";
import { expectWellFormed } from "./__fixtures__/expect-harmless.ts";
import { HOSTILE_KEYS } from "./__fixtures__/hostile-inputs/prototype-keys.ts";
import { attempt, LOCAL, openTarget } from "./__fixtures__/open-target.ts";

test("keys of metadata are data: kept, merged, moved and found like any other", async () => {
  const target = await openTarget();
  const other = await openTarget();
  const alice = { userId: "alice" };
  const entries = HOSTILE_KEYS.map((key, index): [string, Json] => [key, index]);
  const metadata: Record<string, Json> = Object.fromEntries(entries);
  await target.memory.put("Another", alice);
  const { id } = await target.memory.put("One", { ...alice, metadata: { inner: metadata } });
  await target.memory.update(id, { metadata: { ...metadata, inner: metadata } }, alice);

  const record = await target.memory.get(id, alice);
  expect(Object.entries(record?.metadata ?? {})).toEqual(
    Object.entries({ ...metadata, inner: metadata }),
  );
  for (const [key, index] of entries) {
    const filters = Object.fromEntries([[key, index]]) as Filters;
    expect((await target.memory.list({ ...alice, filters })).results).toEqual([record]);
    const counting = target.memory.count({ ...alice, filters: { kind: filters } });
    await expect(counting).rejects.toBeInstanceOf(InvalidInputError);
  }
  await other.memory.import(target.memory.export(alice));
  expect(await other.memory.list(alice)).toEqual(await target.memory.list(alice));
  await target.expectBystanderUntouched();
  await other.expectBystanderUntouched();
});

test.each([
  ["a model that writes them into every field", {}],
  ["the local rules", LOCAL],
])("names of properties, entities and people are data, with %s", async (_, options) => {
  const { memory, expectBystanderUntouched } = await openTarget(options);
  const mallory = { userId: "mallory" };
  const names = HOSTILE_KEYS.filter((key) => key !== "");
  const messages = names.map((name) => {
    return { role: "user", name, content: `My dog is called ${name}. I like ${name}.` } as const;
  });
  await memory.add(
    [...messages, ...names.map((content) => ({ role: "user", content }) as const)],
    mallory,
  );
  for (const name of names) {
    await attempt(memory.related(name, mallory));
    await attempt(memory.path(name, "user", mallory));
  }
  expectWellFormed(await memory.context(names.join(" "), { ...mallory, tokenBudget: 5_000 }));
  expectWellFormed(await memory.profile(mallory));
  expect(await memory.count(mallory)).toBeGreaterThan(5);
  await expectBystanderUntouched();
});

test("a key of idempotency is its own only", async () => {
  const { memory } = await openTarget();
  const alice = { userId: "alice" };
  const keys = HOSTILE_KEYS.filter((key) => key !== "");
  for (const status of ["processed", "duplicate"] as const) {
    const added = keys.map(async (idempotencyKey) => {
      return memory.add("I like tea", { ...alice, idempotencyKey });
    });
    expect(new Set((await Promise.all(added)).map(({ report }) => report.status))).toEqual(
      new Set([status]),
    );
  }
});

test("roles, parts and choices that are methods of every object are refused", async () => {
  const { memory, expectBystanderUntouched } = await openTarget();
  const alice = { userId: "alice" };
  for (const key of HOSTILE_KEYS) {
    const calls = [
      memory.add([{ role: key, content: "x" } as unknown as Message], alice),
      memory.add([{ role: "user", content: [{ type: key }] }], alice),
      memory.add("x", { ...alice, mode: key as "await" }),
      memory.put("x", { ...alice, kind: key as "fact" }),
      memory.list({ ...alice, include: key as "subtree" }),
    ];
    for (const call of calls) await expect(call).rejects.toBeInstanceOf(InvalidInputError);
  }
  expect(await memory.count(alice)).toBe(0);
  await expectBystanderUntouched();
});
