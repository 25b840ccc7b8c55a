import type { Memory } from "../../memory.ts";
import type { MemoryRecord } from "../../record.ts";
import type { Scope } from "../../scope.ts";
import type { QuestionReport } from "./evaluation-report.ts";
import { measureRanking, type RankingMeasures } from "./measure-ranking.ts";
import type { PreparedQuestion } from "./read-cases.ts";
import { nameOf, toPredicate } from "./to-predicate.ts";

/** As many as `context()` looks at. */
const LIMIT = 20;

/** Asks a memory a question, and measures what it finds by what it should and should not. */
export async function askQuestion(
  memory: Memory,
  { question, expected, absent }: PreparedQuestion,
  { scope, signal }: { scope: Scope; signal: AbortSignal | undefined },
): Promise<QuestionReport> {
  const { results } = await memory.search(question, { ...scope, limit: LIMIT, signal });
  const wanted = expected.map((matcher) => ({ matcher, matches: toPredicate(matcher) }));
  const firstIndexes = wanted.map(({ matches }) => results.findIndex(matches));
  const unwanted = absent.map(toPredicate);
  const isUnwanted = (result: MemoryRecord) => unwanted.some((matches) => matches(result));
  return {
    question,
    found: results.map(({ memory: text }) => text),
    missing: wanted
      .filter((_, index) => firstIndexes[index] === -1)
      .map(({ matcher }) => nameOf(matcher)),
    violations: results.filter(isUnwanted).map(({ memory: text }) => text),
    measures: measureFirsts(firstIndexes),
  };
}

/**
 * Each expectation is met at its first match: what says it again is no gain. Two that one memory
 * meets are one thing to find, so that no rank counts twice.
 */
function measureFirsts(firstIndexes: readonly number[]): RankingMeasures {
  const met = new Set(firstIndexes.filter((index) => index !== -1));
  const missing = firstIndexes.filter((index) => index === -1).length;
  const isRelevant = Array.from({ length: LIMIT }, (_, index) => met.has(index));
  return measureRanking(isRelevant, met.size + missing);
}
