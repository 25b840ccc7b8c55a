import { join } from "node:path";
import { readLocomo, type Conversation } from "../locomo/data/locomo-data.ts";
import { openMemory } from "../locomo/open-memory.ts";
import { fillSubjects } from "../locomo/recorded/fill-subjects.ts";
import { createPalimpsestSubject } from "../locomo/recorded/subjects/palimpsest-subject.ts";
import { toRecorded } from "../locomo/recorded/to-recorded.ts";
import { assertGoals, renderGoals } from "../report/goals.ts";
import { renderTable } from "../report/table.ts";
import { formatNumber } from "../report/format-number.ts";
import { writeJson } from "../report/write-json.ts";
import { withFolder } from "../with-folder.ts";
import { measureReadPolicy, type ReadPolicyFigures } from "./measure-read-policy.ts";
import { parseReadPolicyOptions, READ_POLICY_USAGE } from "./parse-read-policy-options.ts";
import { pickForeign } from "./pick-foreign.ts";
import { toGoals } from "./to-goals.ts";

/**
 * The bench `read-policy`: how often something is injected that has nothing to do with a question, and
 * what keeping quiet costs.
 *
 * @throws {BenchError} when the data is missing or a goal is missed.
 */
export async function runReadPolicy(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseReadPolicyOptions(args);
  if (options === "help") {
    console.log(READ_POLICY_USAGE);
    return;
  }
  const conversations = await readLocomo(options.data);
  const figures = await withFolder(options.uri, (folder) =>
    measure(conversations, { folder, questions: options.questions, signal }),
  );
  const tables = render(figures);
  const goals = toGoals(figures);
  console.log(tables);
  await writeJson(options.json, "read-policy", { ...figures, goals, tables });
  console.log(`\nFigures: ${options.json}\n`);
  console.log(renderGoals(goals));
  assertGoals(goals);
}

async function measure(
  conversations: readonly Conversation[],
  { folder, questions, signal }: { folder: string; questions: number; signal: AbortSignal },
): Promise<ReadPolicyFigures> {
  const recorded = conversations.map((conversation) => toRecorded(conversation, "turn"));
  await using ours = createPalimpsestSubject("Palimpsest", openMemory(join(folder, "memories")), {
    keepsSource: true,
  });
  await fillSubjects([ours], recorded, signal);
  return await measureReadPolicy(ours.memory, {
    own: recorded.flatMap((conversation) => conversation.questions),
    foreign: pickForeign(conversations, questions),
    signal,
  });
}

function render({ own, foreign, silent, recall, recallOfAll }: ReadPolicyFigures): string {
  return renderTable([
    ["", "questions", "figure"],
    [
      "context() is empty for other people's questions",
      formatNumber(foreign),
      formatNumber(silent, 3),
    ],
    ["recall@10 of the own questions", formatNumber(own), formatNumber(recall, 3)],
    ["the same without a threshold", formatNumber(own), formatNumber(recallOfAll, 3)],
  ]);
}
