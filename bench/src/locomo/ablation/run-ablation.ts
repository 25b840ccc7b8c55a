import { writeJson } from "../../report/write-json.ts";
import { withFolder } from "../../with-folder.ts";
import type { Conversation } from "../data/locomo-data.ts";
import type { LocomoOptions } from "../parse-locomo-options.ts";
import { fillSubjects } from "../recorded/fill-subjects.ts";
import { createPalimpsestSubject } from "../recorded/subjects/palimpsest-subject.ts";
import { type RecordedConversation, toRecorded } from "../recorded/to-recorded.ts";
import { type Answers, askSubjects } from "../retrieval/ask-subjects.ts";
import { renderLeads, renderSubjects } from "../retrieval/render-figures.ts";
import { toFigures, toLead } from "../retrieval/to-figures.ts";
import { openVariant } from "./open-variant.ts";
import { type Variant, VARIANTS } from "./variants.ts";

/** What each signal gives to the search of recorded facts: all variants ask the same store. */
export async function runAblation(
  conversations: readonly Conversation[],
  { source, uri, json }: LocomoOptions,
  signal: AbortSignal,
): Promise<void> {
  const recorded = conversations.map((conversation) => toRecorded(conversation, source));
  const [all, ...others] = await withFolder(uri, (folder) => askVariants(recorded, folder, signal));
  const figures = [all, ...others].map(toFigures);
  const leads = others.map((other) => toLead(all, other));
  const tables = `${renderSubjects(figures)}\n\n${renderLeads(leads)}`;
  console.log(tables);
  await writeJson(json, "locomo --ablation", {
    source,
    variants: figures,
    leads,
    goals: [],
    tables,
  });
  console.log(`\nFigures: ${json}`);
}

async function askVariants(
  conversations: readonly RecordedConversation[],
  folder: string,
  signal: AbortSignal,
): Promise<readonly [Answers, ...Answers[]]> {
  await using opened = new AsyncDisposableStack();
  const open = (variant: Variant) =>
    opened.use(
      // Without a threshold: what is left of a score that signals are taken out of is lower.
      createPalimpsestSubject(variant.name, openVariant(folder, variant), {
        keepsSource: true,
        threshold: 0,
      }),
    );
  const [whole, ...parts] = VARIANTS;
  const subject = open(whole);
  await fillSubjects([subject], conversations, signal);
  const questions = conversations.flatMap((conversation) => conversation.questions);
  return await askSubjects([subject, ...parts.map(open)], questions, signal);
}
