import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { BenchError } from "../bench-error.ts";
import { formatNumber } from "../report/format-number.ts";
import { renderTable } from "../report/table.ts";

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
export async function finishRun<REPORT extends Findings>(
  report: REPORT,
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
  console.log(renderTable([[name, ""], ...rows]));
  await mkdir(dirname(json), { recursive: true });
  const head = { bench: name, node: process.version, finishedAt: new Date() };
  await writeFile(json, `${JSON.stringify({ ...head, ...report }, null, 2)}\n`);
  console.log(`\nFigures: ${json}`);
  const { breaches } = report;
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
