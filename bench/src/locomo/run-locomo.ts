import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { BenchError } from "../bench-error.ts";
import { checkReopened } from "./check-reopened.ts";
import { ingest } from "./ingest.ts";
import { readLocomo, type Conversation } from "./locomo-data.ts";
import { LOCOMO_USAGE, parseLocomoOptions } from "./parse-locomo-options.ts";
import { renderReport } from "./render-report.ts";
import { withFolder } from "../with-folder.ts";

/**
 * The bench `locomo`: prints its figures and writes them as JSON.
 *
 * @throws {BenchError} when the data is missing, or a new process finds other memories.
 */
export async function runLocomo(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseLocomoOptions(args);
  if (options === "help") {
    console.log(LOCOMO_USAGE);
    return;
  }
  const { data, conversations: ids, questions, json } = options;
  const conversations = choose(await readLocomo(data), ids);
  const report = await withFolder(options.uri, async (uri) =>
    ingest(conversations, { uri, questions, signal }),
  );
  console.log(renderReport(report));
  await mkdir(dirname(json), { recursive: true });
  const head = { bench: "locomo --ingest", node: process.version, finishedAt: new Date() };
  await writeFile(json, `${JSON.stringify({ ...head, ...report }, null, 2)}\n`);
  console.log(`\nFigures: ${json}`);
  checkReopened(report.counts, report.reopened.counts);
}

function choose(conversations: readonly Conversation[], ids: readonly string[]): Conversation[] {
  const known = conversations.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new BenchError(`There is no ${unknown.join(", ")} among ${known.join(", ")}.`);
  }
  return conversations.filter(({ id }) => ids.length === 0 || ids.includes(id));
}
