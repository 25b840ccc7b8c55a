import { type Interval, meanInterval } from "../../report/bootstrap.ts";
import { type Timing, toTiming } from "../../report/timing.ts";
import { CATEGORIES, type Category } from "../data/locomo-data.ts";
import type { Answer, Answers } from "./ask-subjects.ts";
import { meanOf } from "./mean-of.ts";
import { type PerMeasure, perMeasure } from "./measures.ts";

/** A mean over questions, and where it would lie for others, with 95 % confidence. */
export interface Mean extends Interval {
  mean: number;
}

/** What is told of a subject: means over all questions. */
export interface SubjectFigures {
  name: string;
  questions: number;
  measures: PerMeasure<Mean>;
  /** Categories without a question are left out. */
  byCategory: Partial<Record<Category, { questions: number; measures: PerMeasure<Mean> }>>;
  search: Timing;
}

/** How much better one subject is than another, question by question. */
export interface Lead {
  of: string;
  over: string;
  measures: PerMeasure<Mean>;
}

/** The figures of a subject. */
export function toFigures({ name, answers }: Answers): SubjectFigures {
  const byCategory = Object.values(CATEGORIES)
    .map((category) => ({
      category,
      own: answers.filter(({ question }) => question.category === category),
    }))
    .filter(({ own }) => own.length > 0)
    .map(({ category, own }) => [category, { questions: own.length, measures: toMeans(own) }]);
  return {
    name,
    questions: answers.length,
    measures: toMeans(answers),
    byCategory: Object.fromEntries(byCategory) as SubjectFigures["byCategory"],
    search: toTiming(answers.map(({ elapsedMs }) => elapsedMs)),
  };
}

/** The lead of a subject over another one that was asked the same. */
export function toLead(first: Answers, second: Answers): Lead {
  const measures = perMeasure((measureOf) =>
    toMean(
      first.answers.map((answer, index) => {
        const other = second.answers[index];
        return other ? measureOf(answer.measures) - measureOf(other.measures) : Number.NaN;
      }),
    ),
  );
  return { of: first.name, over: second.name, measures };
}

function toMeans(answers: readonly Answer[]): PerMeasure<Mean> {
  return perMeasure((measureOf) => toMean(answers.map(({ measures }) => measureOf(measures))));
}

function toMean(values: readonly number[]): Mean {
  return { mean: meanOf(values), ...meanInterval(values) };
}
