import { expect, test, vi } from "vitest";
import { openTestMemory, START } from "../__fixtures__/open-test-memory.ts";
import { scriptedModel } from "../testing/scripted-model.ts";

const alice = { userId: "alice" };
const livesIn = (city: string) => factsOf(`User lives in ${city}`);
const factsOf = (...texts: string[]) => ({ facts: texts.map((text) => ({ text })) });

test("exchanges of one user are processed in the order of the calls, others do not wait", async () => {
  const gate = Promise.withResolvers<void>();
  const { memory, model } = await openTestMemory({
    script: {
      record_facts: [
        async () => {
          await gate.promise;
          return factsOf("First");
        },
        factsOf("Second"),
      ],
    },
  });
  const first = memory.add("one", alice);
  await vi.waitFor(() => expect(model.requests).toHaveLength(1));
  const other = await memory.add("two", { userId: "bob" });
  expect(other.results).toMatchObject([{ memory: "Second" }]);
  const last = memory.add("three", alice);
  gate.resolve();
  await Promise.all([first, last]);
  const contents = model
    .requestsFor("record_facts")
    .map((request) => request.messages[0]?.content ?? "");
  expect(contents.map((content) => /"(\w+)"}$/.exec(content)?.[1])).toEqual([
    "one",
    "two",
    "three",
  ]);
});

test("the same key at the same moment is processed once", async () => {
  const { memory, model } = await openTestMemory({
    script: { record_facts: [factsOf("User likes tea")] },
  });
  const keyed = { ...alice, idempotencyKey: "k", at: START };
  const added = await Promise.all(
    Array.from({ length: 5 }, async () => memory.add("I like tea", keyed)),
  );
  const statuses = added.map(({ report }) => report.status).toSorted();
  expect(statuses).toEqual(["duplicate", "duplicate", "duplicate", "duplicate", "processed"]);
  expect(model.requests).toHaveLength(1);
  expect(await memory.count(alice)).toBe(1);
});

test("two processes' memories on one folder do not both replace one memory", async () => {
  const gate = Promise.withResolvers<void>();
  const away = { decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] };
  const { memory, model, reopen } = await openTestMemory({
    script: { record_facts: [livesIn("Berlin")] },
  });
  await memory.add("Berlin", alice);
  model.follow({
    record_facts: [livesIn("Amsterdam")],
    decide: [
      async () => {
        await gate.promise;
        return away;
      },
      away,
    ],
  });
  const slow = memory.add("Amsterdam", { ...alice, at: new Date("2026-04-01T00:00:00Z") });
  await vi.waitFor(() => expect(model.requestsFor("decide")).toHaveLength(1));

  const other = reopen({
    model: scriptedModel({ record_facts: [livesIn("Paris")], decide: [away] }),
  });
  await other.add("Paris", alice);
  gate.resolve();
  const { results, report } = await slow;
  // Judged again, by what is known since: Amsterdam replaces Paris, not Berlin.
  expect(results).toMatchObject([
    { event: "DELETE", memory: "User lives in Amsterdam", previousMemory: "User lives in Paris" },
  ]);
  expect(report.usage.modelCalls).toBe(3);
  const { results: current } = await memory.list(alice);
  expect(current.map((record) => record.memory)).toEqual(["User lives in Amsterdam"]);
  const { results: versions } = await memory.history(current[0]?.id ?? "", alice);
  expect(versions.map((version) => version.memory)).toEqual([
    "User lives in Berlin",
    "User lives in Paris",
    "User lives in Amsterdam",
  ]);
});
