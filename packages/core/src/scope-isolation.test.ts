import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openTestMemory } from "./__fixtures__/open-test-memory.ts";
import type { Memory } from "./memory.ts";
import { isWithin, type Scope } from "./scope.ts";

const HOSTILE_IDS = [
  "*",
  "%",
  "_",
  "'; DROP TABLE memories; --",
  "u1",
  "u10",
  "u1/s:x",
  "U1",
  " u1",
  "\ud800",
  "\ufeff",
  "🏳️‍🌈".repeat(70),
];

test("users with hostile ids see their own memories and nobody else's", async () => {
  const { memory } = await openTestMemory();
  for (const userId of HOSTILE_IDS)
    await memory.put(`Secret of ${JSON.stringify(userId)}`, { userId });
  for (const userId of HOSTILE_IDS) {
    const own = [`Secret of ${JSON.stringify(userId)}`];
    const found = await memory.search("secret", { userId, limit: 100 });
    expect(found.results.map((match) => match.memory)).toEqual(own);
    for (const include of [[], ["subtree"]] as const) {
      const listed = await memory.list({ userId, include });
      expect(listed.results.map((record) => [record.memory, record.userId])).toEqual([
        [own[0], userId],
      ]);
    }
  }
  const [victim, ...others] = HOSTILE_IDS;
  await memory.deleteAll({ userId: victim ?? "", include: "subtree" });
  for (const userId of others) expect(await memory.count({ userId })).toBe(1);
});

test("session facts stay in their session, agent facts with the agent", async () => {
  const { memory } = await openTestMemory();
  const user = { userId: "alice" };
  await memory.put("of the user", user);
  await memory.put("of the session", { ...user, sessionId: "s1" });
  await memory.put("of the agent for the user", { ...user, agentId: "coach" });
  await memory.put("of the agent", { agentId: "coach" });
  const seen = async (scope: Scope) =>
    (await memory.list(scope)).results.map((record) => record.memory).toSorted();
  expect(await seen(user)).toEqual(["of the user"]);
  expect(await seen({ ...user, sessionId: "s1" })).toEqual(["of the session", "of the user"]);
  expect(await seen({ ...user, sessionId: "s2" })).toEqual(["of the user"]);
  expect(await seen({ sessionId: "s1" })).toEqual([]);
  expect(await seen({ ...user, agentId: "coach" })).toEqual([
    "of the agent",
    "of the agent for the user",
    "of the user",
  ]);
  expect(await seen({ userId: "bob", agentId: "coach" })).toEqual(["of the agent"]);
});

// A plain model of what should be visible: a list of what was written, and a rule of one line.

interface Written {
  id: string;
  text: string;
  scope: Scope;
  isCurrent: boolean;
}

const id = fc.constantFrom("a", "b", "a*", "%", "u1", "u10");
const scope = fc
  .record({ userId: id, agentId: id, sessionId: id }, { requiredKeys: [] })
  .filter((ids) => Object.keys(ids).length > 0) as fc.Arbitrary<Scope>;
const which = fc.nat({ max: 20 });

const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant("put"), scope }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant("add"),
      scope,
      level: fc.constantFrom("user", "agent", "session"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("delete"), scope, which }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("update"), scope, which }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("deleteAll"), scope, subtree: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("forget"), scope }) },
);
type Action =
  | { type: "put" | "forget"; scope: Scope }
  | { type: "add"; scope: Scope; level: string }
  | { type: "delete" | "update"; scope: Scope; which: number }
  | { type: "deleteAll"; scope: Scope; subtree: boolean };

test(
  "random scopes and operations leak nothing, against a plain model",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(action as fc.Arbitrary<Action>, { minLength: 4, maxLength: 14 }),
        fc.array(scope, { minLength: 3, maxLength: 5 }),
        async (actions, queries) => {
          let count = 0;
          let level = "user";
          const { memory } = await openTestMemory({
            script: { record_facts: [() => ({ facts: [{ text: `Fact ${++count}`, level }] })] },
          });
          const written: Written[] = [];
          for (const step of actions) {
            if (step.type === "add") level = step.level;
            await perform(memory, step, written, () => ++count);
          }
          for (const query of queries) await expectAgreement(memory, query, written);
          await memory.close();
        },
      ),
      { numRuns: 25 },
    );
  },
);

async function perform(memory: Memory, step: Action, written: Written[], next: () => number) {
  switch (step.type) {
    case "put": {
      const text = `Fact ${next()}`;
      const { id: memoryId } = await memory.put(text, step.scope);
      written.push({ id: memoryId, text, scope: step.scope, isCurrent: true });
      return;
    }
    case "add": {
      const { results } = await memory.add("something", step.scope);
      for (const change of results) {
        const placed = placeOf(step.level, step.scope);
        written.push({ id: change.id, text: change.memory, scope: placed, isCurrent: true });
      }
      return;
    }
    case "delete":
    case "update": {
      const target = written[step.which % Math.max(written.length, 1)];
      if (target === undefined) return;
      const isAllowed =
        target.isCurrent && isVisible(target.scope, step.scope) && isOwn(target.scope, step.scope);
      const change =
        step.type === "delete"
          ? memory.delete(target.id, step.scope)
          : memory.update(target.id, { text: `${target.text}!` }, step.scope);
      const isDone = await change.then(
        () => true,
        () => false,
      );
      expect(isDone).toBe(isAllowed);
      if (!isDone) return;
      if (step.type === "delete") target.isCurrent = false;
      else target.text += "!";
      return;
    }
    case "deleteAll": {
      await memory.deleteAll({
        ...step.scope,
        ...(step.subtree && { include: "subtree" as const }),
      });
      for (const target of written) {
        const isMeant = step.subtree
          ? isWithin(target.scope, step.scope)
          : isWithin(target.scope, step.scope) && isWithin(step.scope, target.scope);
        if (isMeant) target.isCurrent = false;
      }
      return;
    }
    case "forget": {
      await memory.forget(step.scope);
      const gone = written.filter((target) => isWithin(target.scope, step.scope));
      for (const target of gone) {
        written.splice(written.indexOf(target), 1);
        expect(await memory.get(target.id, target.scope)).toBeUndefined();
      }
      return;
    }
    default:
      step satisfies never;
  }
}

async function expectAgreement(memory: Memory, query: Scope, written: readonly Written[]) {
  const expected = written
    .filter((target) => target.isCurrent && isVisible(target.scope, query))
    .map(({ text }) => text)
    .toSorted();
  const listed = await memory.list(query);
  expect(listed.results.map((record) => record.memory).toSorted()).toEqual(expected);
  const found = await memory.search("fact", { ...query, limit: 100, threshold: 0 });
  expect(found.results.map((match) => match.memory).toSorted()).toEqual(expected);
  expect(await memory.count(query)).toBe(expected.length);
  for (const target of written) {
    expect((await memory.get(target.id, query)) !== undefined).toBe(isVisible(target.scope, query));
  }
}

function isVisible(record: Scope, query: Scope): boolean {
  return (["userId", "agentId", "sessionId"] as const).every(
    (name) => record[name] === undefined || record[name] === query[name],
  );
}

/** What a user's call may change: everything that is the user's, nothing that others see. */
function isOwn(record: Scope, call: Scope): boolean {
  return call.userId === undefined || record.userId === call.userId;
}

function placeOf(level: string, { userId, agentId, sessionId }: Scope): Scope {
  const all = { userId, agentId, sessionId } as Scope;
  if (userId === undefined) return all;
  if (level === "agent" && agentId !== undefined) return { userId, agentId };
  return level === "session" && sessionId !== undefined ? all : { userId };
}
