import { expect, test } from "vitest";
import type { LoggedDecision, PastVersion } from "../../wire.ts";
import { countHeld, countOperations, countTokens } from "./read-figures.ts";

const version = (recordedAt: string, rest: Partial<PastVersion> = {}): PastVersion => ({
  id: "m",
  memory: "User likes tea",
  kind: "fact",
  lineage: "l",
  slot: 1,
  status: "current",
  validFrom: recordedAt,
  recordedAt,
  ...rest,
});

const decision = (
  reportId: string,
  decidedAt: string,
  inputTokens: number,
  operation: LoggedDecision["operation"] = "ADD",
): LoggedDecision => ({
  id: `${reportId}/${operation}`,
  reportId,
  operation,
  reason: "",
  actor: "model",
  decidedAt,
  inputTokens,
  outputTokens: 1,
  durationMs: 1,
});

test("a version that takes another's place changes no number", () => {
  const versions = [
    version("2026-03-01", { status: "superseded", supersededAt: "2026-03-05" }),
    version("2026-03-05"),
    version("2026-03-02"),
    version("2026-03-07", { status: "retracted" }),
  ];
  expect(countHeld(versions)).toEqual([
    { at: "2026-03-01", value: 1 },
    { at: "2026-03-02", value: 2 },
    { at: "2026-03-05", value: 2 },
  ]);
});

test("a report's tokens are counted once, whatever it decided", () => {
  const decisions = [
    decision("r1", "2026-03-01T08:00:00Z", 100),
    decision("r1", "2026-03-01T08:00:00Z", 100, "NOOP"),
    decision("r2", "2026-03-01T09:00:00Z", 10),
    decision("r3", "2026-03-04T09:00:00Z", 5, "REJECTED"),
  ];
  expect(countTokens({ decisions })).toEqual([
    { name: "2026-03-01", input: 110, output: 2 },
    { name: "2026-03-04", input: 5, output: 1 },
  ]);
  expect(Object.fromEntries(countOperations(decisions))).toEqual({
    ADD: 2,
    UPDATE: 0,
    DELETE: 0,
    NOOP: 1,
    REJECTED: 1,
  });
});

test("many days become months", () => {
  const decisions = Array.from({ length: 90 }, (_, index) =>
    decision(`r${index}`, new Date(Date.UTC(2026, 0, 1 + index)).toISOString(), 1),
  );
  expect(countTokens({ decisions }).map(({ name, input }) => [name, input])).toEqual([
    ["2026-01", 31],
    ["2026-02", 28],
    ["2026-03", 31],
  ]);
});
