import { type Interval, meanInterval } from "../../report/bootstrap.ts";
import { type Timing, toTiming } from "../../report/timing.ts";
import { CATEGORIES, type Category } from "../data/locomo-data.ts";
import type { Answers, Outcome } from "./ask-subjects.ts";
import type { CutOff } from "./cut-off.ts";
import { type PerMeasure, perMeasure } from "./measures.ts";

/** A mean over questions, and where it would lie for others. */
export interface Mean extends Interval {
  mean: number;
}

/** What is told of a subject. */
export interface SubjectFigures {
  name: string;
  questions: number;
  measures: PerMeasure<Mean>;
  /** Categories without a question are left out. */
  byCategory: Partial<Record<Category, { questions: number; measures: PerMeasure<Mean> }>>;
  /** Means with the relative cut-off. */
  cut: CutOff;
  search: Timing;
}

/** The figures of a subject: means over all questions, with 95 % confidence intervals. */
export function toFigures({ name, outcomes }: Answers): SubjectFigures {
  return {
    name,
    questions: outcomes.length,
    measures: toMeans(outcomes),
    byCategory: Object.fromEntries(
      Object.values(CATEGORIES)
        .map((category) => [category, outcomes.filter((one) => one.category === category)] as const)
        .filter(([, own]) => own.length > 0)
        .map(([category, own]) => [category, { questions: own.length, measures: toMeans(own) }]),
    ),
    cut: {
      precision: meanOf(outcomes.map(({ cut }) => cut.precision)),
      recall: meanOf(outcomes.map(({ cut }) => cut.recall)),
      facts: meanOf(outcomes.map(({ cut }) => cut.facts)),
      tokens: meanOf(outcomes.map(({ cut }) => cut.tokens)),
    },
    search: toTiming(outcomes.map(({ elapsedMs }) => elapsedMs)),
  };
}

/** How much better the first subject is than the second, question by question. */
export function toDifference(first: Answers, second: Answers): PerMeasure<Mean> {
  return perMeasure((measureOf) =>
    toMean(
      first.outcomes.map((outcome, index) => {
        const other = second.outcomes[index];
        return other ? measureOf(outcome.measures) - measureOf(other.measures) : Number.NaN;
      }),
    ),
  );
}

function toMeans(outcomes: readonly Outcome[]): PerMeasure<Mean> {
  return perMeasure((measureOf) => toMean(outcomes.map(({ measures }) => measureOf(measures))));
}

function toMean(values: readonly number[]): Mean {
  return { mean: meanOf(values), ...meanInterval(values) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
