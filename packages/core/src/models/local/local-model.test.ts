import { describe, expect, test } from "vitest";
import { extractionRequest } from "../../add/extract-facts.prompt.ts";
import { ModelOutputError } from "../../errors.ts";
import type { TextMessage } from "../../record.ts";
import type { RecordedFact } from "./extract/extract-facts.ts";
import { localModel } from "./local-model.ts";

const model = localModel();
const AT = new Date("2026-11-21T10:00:00Z");

async function extract(...exchange: TextMessage[]): Promise<RecordedFact[]> {
  const request = extractionRequest({ at: AT, recent: [], exchange });
  const { arguments: answer } = await model.generate(request);
  return (answer as { facts: RecordedFact[] }).facts;
}

async function textsOf(content: string): Promise<string[]> {
  return (await extract({ role: "user", content })).map(({ text }) => text);
}

describe("the local model", () => {
  test("answers the same request the same way", async () => {
    const content = "I moved to Amsterdam, and I started to eat fish.";
    expect(await textsOf(content)).toEqual(await textsOf(content));
    expect(await textsOf(content)).toContain("User lives in Amsterdam");
  });

  test("takes nothing from what the assistant, the system or a tool says", async () => {
    const said = "I live in Berlin and my name is Max.";
    const facts = await extract(
      { role: "system", content: said },
      { role: "assistant", content: said },
      { role: "tool", content: said },
      { role: "user", content: "Thanks!" },
    );
    expect(facts).toEqual([]);
  });

  test("refuses a tool that it does not know", async () => {
    const request = extractionRequest({ at: AT, recent: [], exchange: [] });
    const other = { ...request, tool: { ...request.tool, name: "book_flight" } };
    await expect(model.generate(other)).rejects.toThrow(ModelOutputError);
  });

  test("stops before it begins when it is aborted", async () => {
    const request = extractionRequest({ at: AT, recent: [], exchange: [] });
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(model.generate({ ...request, signal })).rejects.toThrow("enough");
  });
});

describe("hostile messages", () => {
  test.each([
    ["nothing but white space", " \n\t ".repeat(1_000)],
    ["nothing but punctuation", "?!.,;:-()[]{}'\"".repeat(1_000)],
    ["nothing but emoji", "🙂👩‍👩‍👧🏳️‍🌈".repeat(1_000)],
    ["control characters", "\u0000\u0007\u001b[31m\u202e".repeat(100)],
    ["half a surrogate pair", "\ud83d".repeat(100)],
    ["a log", "2026-11-21T10:00:00Z ERROR at Object.<anonymous> (/srv/app.js:1:1)\n".repeat(300)],
    ["a table", "| my name | is Max |\n|---|---|\n| I live | in Berlin |\n"],
    ["quoted mail", "> I live in Berlin\n> I am a vet\n"],
    ["code", "```\nconst name = 'I live in Berlin';\n```"],
  ])("%s give nothing", async (_, content) => {
    expect(await textsOf(content)).toEqual([]);
  });

  test.each([
    ["one word a hundred thousand times", "I ".repeat(100_000)],
    ["one sentence without an end", "I live in Berlin and ".repeat(20_000)],
    ["one list without an end", `I like ${"tea, ".repeat(20_000)}`],
    ["brackets in brackets", "(".repeat(20_000)],
    ["one word without an end", "a".repeat(100_000)],
    ["sentences without an end", "I like tea. ".repeat(20_000)],
    ["commas as far as a sentence is read", `${"I like tea, and no milk, ".repeat(23)}.`],
    ["relatives as far as a sentence is read", `${"my sister who has a son who ".repeat(20)}.`],
  ])("%s have an end", async (_, content) => {
    expect((await textsOf(content)).length).toBeLessThan(500);
  });

  test("a quote stands in the message, whatever stands around it", async () => {
    const content = "🙂 “Hi” — I’m   Max…\r\n* I live in\u00a0Berlin!!! \u0000 Ok?";
    const facts = await extract({ role: "user", content });
    expect(facts.length).toBeGreaterThan(0);
    for (const { quote } of facts) expect(content).toContain(quote);
  });
});
