import { expect, it } from "vitest";
import { BenchError } from "../bench-error.ts";
import { replaceSummary } from "./replace-summary.ts";

const DOCUMENT = "before\n\n<!-- bench:begin -->\n\nold\n\n<!-- bench:end -->\n\nafter\n";

it("replaces what stands between the marks, however often", () => {
  const once = replaceSummary(DOCUMENT, "new");
  expect(once).toBe(DOCUMENT.replace("old", "new"));
  expect(replaceSummary(once, "new")).toBe(once);
});

it("fails for a document without marks", () => {
  expect(() => replaceSummary("nothing", "new")).toThrow(BenchError);
});
