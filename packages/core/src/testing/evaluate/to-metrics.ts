import type { EvaluationMetrics } from "./evaluation-report.ts";
import { meanRanking } from "./measure-ranking.ts";
import type { CaseOutcome } from "./run-case.ts";
import { sumUsage } from "./sum-usage.ts";

/** The figures of one case or several: shares over all expectations, means over all questions. */
export function toMetrics(outcomes: readonly CaseOutcome[]): EvaluationMetrics {
  const sum = (amountOf: (outcome: CaseOutcome) => number) =>
    outcomes.reduce((total, outcome) => total + amountOf(outcome), 0);
  const questions = outcomes.flatMap((outcome) => outcome.questions);
  const measures = questions
    .map((question) => question.measures)
    .filter(({ ndcgAt10 }) => !Number.isNaN(ndcgAt10));
  const expected = sum((outcome) => outcome.expected);
  const found = expected - sum(({ missing }) => missing.length);
  const absent = sum((outcome) => outcome.absent);
  const stillCurrent = sum(({ present }) => present);
  return {
    extraction: {
      expected,
      found,
      recall: found / expected,
      memories: sum(({ memories }) => memories),
    },
    update: { absent, stillCurrent, accuracy: (absent - stillCurrent) / absent },
    retrieval: {
      questions: measures.length,
      ...meanRanking(measures),
      absenceViolations: questions.reduce((total, { violations }) => total + violations.length, 0),
    },
    unprocessed: sum(({ unprocessed }) => unprocessed),
    usage: sumUsage(outcomes.map(({ usage }) => usage)),
  };
}
