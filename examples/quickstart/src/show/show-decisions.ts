import type { AddReport, Change, Decision, Operation } from "@palimpsest/core";
import { paint, strike } from "./style.ts";

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
    console.log(`    ${operation}  ${describe(decision, change)}`);
    console.log(`              ${paint("dim", `${decision.reason} (${decision.actor})`)}`);
  }
}

function describe({ fact, memory }: Decision, change: Change | undefined): string {
  const text = change?.memory ?? memory ?? fact ?? "";
  if (change?.previousMemory === undefined) return text;
  const isGone = change.event === "DELETE" && change.supersededBy === undefined;
  return isGone ? strike(change.previousMemory) : `${strike(change.previousMemory)} → ${text}`;
}
