import { expect, test } from "vitest";
import type { AddResult } from "../add/attempt-episode.ts";
import { ModelOutputError } from "../errors.ts";
import { readToolCall } from "../models/read-tool-call.ts";
import { expectWellFormed } from "./__fixtures__/expect-harmless.ts";
import { EXTRACTIONS, JUDGEMENTS, SUMMARIES } from "./__fixtures__/hostile-inputs/model-answers.ts";
import { openTarget } from "./__fixtures__/open-target.ts";

const TEA = "User likes tea";
const JAM = "User likes jam";

/** Every exchange is processed, its facts within all limits; or it waits, for a reason that is told. */
function expectAccountedFor({ results, report }: AddResult): void {
  if (report.status === "pending") {
    expect(report.error?.code).toBe("model-output");
    expect(results).toEqual([]);
    return;
  }
  expect(report.status).toBe("processed");
  expect(report.decisions.length).toBeLessThanOrEqual(22);
  for (const { memory } of results) expect(memory.length).toBeLessThanOrEqual(2_000);
}

test("whatever an extractor answers, an exchange is accounted for", async () => {
  const { memory, model, expectBystanderUntouched } = await openTarget({ limits: { facts: 20 } });
  for (const [name, answer] of Object.entries(EXTRACTIONS)) {
    const mallory = { userId: `mallory with ${name}` };
    model.follow({ record_facts: [answer] });
    expectAccountedFor(await memory.add("I like tea", mallory));
    expectWellFormed(await memory.context("tea", mallory));
  }
  await expectBystanderUntouched();
});

test("whatever a judge answers, nothing changes but what it was shown", async () => {
  const { memory, model, expectBystanderUntouched } = await openTarget();
  const bob = (await memory.list({ userId: "bob" })).results[0]?.id ?? "";
  for (const [name, answer] of Object.entries(JUDGEMENTS)) {
    const mallory = { userId: `mallory with ${name}` };
    const { id } = await memory.put(TEA, mallory);
    const pinned = await memory.put("User likes tea at five", { ...mallory, pinned: true });
    model.follow({
      record_facts: [{ facts: [{ text: JAM }] }],
      decide: [answer.replace("ID", id).replace("BOB", bob)],
    });
    expectAccountedFor(await memory.add("I like jam", mallory));
    expect(await memory.get(pinned.id, mallory)).toMatchObject({ status: "current", version: 1 });
    expect((await memory.history(id, mallory)).results[0]).toMatchObject({ memory: TEA });
  }
  await expectBystanderUntouched();
});

test("whatever a summarizer answers, adding goes on, and a summary is text", async () => {
  const { memory, model, expectBystanderUntouched } = await openTarget({ summaryEvery: 1 });
  for (const [name, answer] of Object.entries(SUMMARIES)) {
    const mallory = { userId: `mallory with ${name}` };
    model.follow({ write_summary: [answer] });
    expectAccountedFor(await memory.add("I like tea", mallory));
    await memory.idle();
    const summary = await memory.summary(mallory);
    expect(summary === undefined || summary.length <= 4_000).toBe(true);
  }
  await expectBystanderUntouched();
});

test.each([
  ["record_facts", EXTRACTIONS],
  ["decide", JUDGEMENTS],
  ["write_summary", SUMMARIES],
])("a call of %s is read or refused as the model's, whatever stands in it", (name, answers) => {
  for (const answer of Object.values(answers)) {
    for (const reply of [
      { calls: [{ name, arguments: answer }], text: "" },
      { calls: [], text: answer },
    ]) {
      try {
        expect(readToolCall(reply, name)).toBeTypeOf("object");
      } catch (error) {
        expect(error).toBeInstanceOf(ModelOutputError);
      }
    }
  }
});
