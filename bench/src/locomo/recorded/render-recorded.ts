import { formatNumber } from "../../report/format-number.ts";
import { renderTable } from "../../report/table.ts";
import {
  renderCategories,
  renderLeads,
  renderSubjects,
  toShare,
} from "../retrieval/render-figures.ts";
import type { Lead, SubjectFigures } from "../retrieval/to-figures.ts";
import type { CutOff } from "./cut-off.ts";
import type { Injection } from "./measure-injection.ts";

/** The figures of a subject, and those with the relative cut-off. */
export type RecordedSubjectFigures = SubjectFigures & { cut: CutOff };

/** What a run over recorded facts tells. */
export interface RecordedFigures {
  ours: RecordedSubjectFigures;
  others: RecordedSubjectFigures[];
  /** Of ours over each of the others. */
  leads: Lead[];
  injection: Injection;
}

/** The figures as tables, one below the other. */
export function renderRecorded({ ours, others, leads, injection }: RecordedFigures): string {
  return [
    `${formatNumber(ours.questions)} questions that a recorded fact answers:`,
    renderSubjects([ours, ...others]),
    renderCategories(ours),
    renderLeads(leads),
    renderTable([
      ["at least half of the best score", "precision", "recall", "facts", "tokens"],
      ...[ours, ...others].map(({ name, cut: { precision, recall, facts, tokens } }) => [
        name,
        toShare(precision),
        toShare(recall),
        formatNumber(facts, 1),
        formatNumber(tokens),
      ]),
    ]),
    `context() injects ${formatNumber(injection.tokens)} tokens per question, recall ${toShare(injection.recall)}; ` +
      `the full history has ${formatNumber(injection.historyTokens)}.`,
  ].join("\n\n");
}
