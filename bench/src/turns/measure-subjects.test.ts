import { expect, it } from "vitest";
import { measureSubjects } from "./measure-subjects.ts";
import type { Subject } from "./subject.ts";

it("lets each be first as often, now before and now behind another, and come to rest between", async () => {
  const events: string[] = [];
  await measure(["a", "b", "c"].map((name) => toSubject(name, events)));
  // With five turns to warm up, each order comes twice.
  const orders = "a. b. c. b. c. a. c. a. b. c. b. a. a. c. b. b. a. c. ";
  expect(events.join("")).toBe(orders + orders);
});

it("gives the tokens of a turn by the mean, and no time to the end before the first token", async () => {
  const [figures] = await measure([toSubject("a", [])]);
  expect(figures).toMatchObject({ name: "a", promptTokens: 30 });
  expect(figures?.end.p50Ms).toBeGreaterThanOrEqual(figures?.firstToken.p50Ms ?? Infinity);
});

it("fails when a model says nothing", async () => {
  const silent: Subject = { ...toSubject("a", []), answer: async function* () {} };
  await expect(measure([silent])).rejects.toThrow("The model said nothing.");
});

async function measure(subjects: readonly Subject[]) {
  return measureSubjects(subjects, {
    turns: 7,
    ask: () => ({ userId: "user-0", question: "Why?" }),
    takePromptTokens: () => 30,
    signal: new AbortController().signal,
  });
}

function toSubject(name: string, events: string[]): Subject {
  return {
    name,
    async *answer() {
      events.push(name);
      yield "Be";
      yield "cause.";
    },
    async settle() {
      events.push(". ");
    },
  };
}
