import { ModelCallError } from "@palimpsest/core";
import { expect, it } from "vitest";
import { createFailureLog } from "./failure-log.ts";

it("counts failures by message, and nothing else", () => {
  const log = createFailureLog();
  const error = new ModelCallError("no answer", { retryable: true });
  const scope = { userId: "alice" };
  log.note({ type: "background-failed", task: "summary", error });
  log.note({ type: "background-failed", task: "summary", error });
  log.note({ type: "postponed", scope, episodeId: "e", status: "pending", attempts: 1, error });
  log.note({ type: "embedded", embedder: "e", texts: 1, durationMs: 1 });
  expect(log.counts()).toEqual({
    "background-failed: ModelCallError: no answer": 2,
    "postponed: ModelCallError: no answer": 1,
  });
});
