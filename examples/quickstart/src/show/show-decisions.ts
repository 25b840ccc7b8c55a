import type { AddReport, Change, Operation } from "@palimpsest/core";
import { describeChange } from "./describe-change.ts";
import { paint } from "./style.ts";

const COLOURS = {
  ADD: "green",
  UPDATE: "yellow",
  DELETE: "magenta",
  NOOP: "gray",
  REJECTED: "red",
} as const satisfies Record<Operation, string>;

/** Prints each decision on what was extracted, with what it changed and its reason. */
export function showDecisions({
  results,
  report,
}: {
  results: readonly Change[];
  report: AddReport;
}): void {
  if (report.error) console.log(paint("red", `    not yet processed: ${report.error.message}`));
  for (const decision of report.decisions) {
    const change = results.find(({ decisionId }) => decisionId === decision.id);
    const operation = paint(COLOURS[decision.operation], decision.operation.padEnd(8));
    const { fact, memory = fact ?? "" } = decision;
    console.log(`    ${operation}  ${change ? describeChange(change) : memory}`);
    console.log(`              ${paint("dim", `${decision.reason} (${decision.actor})`)}`);
  }
}
