import { BenchError } from "../bench-error.ts";
import { startProgress } from "../report/progress.ts";
import { writeJson } from "../report/write-json.ts";
import { withFolder } from "../with-folder.ts";
import { answerReadings } from "./answer-readings.ts";
import { type AnswerFile, openAnswerFile } from "./answer-file.ts";
import type { History } from "./history.ts";
import { CONTEXTS, makeContexts, type Reading } from "./make-contexts.ts";
import { openModels } from "./open-models.ts";
import type { AnsweringOptions } from "./parse-answering-options.ts";
import { renderReckoning } from "./reckon-cost.ts";
import { renderFigures } from "./render-figures.ts";
import { toFigures } from "./to-figures.ts";

export interface RunOptions extends AnsweringOptions {
  uri?: string | undefined;
  json: string;
}

/**
 * Has a reader answer the questions about histories from each context and a judge compare the answers
 * with the expected ones, and prints how many are correct. What a file of answers has is not asked again.
 *
 * @throws {BenchError} without a key, without `yes`, and when a model keeps failing.
 */
export async function runAnswers(
  bench: string,
  histories: readonly History[],
  options: RunOptions,
  signal: AbortSignal,
): Promise<void> {
  const models = openModels(options);
  const { answersFile, json, reader, judge, budget, prices } = options;
  const file = await openAnswerFile(answersFile, { reader, judge, budget });
  const readings = await makeMissing(histories, file, { ...options, signal });
  if (readings.length > 0) {
    console.log(renderReckoning(readings, prices));
    if (!options.yes) throw new BenchError("Nothing was sent. --yes goes on from here.");
    const progress = startProgress(readings.length, "answers");
    try {
      await answerReadings(readings, {
        models,
        signal,
        async onJudged(verdict) {
          await file.append({ ...verdict, budget, reader, judge });
          progress.advance(1, verdict.context);
        },
      });
    } finally {
      progress.stop();
    }
  }

  const figures = toFigures(collect(histories, file), prices);
  const tables = renderFigures(figures);
  console.log(tables);
  const conditions = { reader, judge, budget, prices };
  await writeJson(json, bench, { ...conditions, contexts: figures, goals: [], tables });
  console.log(`\nFigures: ${json}\nAnswers: ${answersFile}`);
}

/** The readings that the file does not have. Only histories that they are about are fed. */
async function makeMissing(
  histories: readonly History[],
  file: AnswerFile,
  { uri, budget, signal }: RunOptions & { signal: AbortSignal },
): Promise<Reading[]> {
  const isMissing = (questionId: string) =>
    CONTEXTS.some((context) => file.find(questionId, context) === undefined);
  const asked = histories
    .map((history) => ({
      ...history,
      questions: history.questions.filter(({ id }) => isMissing(id)),
    }))
    .filter(({ questions }) => questions.length > 0);
  if (asked.length === 0) return [];
  const readings = await withFolder(uri, (folder) =>
    makeContexts(asked, { folder, budget, signal }),
  );
  return readings.filter(({ question, context }) => file.find(question.id, context) === undefined);
}

function collect(histories: readonly History[], file: AnswerFile) {
  return histories
    .flatMap(({ questions }) => questions)
    .flatMap(({ id, category }) =>
      CONTEXTS.flatMap((context) => {
        const judged = file.find(id, context);
        return judged === undefined ? [] : [{ ...judged, category }];
      }),
    );
}
