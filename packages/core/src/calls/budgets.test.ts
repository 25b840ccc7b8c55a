import { expect, onTestFinished, test, vi } from "vitest";
import { openOpenAIMemory } from "../__fixtures__/open-openai-memory.ts";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { BudgetError, InvalidInputError } from "../errors.ts";
import { createMemory } from "../memory.ts";
import type { LanguageModel } from "../ports/language-model.ts";

const alice = { userId: "alice" };
const bob = { userId: "bob" };
const MORNING = new Date("2026-03-01T09:00:00.000Z").getTime();
const DAY_MS = 86_400_000;

test("the day's model calls are refused before they are made, by a later process too, and taken up the next day", async () => {
  let now = MORNING;
  const { memory, server, reopen } = await openOpenAIMemory(
    { record_facts: [{ facts: [{ text: "User likes tea" }] }] },
    { budgets: { day: { modelCalls: 2 } }, now: () => new Date(now++) },
  );
  await memory.add("I like tea", alice);
  server.fail({ path: "chat", with: { type: "status", status: 400 } });
  await memory.add("Tea!", { ...alice, sessionId: "s" });
  expect(server.count("chat")).toBe(2);
  const { report } = await memory.add("More tea", alice);
  expect(report).toMatchObject({
    status: "pending",
    error: { code: "budget", message: /2 model calls.*2026-03-02T00:00:00.000Z/ },
  });
  await memory.add("Coffee", bob);
  expect(server.count("chat")).toBe(3);
  expect(await memory.info()).toMatchObject({ pendingBy: { budget: 1, "model-call": 1 } });
  await memory.close();

  const later = reopen();
  expect(await later.retryPending()).toEqual({ processed: 0, pending: 2, dead: 0 });
  await expect(later.plan("Tea?", alice)).rejects.toMatchObject({
    code: "budget",
    budget: "day",
    quantity: "modelCalls",
    limit: 2,
    spent: 2,
    retryAt: new Date("2026-03-02T00:00:00.000Z"),
  });
  expect(server.count("chat")).toBe(3);
  now += DAY_MS;
  await later.add("Hello", bob);
  await vi.waitFor(async () => expect(await later.info()).toMatchObject({ pending: 0 }));
  expect(await later.count(alice)).toBe(1);
});

test("an exchange that would cost a call more than it may is not sent", async () => {
  const { memory, server } = await openOpenAIMemory({}, { budgets: { call: { tokens: 500 } } });
  const { report } = await memory.add("word ".repeat(500), alice);
  expect(report.error).toMatchObject({ code: "budget", message: /budgets.call.tokens/ });
  expect(server.requests).toEqual([]);
});

test("the day's tokens are those that the models report", async () => {
  const usage = { inputTokens: 9_000, outputTokens: 900 };
  const generate = vi.fn<LanguageModel["generate"]>().mockResolvedValue({
    arguments: { facts: [] },
    usage,
  });
  const { memory } = await openTestMemory({
    model: { id: "dear", generate },
    budgets: { day: { tokens: 10_000 } },
  });
  await memory.add("Hello", alice);
  expect((await memory.add("Hello", alice)).report.error?.code).toBe("budget");
  expect(generate).toHaveBeenCalledTimes(1);
});

test("what would be too many bytes for a day is refused before it is kept", async () => {
  const { memory, reopen } = await openTestMemory({ budgets: { day: { bytes: 1_000 } } });
  await memory.add("å".repeat(300), alice);
  const refused = { code: "budget", quantity: "bytes", limit: 1_000 };
  await expect(memory.add("å".repeat(300), alice)).rejects.toMatchObject(refused);
  const source = "å".repeat(300);
  await expect(memory.put("Tea", { ...alice, source })).rejects.toBeInstanceOf(BudgetError);
  await expect(reopen().add("å".repeat(300), alice)).rejects.toMatchObject(refused);
  expect((await memory.episodes(alice)).results).toHaveLength(1);
  expect(await memory.count(alice)).toBe(0);
});

test("of exchanges that are added at once no more are kept than the day has bytes for", async () => {
  const { memory } = await openTestMemory({ budgets: { day: { bytes: 1_500 } } });
  const adds = Array.from({ length: 6 }, async () => memory.add("å".repeat(300), alice));
  const settled = await Promise.allSettled(adds);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect((await memory.episodes(alice)).results).toHaveLength(2);
});

test("what would be too many memories for a day is refused, whoever writes them", async () => {
  const { memory, reopen } = await openTestMemory({
    script: { record_facts: [{ facts: [{ text: "Plum cake" }, { text: "Sour milk" }] }] },
    budgets: { day: { memories: 3 } },
  });
  await memory.add("Plum cake and sour milk", alice);
  const { id } = await memory.put("Tea", alice);
  const refused = { code: "budget", quantity: "memories", spent: 3 };
  await expect(memory.put("Coffee", alice)).rejects.toMatchObject(refused);
  await expect(memory.update(id, { text: "Milk" }, alice)).rejects.toMatchObject(refused);
  await expect(reopen().add("Hello", alice)).rejects.toMatchObject(refused);
  await memory.put("Coffee", bob);
  expect(await memory.count(alice)).toBe(3);
});

test("what other processes spend counts, too, once it is read again", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { memory, reopen } = await openTestMemory({ budgets: { day: { memories: 3 } } });
  const other = reopen();
  await memory.put("One", alice);
  await other.put("Two", alice);
  await other.put("Three", alice);
  vi.advanceTimersByTime(60_001);
  await expect(memory.put("Four", alice)).rejects.toMatchObject({ spent: 3 });
});

test("a budget is a whole number, or none", () => {
  expect(() => createMemory({ budgets: { day: { bytes: Infinity, tokens: 0 } } })).not.toThrow();
  const wrong = { budgets: { day: { bytes: -1 } } };
  expect(() => createMemory(wrong)).toThrow(InvalidInputError);
});
