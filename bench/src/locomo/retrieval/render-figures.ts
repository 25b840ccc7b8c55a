import { formatNumber } from "../../report/format-number.ts";
import { renderTable } from "../../report/table.ts";
import { MEASURE_NAMES, type PerMeasure } from "./measures.ts";
import type { Lead, Mean, SubjectFigures } from "./to-figures.ts";

/** A table with a line for each subject. */
export function renderSubjects(subjects: readonly SubjectFigures[]): string {
  return renderTable([
    ["", ...MEASURE_NAMES, "search p50 / p95, ms"],
    ...subjects.map(({ name, measures, search }) => [
      name,
      ...toCells(measures),
      `${formatNumber(search.p50Ms, 1)} / ${formatNumber(search.p95Ms, 1)}`,
    ]),
  ]);
}

/** A table with a line for each category of questions, of one subject. */
export function renderCategories({ name, byCategory }: SubjectFigures): string {
  return renderTable([
    [name, "questions", ...MEASURE_NAMES],
    ...Object.entries(byCategory).map(([category, { questions, measures }]) => [
      category,
      formatNumber(questions),
      ...toCells(measures),
    ]),
  ]);
}

/** A table of paired differences with their 95 % confidence intervals. */
export function renderLeads(leads: readonly Lead[]): string {
  return renderTable([
    ["difference, 95 %", "R@10", "nDCG@10"],
    ...leads.map(({ of, over, measures }) => [
      `${of} – ${over}`,
      toDifference(measures["R@10"]),
      toDifference(measures["nDCG@10"]),
    ]),
  ]);
}

/** A share of 0…1, as it stands in tables. */
export function toShare(value: number): string {
  return formatNumber(value, 3);
}

function toCells(measures: PerMeasure<Mean>): string[] {
  return MEASURE_NAMES.map((name) => toShare(measures[name].mean));
}

function toDifference({ mean, low, high }: Mean): string {
  return `${mean < 0 ? "" : "+"}${toShare(mean)} [${toShare(low)}, ${toShare(high)}]`;
}
