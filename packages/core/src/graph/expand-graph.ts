import type { Graph, GraphRow } from "./build-graph.ts";
import { USER } from "./entity-key.ts";
import { meet, type GraphQuestion } from "./read-question.ts";

/** What a step is worth that says something the question asks for. */
const ASKED_STEP = 0.95;

/** And one that says nothing of it; less the more memories name the entity that it starts from. */
const OTHER_STEP = 0.75;

/** A memory that only names two entities, without a relation between them. */
const UNSTATED = 0.8;

const LEAST_STRENGTH = 0.05;

/** Where one may be after each step, at most: enough for a scope of some hundred memories. */
const MOST_STATES = 200;

interface State {
  key: string;
  /** What of the question has been met on the way. */
  met: number;
  strength: number;
  /** The memory that led here. */
  via?: GraphRow;
}

/**
 * Memories that a question leads to over others, each with a strength of 0…1: "where does my
 * sister's boss live?" goes from the user over the sister and her boss to where he lives.
 *
 * A way is worth the share of the question's words that the memories on it say, and less with each
 * step, much less with one that was not asked for. Given are only memories for which the way says
 * something of the question that they do not say themselves: the rest is found by words and meaning.
 */
export function expandGraph(
  graph: Graph,
  { seeds, wanted }: GraphQuestion,
  { hops }: { hops: number },
): Map<GraphRow, number> {
  const found = new Map<GraphRow, number>();
  if (wanted.length === 0) return found;
  const meeting = new Map<GraphRow, { literally: number; inMeaning: number }>();
  const meets = (row: GraphRow) => {
    const known = meeting.get(row) ?? meet(row, wanted);
    meeting.set(row, known);
    return known;
  };
  let states: State[] = seeds.map(({ key, met, likelihood }) => ({
    key,
    met,
    strength: likelihood,
  }));
  for (let hop = 1; hop <= hops; hop++) {
    const next = new Map<string, State>();
    for (const state of states) {
      const rows = graph.rowsOf(state.key).filter((row) => row !== state.via);
      for (const row of rows) {
        const { literally, inMeaning } = meets(row);
        const met = state.met | inMeaning;
        const isAsked = met !== state.met;
        if (!isAsked && state.key === USER) continue;
        const strength =
          state.strength * (isAsked ? ASKED_STEP : OTHER_STEP / Math.sqrt(rows.length));
        if (strength < LEAST_STRENGTH) continue;
        if ((met & ~literally) !== 0) {
          const worth = (strength * countBits(met)) / wanted.length;
          found.set(row, Math.max(found.get(row) ?? 0, worth));
        }
        for (const key of row.entities) {
          if (key === state.key || key === USER) continue;
          visit(next, { key, met, strength: strength * linkOf(row, state.key, key), via: row });
          for (const { key: other, likelihood } of graph.entities.maybe(key)) {
            visit(next, { key: other, met, strength: strength * likelihood, via: row });
          }
        }
      }
    }
    states = [...next.values()].toSorted((a, b) => b.strength - a.strength).slice(0, MOST_STATES);
  }
  return found;
}

function visit(states: Map<string, State>, state: State): void {
  const id = `${state.met} ${state.key}`;
  if ((states.get(id)?.strength ?? 0) < state.strength) states.set(id, state);
}

function linkOf({ edges }: GraphRow, one: string, other: string): number {
  const isStated = edges.some(
    ({ from, to }) => (from === one && to === other) || (from === other && to === one),
  );
  return isStated ? 1 : UNSTATED;
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
