import type { RenderedContext } from "@palimpsest/core/adapter";

/** All that happens between what a user says and the answer to it. */
export interface Turn {
  readonly key: string;
  /** How many turns of the same key began here before. */
  readonly repeat: number;
  /**
   * `open`: the model is being asked, or tools are; `failed`: its last attempt was no answer, and may be
   * made again; `stopped`: somebody wanted no answer any more; `answered`: it is over.
   */
  state: "open" | "failed" | "stopped" | "answered";
  /** The user's words: nobody kept them yet, they were kept, or they must not be. */
  words: "unheard" | "kept" | "waived";
  /** What was looked up for it, once for all its steps. */
  recalled?: Promise<RenderedContext> | undefined;
}

/** The turns of the last while, in this process. */
export interface Turns {
  /** The turn of a prompt that ends with the user: a new one, or one whose last attempt failed. */
  begin(key: string): Turn;
  /** The turn of a prompt that goes on: that in which these calls were made, or one made elsewhere. */
  resume(key: string, calls: readonly string[]): Turn;
  /** Makes the turn known by the calls that it waits for. */
  waitFor(turn: Turn, calls: readonly string[]): void;
  find(key: string): Turn | undefined;
}

const MOST_TURNS = 1_000;
const KEPT_MS = 15 * 60_000;

/** No turns yet. At most 1,000 are known, each for a quarter of an hour after its last step. */
export function createTurns(now: () => number = Date.now): Turns {
  const byName = new Map<string, Turn>();
  // In the order of their last use.
  const known = new Map<Turn, { names: Set<string>; usedAt: number }>();

  function use(turn: Turn, names: readonly string[]): Turn {
    const entry = known.get(turn) ?? { names: new Set(), usedAt: 0 };
    known.delete(turn);
    known.set(turn, { names: entry.names, usedAt: now() });
    for (const name of names) {
      entry.names.add(name);
      byName.set(name, turn);
    }
    dropOld();
    return turn;
  }

  function dropOld(): void {
    for (const [turn, { names, usedAt }] of known) {
      if (known.size <= MOST_TURNS && now() - usedAt <= KEPT_MS) return;
      known.delete(turn);
      for (const name of names) if (byName.get(name) === turn) byName.delete(name);
    }
  }

  function create(key: string): Turn {
    const last = byName.get(key);
    // Asked again after it was stopped, when its words were kept, it has but an answer to keep.
    const words = last?.state === "stopped" && last.words === "kept" ? "kept" : "unheard";
    return { key, repeat: last ? last.repeat + 1 : 0, state: "open", words };
  }

  return {
    begin(key) {
      dropOld();
      const last = byName.get(key);
      const turn = last?.state === "failed" ? last : create(key);
      turn.state = "open";
      // What must not be kept is said with each attempt.
      if (turn.words === "waived") turn.words = "unheard";
      return use(turn, [key]);
    },
    resume(key, calls) {
      dropOld();
      // Without calls the history was pruned, or the answer is to be continued. With calls that are not
      // known here, another process began it: a turn of the same words may be that of another chat.
      const names = calls.length > 0 ? calls : [key];
      const turn = names.map((name) => byName.get(name)).find((found) => found !== undefined);
      return use(turn ?? create(key), turn ? [] : [key, ...calls]);
    },
    waitFor(turn, calls) {
      use(turn, calls);
    },
    find(key) {
      dropOld();
      return byName.get(key);
    },
  };
}
