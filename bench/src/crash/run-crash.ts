import { finishRun, toMeasures } from "../integrity/finish-run.ts";
import { parseNumbers } from "../integrity/parse-options.ts";
import { withFolder } from "../with-folder.ts";
import { startProgress } from "../report/progress.ts";
import { crash } from "./crash.ts";

const USAGE = `Usage: pnpm bench crash [options]

Kills processes with SIGKILL while they add, supersede and delete on one folder with maintenance
running, and damages the newest manifest now and then. After each the store must open, and every
acknowledged write must be there once. Ends with exit code 1 when one is not.

Options:
  --kills N    how often; default: 200
  --seed N     another course of events; default: 1
  --uri DIR    where the store is kept afterwards: a folder that is empty or does not exist;
               default: a temporary one, removed at the end
  --json FILE  where the figures go; default: bench/results/crash.json`;

/**
 * The bench `crash`: prints what it found and writes it as JSON.
 *
 * @throws {BenchError} when a promise was broken.
 */
export async function runCrash(args: readonly string[], signal: AbortSignal): Promise<void> {
  const defaults = { kills: 200, seed: 1 };
  const options = parseNumbers(args, { name: "crash", defaults, usage: USAGE });
  if (options === "help") {
    console.log(USAGE);
    return;
  }
  const { kills, seed, uri: given, json } = options;
  const progress = startProgress(kills, "kills");
  const report = await withFolder(given, async (uri) =>
    crash({
      uri,
      kills,
      seed,
      signal,
      onKill: ({ promises, breaches }) =>
        progress.advance(1, `${promises} promises, ${breaches} broken`),
    }),
  ).finally(() => progress.stop());
  await finishRun(report, {
    name: "crash",
    json,
    measures: [
      ["seed", report.seed],
      ["kills", report.kills],
      ["acknowledged changes", report.acknowledged],
      ["calls cut off", report.cutOff],
      ...toMeasures("calls refused", report.refused),
      ["damaged manifests", report.damaged],
      ["recovered tables", report.recovered],
      ["versions at the end", report.versions],
      ["kilobytes at the end", report.folderBytes / 1_000],
      ...toMeasures("failed behind calls", report.troubles),
      ["broken promises", report.breaches.length],
    ],
  });
}
