import { BenchError } from "../bench-error.ts";
import { formatNumber } from "../report/format-number.ts";
import type { Goal } from "../report/goals.ts";
import { renderTable } from "../report/table.ts";
import { writeJson } from "../report/write-json.ts";

/** What a bench of promises found. */
export interface Findings {
  /** Promises that did not hold, a sentence each. */
  readonly breaches: readonly string[];
}

/** How many breaches are printed; the rest is in the figures. */
const SHOWN = 20;

/**
 * Prints what a bench counted, writes it as JSON, and ends with a line that says whether all promises
 * held.
 *
 * @throws {BenchError} when one did not.
 */
export async function finishRun(
  report: Findings,
  {
    name,
    json,
    measures,
  }: {
    name: string;
    json: string;
    measures: readonly (readonly [name: string, value: number])[];
  },
): Promise<void> {
  const rows = measures.map(([measure, value]) => [measure, formatNumber(value)]);
  const tables = renderTable([[name, ""], ...rows]);
  const { breaches } = report;
  console.log(tables);
  const goal: Goal = {
    name: "every promise holds",
    measured: `${breaches.length} broken`,
    holds: breaches.length === 0,
  };
  await writeJson(json, name, { ...report, goals: [goal], tables });
  console.log(`\nFigures: ${json}`);
  if (breaches.length === 0) {
    console.log("Every promise held.");
    return;
  }
  const shown = breaches.slice(0, SHOWN).join("\n");
  throw new BenchError(`${breaches.length} promises were broken:\n${shown}`);
}

/** The counts of a record as rows of a table, under a common name. */
export function toMeasures(
  name: string,
  counts: Readonly<Record<string, number>>,
): (readonly [string, number])[] {
  return Object.entries(counts).map(([what, count]) => [`${name}: ${what}`, count]);
}
