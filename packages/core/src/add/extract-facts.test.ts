import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import type { Message } from "../record.ts";

const alice = { userId: "alice" };

test("the extractor sees the date, the summary, the last ten messages and the exchange", async () => {
  const { memory, model } = await openTestMemory({
    script: { write_summary: [{ summary: "They greet." }] },
  });
  const scope = { ...alice, sessionId: "s1" };
  for (let turn = 1; turn <= 6; turn++) {
    const messages: Message[] = [
      { role: "user", content: `Question ${turn}` },
      { role: "assistant", content: `Answer ${turn}` },
    ];
    await memory.add(messages, { ...scope, at: new Date("2026-02-13T09:00:00Z") });
  }
  await memory.idle();
  await memory.add("And now?", { ...scope, at: new Date("2026-02-14T09:00:00Z") });
  const content = model.requestsFor("record_facts").at(-1)?.messages[0]?.content;
  expect(content).toMatchInlineSnapshot(`
    "Date of the exchange: 2026-02-14T09:00:00.000Z (Saturday)

    Summary of the conversation so far:
    "They greet."

    Earlier messages:
    {"role":"user","content":"Question 2"}
    {"role":"assistant","content":"Answer 2"}
    {"role":"user","content":"Question 3"}
    {"role":"assistant","content":"Answer 3"}
    {"role":"user","content":"Question 4"}
    {"role":"assistant","content":"Answer 4"}
    {"role":"user","content":"Question 5"}
    {"role":"assistant","content":"Answer 5"}
    {"role":"user","content":"Question 6"}
    {"role":"assistant","content":"Answer 6"}

    The exchange:
    {"role":"user","content":"And now?"}"
  `);
});

test("instructions of the application and of the call stand in the system prompt", async () => {
  const { memory, model } = await openTestMemory({ instructions: "Heed allergies." });
  await memory.add("Hello", { ...alice, instructions: "Heed pets." });
  const [request] = model.requestsFor("record_facts");
  expect(request?.system).toMatch(
    /Instructions of the application:\nHeed allergies\.\nHeed pets\.$/,
  );
});

test("a fact holds from the ISO time that the model gives, and from the exchange on when it gives none", async () => {
  const at = new Date("2026-02-14T09:00:00Z");
  const given = { "User is a vet": "2026-02-03T08:00", "User is at home": "unknown 1" };
  const facts = Object.entries(given).map(([text, validFrom]) => ({ text, validFrom }));
  const { memory } = await openTestMemory({ script: { record_facts: [{ facts }] } });
  await memory.add("I am a vet, and at home.", { ...alice, at });
  const { results } = await memory.list(alice);
  expect(results.map(({ memory: text, validFrom }) => [text, validFrom])).toEqual([
    ["User is a vet", new Date("2026-02-03T08:00:00Z")],
    ["User is at home", at],
  ]);
});
