import type { ReactNode } from "react";
import type { Figures, Tokens } from "../../wire.ts";
import { showMoment } from "../data/show-time.ts";
import { Empty } from "../parts/note.tsx";
import { Bars } from "./bars.tsx";
import { Columns } from "./columns.tsx";
import { Figure } from "./figure.tsx";
import { StepLine } from "./step-line.tsx";

/** Figures as pictures and tables, of whomever they are, and what else there is to show beside them. */
export function FiguresGrid({ figures, children }: { figures: Figures; children?: ReactNode }) {
  const { held, tokens } = figures;
  const operations = new Map(Object.entries(figures.operations));
  const decided = [...operations.values()].reduce((total, times) => total + times, 0);
  return (
    <div className="figures">
      <Figure
        title="Memories over time"
        summary={`${show(held.at(-1)?.value ?? 0)} now, by what was known at each time`}
        columns={["Since", "Memories"]}
        rows={held.map((step) => [showMoment(step.at), step.value])}
      >
        {held.length === 0 ? (
          <Empty>Nothing was ever remembered.</Empty>
        ) : (
          <StepLine steps={held} />
        )}
      </Figure>
      <Figure
        title="Decisions by kind"
        summary={`${show(decided)} in all`}
        columns={["Decision", "Times"]}
        rows={[...operations]}
      >
        <Bars values={operations} />
      </Figure>
      <Figure
        title="Tokens"
        summary={`${show(sum(tokens, "input"))} read and ${show(sum(tokens, "output"))} written by models`}
        columns={["When", "Read", "Written"]}
        rows={tokens.map(({ name, input, output }) => [name, input, output])}
      >
        {tokens.length === 0 ? (
          <Empty>No model that counts tokens was asked.</Empty>
        ) : (
          <Columns columns={tokens} />
        )}
      </Figure>
      {children}
    </div>
  );
}

function sum(tokens: readonly Tokens[], name: "input" | "output"): number {
  return tokens.reduce((total, column) => total + column[name], 0);
}

function show(number: number): string {
  return number.toLocaleString("en-GB");
}
