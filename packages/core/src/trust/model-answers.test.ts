import { expect, test } from "vitest";
import type { AddResult } from "../add/attempt-episode.ts";
import { readExtractionInput } from "../add/extract-facts.prompt.ts";
import { readJudgementInput } from "../add/judge-facts.prompt.ts";
import { ModelOutputError } from "../errors.ts";
import { readToolCall } from "../models/read-tool-call.ts";
import type { ModelRequest } from "../ports/language-model.ts";
import { expectWellFormed } from "./__fixtures__/expect-harmless.ts";
import { EXTRACTIONS, JUDGEMENTS, SUMMARIES } from "./__fixtures__/hostile-inputs/model-answers.ts";
import { openTarget } from "./__fixtures__/open-target.ts";

const TEA = "User likes tea";

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
  const { memory, expectBystanderUntouched } = await openTarget({
    limits: { facts: 20 },
    script: {
      record_facts: [
        (request: ModelRequest) =>
          EXTRACTIONS[readExtractionInput(request).exchange[0]?.name ?? ""],
      ],
    },
  });
  const additions = Object.keys(EXTRACTIONS).map(async (name) => {
    const mallory = { userId: `mallory with ${name}` };
    expectAccountedFor(await memory.add([{ role: "user", name, content: "I like tea" }], mallory));
    expectWellFormed(await memory.context("tea", mallory));
  });
  await Promise.all(additions);
  await expectBystanderUntouched();
});

test("whatever a judge answers, nothing changes but what it was shown", async () => {
  const ids = new Map<string, string>();
  const { memory, model, expectBystanderUntouched } = await openTarget({
    script: {
      record_facts: [
        (request: ModelRequest) => {
          const [message] = readExtractionInput(request).exchange;
          return { facts: [{ text: `User likes jam with ${message?.name}` }] };
        },
      ],
      decide: [
        (request: ModelRequest) => {
          const name =
            readJudgementInput(request).facts[0]?.replace("User likes jam with ", "") ?? "";
          return JUDGEMENTS[name]?.replace("ID", ids.get(name) ?? "").replace("BOB", bob);
        },
      ],
    },
  });
  const bob = (await memory.list({ userId: "bob" })).results[0]?.id ?? "";
  const additions = Object.keys(JUDGEMENTS).map(async (name) => {
    const mallory = { userId: `mallory with ${name}` };
    const { id } = await memory.put(TEA, mallory);
    const pinned = await memory.put("User likes tea at five", { ...mallory, pinned: true });
    ids.set(name, id);
    const message = { role: "user", name, content: "I like jam" } as const;
    expectAccountedFor(await memory.add([message], mallory));
    expect(await memory.get(pinned.id, mallory)).toMatchObject({ status: "current", version: 1 });
    expect((await memory.history(id, mallory)).results[0]).toMatchObject({ memory: TEA });
  });
  await Promise.all(additions);
  expect(model.requestsFor("decide").length).toBeGreaterThanOrEqual(additions.length);
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
