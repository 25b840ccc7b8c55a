import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { localModel } from "../models/local/local-model.ts";
import type { Message } from "../record.ts";

const session = { userId: "alice", sessionId: "s1" };

const turn = (number: number): Message[] => [
  { role: "user", content: `Question ${number}` },
  { role: "assistant", content: `Answer ${number}` },
];

test("the summary is written behind the tenth message, and again ten later from the first", async () => {
  const { memory, model } = await openTestMemory({
    script: { write_summary: [{ summary: "First." }, { summary: "Second." }] },
  });
  for (let number = 1; number <= 4; number++) await memory.add(turn(number), session);
  await memory.idle();
  expect(await memory.summary(session)).toBeUndefined();

  await memory.add(turn(5), session);
  await memory.idle();
  expect(await memory.summary(session)).toBe("First.");
  for (let number = 6; number <= 10; number++) await memory.add(turn(number), session);
  await memory.idle();
  expect(await memory.summary(session)).toBe("Second.");

  const [first, second, ...more] = model.requestsFor("write_summary");
  expect(more).toEqual([]);
  expect(first?.messages[0]?.content).toContain("Question 1");
  expect(second?.messages[0]?.content).toContain("First.");
  expect(second?.messages[0]?.content).not.toContain("Answer 5");
});

test("what only tools and documents say is summed up by nobody, and not asked about again", async () => {
  const { memory, model } = await openTestMemory({ summaryEvery: 2 });
  for (const number of [1, 2, 3]) {
    await memory.add([{ role: "tool", content: `Result ${number}` }], session);
    await memory.idle();
  }
  expect(model.requestsFor("write_summary")).toEqual([]);
  expect(await memory.summary(session)).toBeUndefined();
  await memory.add(turn(1), session);
  await memory.idle();
  expect(model.requestsFor("write_summary")).toHaveLength(1);
  expect(await memory.summary(session)).toBe("A conversation.");
});

test("a conversation of nothing but code has no summary, and that is no failure", async () => {
  const { memory, events } = await openTestMemory({ model: localModel(), summaryEvery: 2 });
  await memory.add("```js\nrun()\n```", session);
  await memory.add("```js\nstop()\n```", session);
  await memory.idle();
  expect(await memory.summary(session)).toBeUndefined();
  expect(events.filter(({ type }) => type === "background-failed")).toEqual([]);
});

test("a summary that is to be rare comes all the same", async () => {
  const { memory } = await openTestMemory({ summaryEvery: 55 });
  for (let number = 1; number <= 55; number++) await memory.add(`Question ${number}`, session);
  await memory.idle();
  expect(await memory.summary(session)).toBe("A conversation.");
});

test("each conversation has its own summary", async () => {
  const { memory } = await openTestMemory({ summaryEvery: 2 });
  await memory.add(turn(1), session);
  await memory.idle();
  expect(await memory.summary(session)).toBe("A conversation.");
  expect(await memory.summary({ ...session, sessionId: "s2" })).toBeUndefined();
  expect(await memory.summary({ userId: "alice" })).toBeUndefined();
});

test.each([
  ["is down", new Error("no route to host")],
  ["answers rubbish", { text: 5 }],
])("a summarizer that %s fails no add, and says so in an event", async (_, reply) => {
  const { memory, events } = await openTestMemory({
    summaryEvery: 2,
    retries: 0,
    script: { record_facts: [{ facts: [{ text: "User likes tea" }] }], write_summary: [reply] },
  });
  const { results, report } = await memory.add(turn(1), session);
  await memory.idle();
  expect({ status: report.status, changes: results.length }).toEqual({
    status: "processed",
    changes: 1,
  });
  expect(await memory.summary(session)).toBeUndefined();
  expect(events).toContainEqual(
    expect.objectContaining({ type: "background-failed", task: "summary" }),
  );
});

test("the summary never delays the add that brings it about", async () => {
  const gate = Promise.withResolvers<void>();
  const { memory } = await openTestMemory({
    summaryEvery: 2,
    script: {
      write_summary: [
        async () => {
          await gate.promise;
          return { summary: "Late." };
        },
      ],
    },
  });
  await memory.add(turn(1), session);
  await memory.add(turn(2), { ...session, sessionId: "s2" });
  expect(await memory.summary(session)).toBeUndefined();
  gate.resolve();
  await memory.idle();
  expect(await memory.summary(session)).toBe("Late.");
});
