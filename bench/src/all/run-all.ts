import { join } from "node:path";
import { BenchError } from "../bench-error.ts";
import type { Measured } from "./measured.ts";
import { ALL_USAGE, type AllOptions, parseAllOptions } from "./parse-all-options.ts";
import { readResult } from "./read-result.ts";
import { describeNext } from "./reckon-time.ts";
import { runTask } from "./run-task.ts";
import type { Task } from "./plan.ts";
import { writeResults } from "./write-results.ts";

const MINUTE = 60_000;

/**
 * The bench `all`: runs the others one after another and writes RESULTS.md from their figures, those of
 * earlier runs among them.
 *
 * @throws {BenchError} when one of them missed a goal or did not come to its end; the others have run.
 */
export async function runAll(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseAllOptions(args);
  if (options === "help") {
    console.log(ALL_USAGE);
    return;
  }
  const { tasks, folder, readme } = options;
  const due = await findDue(options);
  const startedAt = performance.now();
  const elapsedMinutes = () => (performance.now() - startedAt) / MINUTE;
  const failed: string[] = [];
  for (const [at, task] of due.entries()) {
    console.error(`\n${describeNext(due, { at, elapsedMinutes: elapsedMinutes() })}\n`);
    const code = await runTask(task, { json: toJson(folder, task), data: options.data, signal });
    if (code !== 0) failed.push(task.id);
  }
  const measured = await readAll(tasks, folder);
  const results = await writeResults(measured, { folder, readme });
  console.log(`\n${due.length} benches in ${elapsedMinutes().toFixed(1)} minutes.\n${results}`);
  assertAllHold(measured, failed);
}

/** Those that were chosen, without those that have figures when these may be used again. */
async function findDue({ tasks, chosen, reuse, folder }: AllOptions): Promise<Task[]> {
  const wanted = tasks.filter(({ id }) => chosen.includes(id));
  if (!reuse) return wanted;
  const known = await readAll(wanted, folder);
  return known.filter(({ result }) => result === undefined).map(({ task }) => task);
}

async function readAll(tasks: readonly Task[], folder: string): Promise<Measured[]> {
  return Promise.all(
    tasks.map(async (task) => ({ task, result: await readResult(toJson(folder, task)) })),
  );
}

function assertAllHold(measured: readonly Measured[], failed: readonly string[]): void {
  const missed = measured
    .filter(({ result }) => result?.goals.some(({ holds }) => !holds))
    .map(({ task }) => task.id);
  const wrong = [...new Set([...missed, ...failed])];
  if (wrong.length === 0) return;
  throw new BenchError(`Goals were missed, or the bench failed: ${wrong.join(", ")}.`);
}

function toJson(folder: string, { id }: Task): string {
  return join(folder, "results", `${id}.json`);
}
