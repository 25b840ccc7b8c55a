import { formatNumber } from "../../report/format-number.ts";
import { renderTable } from "../../report/table.ts";
import type { Injection } from "./measure-injection.ts";
import { MEASURE_NAMES, type PerMeasure } from "./measures.ts";
import type { Mean, SubjectFigures } from "./to-figures.ts";

/** How much better ours is than another subject. */
export interface Lead {
  over: string;
  measures: PerMeasure<Mean>;
}

/** What a run over recorded facts tells. */
export interface RecordedFigures {
  /** Ours first. */
  subjects: SubjectFigures[];
  leads: Lead[];
  injection: Injection;
}

/** The figures as tables, one below the other. */
export function renderRecorded({ subjects, leads, injection }: RecordedFigures): string {
  const [ours] = subjects;
  return [
    renderTable([
      ["all answerable questions", ...MEASURE_NAMES, "search p50 / p95, ms"],
      ...subjects.map(({ name, measures, search }) => [
        name,
        ...toCells(measures),
        `${formatNumber(search.p50Ms, 1)} / ${formatNumber(search.p95Ms, 1)}`,
      ]),
    ]),
    renderTable([
      [`${ours?.name ?? ""}, by category`, "questions", ...MEASURE_NAMES],
      ...Object.entries(ours?.byCategory ?? {}).map(([category, { questions, measures }]) => [
        category,
        formatNumber(questions),
        ...toCells(measures),
      ]),
    ]),
    renderTable([
      ["ahead of, paired, 95 %", "R@10", "nDCG@10"],
      ...leads.map(({ over, measures }) => [
        over,
        toDifference(measures["R@10"]),
        toDifference(measures["nDCG@10"]),
      ]),
    ]),
    renderTable([
      ["at least half of the best score", "precision", "recall", "facts", "tokens"],
      ...subjects.map(({ name, cut }) => [
        name,
        toShare(cut.precision),
        toShare(cut.recall),
        formatNumber(cut.facts, 1),
        formatNumber(cut.tokens),
      ]),
    ]),
    `context() injects ${formatNumber(injection.tokens)} tokens per question, recall ${toShare(injection.recall)}; ` +
      `the full history has ${formatNumber(injection.historyTokens)}.`,
  ].join("\n\n");
}

function toCells(measures: PerMeasure<Mean>): string[] {
  return MEASURE_NAMES.map((name) => toShare(measures[name].mean));
}

function toShare(value: number): string {
  return formatNumber(value, 3);
}

function toDifference({ mean, low, high }: Mean): string {
  return `${mean < 0 ? "" : "+"}${toShare(mean)} [${toShare(low)}, ${toShare(high)}]`;
}
