import { expect, test } from "vitest";
import { askNewProcess } from "./ask-new-process.ts";
import { BenchError } from "./bench-error.ts";

const SCRIPT = new URL("__fixtures__/answer-request.ts", import.meta.url);

test("what a script sends is the answer", async () => {
  const { signal } = new AbortController();
  expect(await askNewProcess(SCRIPT, { say: "hello" }, signal)).toEqual({ said: "hello" });
});

test("a process that fails fails the bench", async () => {
  const { signal } = new AbortController();
  await expect(askNewProcess(SCRIPT, { code: 3 }, signal)).rejects.toThrow(BenchError);
});

test("an abort ends the process, and is what the caller is told", async () => {
  const abort = new AbortController();
  const answer = askNewProcess(SCRIPT, {}, abort.signal);
  abort.abort(new Error("enough"));
  await expect(answer).rejects.toThrow("enough");
});
