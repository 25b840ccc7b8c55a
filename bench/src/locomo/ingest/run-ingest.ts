import { writeJson } from "../../report/write-json.ts";
import { withFolder } from "../../with-folder.ts";
import type { Conversation } from "../data/locomo-data.ts";
import type { LocomoOptions } from "../parse-locomo-options.ts";
import { checkReopened } from "./check-reopened.ts";
import { ingest } from "./ingest.ts";
import { renderReport } from "./render-report.ts";

/**
 * What `memory.add` makes of conversations, and what their questions cost.
 *
 * @throws {BenchError} when a new process finds other memories.
 */
export async function runIngest(
  conversations: readonly Conversation[],
  { uri: kept, json }: LocomoOptions,
  signal: AbortSignal,
): Promise<void> {
  const report = await withFolder(kept, async (uri) => ingest(conversations, { uri, signal }));
  console.log(renderReport(report));
  await writeJson(json, "locomo --ingest", report);
  console.log(`\nFigures: ${json}`);
  checkReopened(report.counts, report.reopened.counts);
}
