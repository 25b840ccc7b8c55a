import type { DecisionRow, Tally } from "@palimpsest/core";
import type { Tokens } from "../../wire.ts";

/** Days of which each gets a column of its own; of more each month. */
const MOST_DAYS = 60;

/**
 * Tokens by day, or by month where that are many, in UTC. A report's are counted once, whatever it
 * decided; for that the ids of the reports that cost some are held.
 */
export function countTokens(): Tally<
  Pick<DecisionRow, "reportId" | "decidedAt" | "inputTokens" | "outputTokens">,
  Tokens[]
> {
  const reports = new Set<string>();
  const days = new Map<string, Tokens>();
  return {
    add({ reportId, decidedAt, inputTokens, outputTokens }) {
      if (inputTokens + outputTokens === 0 || reports.has(reportId)) return;
      reports.add(reportId);
      const name = decidedAt.toISOString().slice(0, "2026-11-22".length);
      spend(days, { name, input: inputTokens, output: outputTokens });
    },
    result() {
      const inOrder = [...days.values()].toSorted((a, b) => a.name.localeCompare(b.name));
      if (days.size <= MOST_DAYS) return inOrder;
      const months = new Map<string, Tokens>();
      for (const day of inOrder) {
        spend(months, { ...day, name: day.name.slice(0, "2026-11".length) });
      }
      return [...months.values()];
    },
  };
}

function spend(stretches: Map<string, Tokens>, { name, input, output }: Tokens): void {
  const before = stretches.get(name) ?? { name, input: 0, output: 0 };
  stretches.set(name, { name, input: before.input + input, output: before.output + output });
}
