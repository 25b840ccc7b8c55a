import { join } from "node:path";
import { assertGoals, renderGoals } from "../../report/goals.ts";
import { startProgress } from "../../report/progress.ts";
import { writeDrawing } from "../../report/write-drawing.ts";
import { writeJson } from "../../report/write-json.ts";
import { withFolder } from "../../with-folder.ts";
import type { Conversation } from "../data/locomo-data.ts";
import { openMemory } from "../open-memory.ts";
import type { LocomoOptions } from "../parse-locomo-options.ts";
import { type Answers, askSubjects } from "../retrieval/ask-subjects.ts";
import { drawRecall } from "../retrieval/draw-recall.ts";
import { renderCategories, renderLeads, renderSubjects } from "../retrieval/render-figures.ts";
import { toFigures, toLead } from "../retrieval/to-figures.ts";
import { createHeardExchanges } from "./heard-exchanges.ts";
import { factsSubject, unionSubject } from "./heard-subjects.ts";
import { toGoals } from "./to-goals.ts";
import { toQuestions } from "./to-questions.ts";
import { createTurnsSubject } from "./turns-subject.ts";

/**
 * What is found of raw conversations: among the facts that `memory.add` makes of them, among their raw
 * turns, and among facts and exchanges together.
 *
 * @throws {BenchError} when a goal is missed.
 */
export async function runEndToEnd(
  conversations: readonly Conversation[],
  { uri, json }: LocomoOptions,
  signal: AbortSignal,
): Promise<void> {
  const [turns, facts, union] = await withFolder(uri, (folder) =>
    listenAndAsk(conversations, folder, signal),
  );
  const figures = { turns: toFigures(turns), facts: toFigures(facts), union: toFigures(union) };
  const leads = [toLead(union, turns), toLead(union, facts), toLead(facts, turns)];
  const subjects = Object.values(figures);
  const tables = [
    "Ranks are of turns: a fact and an exchange fill as many as they stand for.",
    renderSubjects(subjects),
    ...subjects.map(renderCategories),
    renderLeads(leads),
  ].join("\n\n");
  const goals = toGoals(figures);
  console.log(tables);
  await writeJson(json, "locomo --end-to-end", { ...figures, leads, goals, tables });
  const svg = await writeDrawing(json, drawRecall("evidence turns", subjects));
  console.log(`\nFigures: ${json}\nDrawing: ${svg}\n`);

  console.log(renderGoals(goals));
  assertGoals(goals);
}

async function listenAndAsk(
  conversations: readonly Conversation[],
  folder: string,
  signal: AbortSignal,
): Promise<readonly [Answers, Answers, Answers]> {
  await using turnMemory = openMemory(join(folder, "turns"));
  await using memory = openMemory(join(folder, "facts"));
  const turns = createTurnsSubject(turnMemory, signal);
  const heard = createHeardExchanges(memory, signal);
  const spoken = conversations
    .flatMap(({ sessions }) => sessions)
    .reduce((sum, session) => sum + session.turns.length, 0);
  // Once as they are, and once for each of two users.
  const progress = startProgress(3 * spoken, "turns");
  try {
    // What one conversation leaves on a disk another one need not wait for.
    await Promise.all(
      conversations.flatMap((conversation) => [
        turns.listen(conversation, () => progress.advance(1, "stored raw")),
        heard.listen(conversation, (messages) => progress.advance(messages, "heard")),
      ]),
    );
  } finally {
    progress.stop();
  }
  const questions = conversations.flatMap(toQuestions);
  const subjects = [turns, factsSubject(memory, heard), unionSubject(memory, heard)] as const;
  return await askSubjects(subjects, questions, signal);
}
