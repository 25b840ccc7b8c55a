import type { MemoryStore, Scope, Whose } from "@palimpsest/core";
import type { Figures } from "../../wire.ts";
import { countHeld } from "./count-held.ts";
import { countOperations } from "./count-operations.ts";
import { countParts } from "./count-parts.ts";
import { countTokens } from "./count-tokens.ts";

type Tables = Pick<MemoryStore, "memories" | "decisions">;

/** What a scope and all below it is in numbers, and in which sessions and agents it is. */
export async function readFigures(store: Tables, scope: Scope): Promise<Figures> {
  const whose = { type: "subtree", scope } as const;
  const [figures, parts] = await Promise.all([
    reckon(store, whose),
    store.memories.tally(whose, ["scope"], countParts, {
      column: "status",
      equals: "current",
    }),
  ]);
  return { ...figures, parts };
}

/** What everybody's memories are in numbers: two columns of all versions are read, and four of all decisions. */
export async function readFiguresOfAll(store: Tables): Promise<Figures> {
  return reckon(store, { type: "everyone" });
}

/** Reads columns only, and keeps none of the rows, so that it does not matter how many there are. */
async function reckon(store: Tables, whose: Whose): Promise<Figures> {
  const [held, operations, tokens] = await Promise.all([
    store.memories.tally(whose, ["recordedAt", "supersededAt"], countHeld, {
      column: "status",
      isOneOf: ["current", "superseded"],
    }),
    countOperations(store, whose),
    store.decisions.tally(
      whose,
      ["reportId", "decidedAt", "inputTokens", "outputTokens"],
      countTokens,
    ),
  ]);
  return { held, operations, tokens };
}
