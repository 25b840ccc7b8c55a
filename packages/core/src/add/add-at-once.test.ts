import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import type { Memory } from "../memory.ts";
import { scriptedModel } from "../testing/scripted-model.ts";

const alice = { userId: "alice" };
const scripted = (...texts: string[]) => ({
  record_facts: [{ facts: texts.map((text) => ({ text })) }],
});
const textsOf = async (memory: Memory) =>
  (await memory.list({ ...alice, limit: 100 })).results.map((record) => record.memory);

/** A process that tells facts, and what became of them. */
async function startTeller(uri: string) {
  const child = fork(new URL("../__fixtures__/telling.ts", import.meta.url), [uri, alice.userId], {
    execArgv: ["--conditions=@palimpsest/source"],
    stdio: "inherit",
  });
  onTestFinished(async () => {
    child.disconnect();
    await once(child, "exit");
  });
  await once(child, "message");
  return async (texts: string[]): Promise<string[]> => {
    child.send(texts);
    const [operations] = await once(child, "message");
    return operations;
  };
}

test("two processes that hear the same at once store it once, and one of them knew it", async () => {
  const { memory, uri } = await openTestMemory();
  const tellers = await Promise.all([startTeller(uri), startTeller(uri)]);
  const told: string[] = [];
  for (let round = 1; round <= 8; round++) {
    const texts = [`Tea number ${round} tastes good`, `Uncle ${round} owns a boat`];
    told.push(...texts);
    const operations = await Promise.all(tellers.map((tell) => tell(texts)));
    expect(operations.flat().toSorted()).toEqual(["ADD", "ADD", "NOOP", "NOOP"]);
  }
  expect((await textsOf(memory)).toSorted()).toEqual(told.toSorted());
}, 30_000);

test("so do two memories of one process, whose judges both find it new", async () => {
  const { promise: bothAsked, resolve: release } = Promise.withResolvers<void>();
  let asked = 0;
  const waiting = scriptedModel({
    ...scripted("User enjoys black tea"),
    decide: [
      async () => {
        asked += 1;
        if (asked === 2) release();
        await bothAsked;
        return { decisions: [{ fact: 1, operation: "ADD", reason: "Another habit." }] };
      },
    ],
  });
  const { memory, model, reopen } = await openTestMemory();
  model.follow(scripted("User enjoys black coffee"));
  await memory.add("I enjoy black coffee", alice);

  const both = [reopen({ model: waiting }), reopen({ model: waiting })];
  const answers = await Promise.all(both.map((one) => one.add("I enjoy black tea", alice)));
  const decisions = answers.flatMap(({ report }) => report.decisions);
  expect(decisions.map(({ operation }) => operation).toSorted()).toEqual(["ADD", "NOOP"]);
  const [kept, known] = decisions.toSorted((a, b) => (a.operation < b.operation ? -1 : 1));
  expect(known?.reason).toBe("it is known in the same words");
  expect(answers.flatMap(({ results }) => results)).toMatchObject([{ decisionId: kept?.id }]);
  expect(await textsOf(memory)).toEqual(["User enjoys black coffee", "User enjoys black tea"]);
});

test("what was taken back, superseded or erased is learned anew when it is said again", async () => {
  const { memory, model } = await openTestMemory();
  const say = async () => {
    model.follow(scripted("User likes tea"));
    const { results } = await memory.add("I like tea", alice);
    expect(results).toMatchObject([{ event: "ADD", memory: "User likes tea" }]);
    return results[0]?.id ?? "";
  };
  await memory.delete(await say(), alice);
  await memory.update(await say(), { text: "Chess on Sundays" }, alice);
  await memory.forget({ ...alice, ids: [await say()] });
  await say();
  expect(await textsOf(memory)).toEqual(["Chess on Sundays", "User likes tea"]);
});
