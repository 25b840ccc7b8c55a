import { finishRun, toMeasures } from "../integrity/finish-run.ts";
import { parseNumbers } from "../integrity/parse-options.ts";
import { withFolder } from "../with-folder.ts";
import { concurrency } from "./concurrency.ts";

const USAGE = `Usage: pnpm bench concurrency [options]

Lets processes change the memories of the same five users on one folder at once: adds of the same
keys, updates and deletes of the same memories, maintenance. Nothing may be lost, doubled or halved.
Ends with exit code 1 when something is.

Options:
  --processes N   default: 4
  --operations N  of each process; default: 250
  --lanes N       calls of each process that are under way at once; default: 4
  --seed N        another course of events; default: 1
  --uri DIR       where the store is kept afterwards: a folder that is empty or does not exist;
                  default: a temporary one, removed at the end
  --json FILE     where the figures go; default: bench/results/concurrency.json`;

/**
 * The bench `concurrency`: prints what it found and writes it as JSON.
 *
 * @throws {BenchError} when a promise was broken.
 */
export async function runConcurrency(args: readonly string[], signal: AbortSignal): Promise<void> {
  const defaults = { processes: 4, operations: 250, lanes: 4, seed: 1 };
  const options = parseNumbers(args, { name: "concurrency", defaults, usage: USAGE });
  if (options === "help") {
    console.log(USAGE);
    return;
  }
  const { uri: given, json, ...numbers } = options;
  const report = await withFolder(given, async (uri) => concurrency({ uri, signal, ...numbers }));
  signal.throwIfAborted();
  await finishRun(report, {
    name: "concurrency",
    json,
    measures: [
      ["seed", report.seed],
      ["processes", numbers.processes],
      ["operations", report.operations],
      ["seconds", report.seconds],
      ["acknowledged changes", report.acknowledged],
      ["duplicates recognised", report.duplicates],
      ...toMeasures("calls refused", report.refused),
      ["versions at the end", report.versions],
      ["kilobytes at the end", report.folderBytes / 1_000],
      ...toMeasures("failed behind calls", report.troubles),
      ["broken promises", report.breaches.length],
    ],
  });
}
