import type { Usage } from "../../record.ts";
import type { RankingMeasures } from "./measure-ranking.ts";

/** What is told of a case, or of all of them. A share of nothing is `NaN`, which JSON has as `null`. */
export interface EvaluationMetrics {
  /** Whether what was said is remembered. */
  extraction: {
    expected: number;
    /** Those that a current memory matches. */
    found: number;
    /** `found / expected` */
    recall: number;
    /** Current memories, expected or not. */
    memories: number;
  };
  /** Whether what is outdated is no longer held true. */
  update: {
    absent: number;
    /** Those that a current memory matches all the same. */
    stillCurrent: number;
    /** The share that no current memory matches. */
    accuracy: number;
  };
  /** The mean over all questions that expect something; of memories, not of exchanges. */
  retrieval: RankingMeasures & {
    questions: number;
    /** What was found and should have been absent, counted over all questions. */
    absenceViolations: number;
  };
  /** Exchanges that the model or the embedder failed at, so that nothing was learned from them. */
  unprocessed: number;
  usage: Usage;
}

/** What came of a question. */
export interface QuestionReport {
  question: string;
  /** The memories that were found, most relevant first. */
  found: string[];
  /** What was expected and is not among them. */
  missing: string[];
  /** The memories among them that should be absent. */
  violations: string[];
  measures: RankingMeasures;
}

/** What came of a case: the figures, and what to look at. */
export interface CaseReport extends EvaluationMetrics {
  name: string;
  /** What was expected and no current memory matches. */
  missing: string[];
  /** The current memories that should be absent. */
  stillCurrent: string[];
  questions: QuestionReport[];
}

/** What came of an evaluation, in the order of the cases. */
export interface EvaluationReport {
  cases: CaseReport[];
  total: EvaluationMetrics;
}
