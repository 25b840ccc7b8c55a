import type { Graph, GraphRow } from "./build-graph.ts";
import { USER } from "./entity-key.ts";
import { meet, type GraphQuestion, type Meeting } from "./read-question.ts";

/** What a step is worth that says something the question asks for. */
const ASKED_STEP = 0.95;

/** And one that says nothing of it; less the more memories name the entity that it starts from. */
const OTHER_STEP = 0.75;

/**
 * Of several steps that say what is asked for, each is worth less: by the fourth root of their
 * number. Without it, recall@10 of LoCoMo's questions over several facts was 0.01 lower (dev half),
 * because whoever is in every memory led from each to all others; by the square root, two of the
 * sixty questions of `questions.test.ts` lost their answer.
 */
const SPREAD = 0.25;

/** A memory that only names two entities, without a relation between them. */
const UNSTATED = 0.8;

/** The share of all memories that makes a hub, and the least number. */
const HUB_SHARE = 0.2;
const LEAST_OF_HUB = 10;

const LEAST_STRENGTH = 0.05;

/** Where one may be after each step, at most: enough for a scope of some hundred memories. */
const MOST_STATES = 200;

/** What a question leads to. */
export interface Expansion {
  /** Memories, each with a strength of 0…1. */
  readonly strengths: ReadonlyMap<GraphRow, number>;
  /** The keys of the entities on the way, strongest first. */
  readonly reached: readonly string[];
}

/** Where a way has come to. */
interface State {
  readonly key: string;
  /** What of the question was met on the way. */
  readonly met: number;
  readonly strength: number;
  /** The memory that led here. */
  readonly via?: GraphRow;
}

/** A memory that goes on from a state. */
interface Step {
  readonly row: GraphRow;
  readonly met: number;
  /** What of the question the memory says in the same words. */
  readonly literally: number;
  readonly strength: number;
}

/**
 * Memories that a question leads to over others, and whom it meets on the way: "where does my
 * sister's boss live?" goes from the user over the sister and her boss to where he lives.
 *
 * A way is worth the share of the question's words that the memories on it say, and less with each
 * step, much less with one that was not asked for. Given are only memories to which the way says
 * something of the question that they do not say themselves: the rest is found by words and meaning.
 */
export function expandGraph(
  graph: Graph,
  { seeds, wanted }: GraphQuestion,
  { hops }: { hops: number },
): Expansion {
  const strengths = new Map<GraphRow, number>();
  const reached: State[] = [];
  const meeting = new Map<GraphRow, Meeting>();
  const meets = (row: GraphRow): Meeting => {
    const known = meeting.get(row) ?? meet(row, wanted);
    meeting.set(row, known);
    return known;
  };
  let states: readonly State[] = seeds.map(({ likelihood, ...seed }) => ({
    ...seed,
    strength: likelihood,
  }));
  for (let hop = 1; hop <= hops; hop++) {
    const next = new Map<string, State>();
    for (const state of states) {
      for (const step of stepsFrom(state, graph, meets)) {
        const { row, met, literally, strength } = step;
        if ((state.met & ~literally) !== 0) {
          const worth = (strength * countBits(met)) / wanted.length;
          strengths.set(row, Math.max(strengths.get(row) ?? 0, worth));
        }
        for (const arrival of arrivalsBy(step, state.key, graph)) keepStronger(next, arrival);
      }
    }
    states = [...next.values()].toSorted((a, b) => b.strength - a.strength).slice(0, MOST_STATES);
    reached.push(...states);
  }
  reached.sort((a, b) => b.strength - a.strength);
  return { strengths, reached: [...new Set(reached.map(({ key }) => key))] };
}

function stepsFrom(state: State, graph: Graph, meets: (row: GraphRow) => Meeting): Step[] {
  const ways = graph
    .rowsOf(state.key)
    .filter((row) => row !== state.via)
    .map((row) => ({ row, met: state.met | meets(row).inMeaning }));
  const asked = ways.filter(({ met }) => met !== state.met);
  const askedStep = ASKED_STEP * asked.length ** -SPREAD;
  const otherStep = isHub(state.key, graph) ? 0 : OTHER_STEP / Math.sqrt(ways.length);
  return ways
    .map(({ row, met }) => ({
      row,
      met,
      literally: meets(row).literally,
      strength: state.strength * (met === state.met ? otherStep : askedStep),
    }))
    .filter(({ strength }) => strength >= LEAST_STRENGTH);
}

/**
 * Whether an entity is in so many memories that it joins nothing: the user, whose all of them are,
 * and in a conversation of two the other one. From there only what is asked for leads on, and over
 * it nothing does; without this, LoCoMo's recall@10 was a point lower than without a graph.
 */
function isHub(key: string, graph: Graph): boolean {
  return (
    key === USER || graph.rowsOf(key).length > Math.max(LEAST_OF_HUB, graph.rows.length * HUB_SHARE)
  );
}

/** Whom else a memory names, hubs excepted. */
function arrivalsBy({ row, met, strength }: Step, from: string, graph: Graph): State[] {
  return [...row.entities]
    .filter((key) => key !== from && !isHub(key, graph))
    .flatMap((key) => {
      const arrival = { key, met, strength: strength * linkOf(row, from, key), via: row };
      const others = graph.entities.maybe(key).map((other) => ({
        ...arrival,
        key: other.key,
        strength: strength * other.likelihood,
      }));
      return [arrival, ...others];
    });
}

function keepStronger(states: Map<string, State>, state: State): void {
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
