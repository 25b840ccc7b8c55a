import { type LanguageModel, ModelCallError } from "@palimpsest/core";
import { expect, it } from "vitest";
import { BenchError } from "../bench-error.ts";
import { askModel } from "./ask-model.ts";
import { gradeSchema } from "./requests.ts";

const { signal } = new AbortController();
const REQUEST = {
  system: "Judge.",
  messages: [],
  tool: { name: "grade", description: "Judges.", parameters: {} },
  signal,
};
const BUSY = new ModelCallError("Busy.", { retryable: true, status: 429, retryAfterMs: 0 });

/** A model that gives one answer after the other, and throws those that are errors; the last one again and again. */
function scripted(answers: readonly unknown[]): LanguageModel & { asked: number } {
  return {
    id: "scripted",
    asked: 0,
    async generate() {
      const next = answers[Math.min(this.asked++, answers.length - 1)];
      if (next instanceof Error) throw next;
      return { arguments: next, usage: { inputTokens: 7, outputTokens: 1 } };
    },
  };
}

it("asks again when a server is busy or an answer is not what the tool asks for", async () => {
  const model = scripted([BUSY, { correct: "perhaps" }, "no JSON", undefined, '{"correct":true}']);
  expect(await askModel(model, REQUEST, gradeSchema)).toEqual({
    answer: { correct: true },
    usage: { inputTokens: 7, outputTokens: 1 },
  });
  expect(model.asked).toBe(5);
});

it("gives up after five times, and says that what was judged is kept", async () => {
  const model = scripted([BUSY]);
  const asking = askModel(model, REQUEST, gradeSchema);
  await expect(asking).rejects.toThrow(BenchError);
  await expect(asking).rejects.toThrow(/^scripted: Busy\.\n.*is kept/);
  expect(model.asked).toBe(5);
});

it("gives up at once when asking again is no use", async () => {
  const model = scripted([new ModelCallError("Wrong key.", { retryable: false, status: 401 })]);
  await expect(askModel(model, REQUEST, gradeSchema)).rejects.toThrow("scripted: Wrong key.");
  expect(model.asked).toBe(1);
});

it("stops waiting when it is interrupted", async () => {
  const interruption = new AbortController();
  const later = new ModelCallError("Busy.", { retryable: true, retryAfterMs: 60_000 });
  const asking = askModel(
    scripted([later]),
    { ...REQUEST, signal: interruption.signal },
    gradeSchema,
  );
  setImmediate(() => interruption.abort());
  const reason: unknown = await asking.catch((error: unknown) => error);
  expect(reason).toBe(interruption.signal.reason);
});
