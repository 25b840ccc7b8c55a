import { finishRun, toMeasures } from "../integrity/finish-run.ts";
import { parseNumbers } from "../integrity/parse-options.ts";
import { startProgress } from "../report/progress.ts";
import { withFolder } from "../with-folder.ts";
import { faults } from "./faults.ts";

const USAGE = `Usage: pnpm bench faults [options]

Adds notes over HTTP while calls of the model and the embedder fail at random, each in one of its ways:
refused for a while, broken off, silent, cut short, prose, other tools and types, vectors of no use.
Then everything answers, and what waited is taken up. Every acknowledged note must be there once, every
other exchange must wait or be given up with its reason, and none may be gone.
Ends with exit code 1 when a promise is broken.

Options:
  --adds N        default: 1000
  --percent N     of the calls that fail; default: 20
  --seed N        another course of events; default: 1
  --uri DIR       where the store is kept afterwards: a folder that is empty or does not exist;
                  default: a temporary one, removed at the end
  --json FILE     where the figures go; default: bench/results/faults.json`;

/**
 * The bench `faults`: prints what it found and writes it as JSON.
 *
 * @throws {BenchError} when a promise was broken.
 */
export async function runFaults(args: readonly string[], signal: AbortSignal): Promise<void> {
  const defaults = { adds: 1_000, percent: 20, seed: 1 };
  const options = parseNumbers(args, { name: "faults", defaults, usage: USAGE });
  if (options === "help") {
    console.log(USAGE);
    return;
  }
  const { uri: given, json, ...numbers } = options;
  console.log(`seed ${numbers.seed}`);
  const progress = startProgress(numbers.adds, "adds");
  const onProgress = (part: string) => progress.advance(1, part);
  const report = await withFolder(given, async (uri) =>
    faults({ uri, signal, onProgress, ...numbers }),
  ).finally(() => progress.stop());
  await finishRun(report, {
    name: "faults",
    json,
    measures: [
      ["seed", report.seed],
      ["seconds", report.seconds],
      ...toMeasures("calls failed", report.met),
      ...toMeasures("adds", report.reported),
      ["puts refused", report.putsRefused],
      ["searches refused", report.searchesRefused],
      ["waiting when the faults stopped", report.left.pending],
      ...toMeasures("waiting for", report.left.pendingBy),
      ["given up when the faults stopped", report.left.dead],
      ...toMeasures("given up for", report.left.deadBy),
      ["then taken up", report.broughtHome],
      ["then revived", report.revived],
      ["broken promises", report.breaches.length],
    ],
  });
}
