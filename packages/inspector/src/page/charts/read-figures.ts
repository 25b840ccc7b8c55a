import type { LoggedDecision, Past, PastVersion } from "../../wire.ts";

/** A number that held from a time on. */
export interface Step {
  at: string;
  value: number;
}

/** The tokens of a stretch of time. */
export interface Tokens {
  name: string;
  input: number;
  output: number;
}

/** How many memories were held at a time, by what the store knew then. */
export function countHeld(versions: readonly PastVersion[]): Step[] {
  const changes = new Map<string, number>();
  const change = (at: string, by: number) => changes.set(at, (changes.get(at) ?? 0) + by);
  for (const { status, recordedAt, supersededAt } of versions) {
    if (status === "retracted" || status === "quarantined") continue;
    change(recordedAt, 1);
    if (supersededAt !== undefined) change(supersededAt, -1);
  }
  let value = 0;
  return [...changes.entries()]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([at, by]) => ({ at, value: (value += by) }));
}

/** How often each operation was decided, in the order of their names' weight. */
export function countOperations(decisions: readonly LoggedDecision[]): Map<string, number> {
  const counts = new Map(["ADD", "UPDATE", "DELETE", "NOOP", "REJECTED"].map((name) => [name, 0]));
  for (const { operation } of decisions) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return counts;
}

/** Days of which each gets a column of its own; of more each month. */
const MOST_DAYS = 60;

/** Tokens by day, or by month where that are many. A report's are counted once, whatever it decided. */
export function countTokens({ decisions }: Pick<Past, "decisions">): Tokens[] {
  const reports = new Map(decisions.map((decision) => [decision.reportId, decision]));
  const spent = [...reports.values()]
    .filter(({ inputTokens, outputTokens }) => inputTokens + outputTokens > 0)
    .toSorted((a, b) => a.decidedAt.localeCompare(b.decidedAt));
  const days = new Set(spent.map(({ decidedAt }) => decidedAt.slice(0, 10)));
  const length = days.size > MOST_DAYS ? 7 : 10;
  const columns = new Map<string, Tokens>();
  for (const { decidedAt, inputTokens, outputTokens } of spent) {
    const name = decidedAt.slice(0, length);
    const column = columns.get(name) ?? { name, input: 0, output: 0 };
    column.input += inputTokens;
    column.output += outputTokens;
    columns.set(name, column);
  }
  return [...columns.values()];
}
