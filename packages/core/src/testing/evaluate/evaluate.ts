import type { Memory } from "../../memory.ts";
import type { EvaluationCase } from "./evaluation-case.ts";
import type { CaseReport, EvaluationReport } from "./evaluation-report.ts";
import { type PreparedCase, readCases } from "./read-cases.ts";
import { type CaseOutcome, runCase } from "./run-case.ts";
import { toMetrics } from "./to-metrics.ts";

/** What `evaluate` takes. */
export interface EvaluateOptions {
  cases: readonly EvaluationCase[];
  /**
   * Opens an empty memory for a case, with the model, embedder and settings that are evaluated. It is
   * closed when the case is over; what it leaves on a disk is the caller's.
   */
  openMemory: (name: string) => Memory | Promise<Memory>;
  /** Told after each case. */
  onProgress?:
    | ((progress: { done: number; total: number; report: CaseReport }) => void)
    | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * How well a memory extracts, updates and retrieves, by cases of your own.
 *
 * Each case gets a memory of its own. Its conversation is added, under a user of the case's name;
 * then every expectation is looked for among the current memories (extraction), everything that
 * should be absent likewise (update), and each question is searched, for its first 20 results
 * (retrieval). Cases run one after another, so that with the local models, or with recorded ones, two
 * runs give the same report.
 *
 * Nothing is judged by a model: see `Matcher` for what counts as found.
 *
 * @throws {InvalidInputError} for cases that cannot be meant, before the first one runs, and for a
 * memory that is not empty. What the memory throws passes through; an exchange that its model failed at
 * is counted as `unprocessed`.
 */
export async function evaluate(options: EvaluateOptions): Promise<EvaluationReport> {
  const { openMemory, onProgress, signal } = options;
  const cases = readCases(options.cases);
  const outcomes: CaseOutcome[] = [];
  const reports: CaseReport[] = [];
  for (const prepared of cases) {
    signal?.throwIfAborted();
    const outcome = await openAndRun(prepared);
    const { name, missing, stillCurrent, questions } = outcome;
    const report = { name, ...toMetrics([outcome]), missing, stillCurrent, questions };
    outcomes.push(outcome);
    reports.push(report);
    onProgress?.({ done: reports.length, total: cases.length, report });
  }
  return { cases: reports, total: toMetrics(outcomes) };

  async function openAndRun(prepared: PreparedCase): Promise<CaseOutcome> {
    const memory = await openMemory(prepared.name);
    try {
      return await runCase(memory, prepared, signal);
    } finally {
      await memory.close();
    }
  }
}
