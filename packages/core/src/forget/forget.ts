import { createHash } from "node:crypto";
import type { Engine } from "../engine.ts";
import { InvalidInputError } from "../errors.ts";
import { readBoolean, readIds } from "../input/read-values.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import { TABLE_NAMES } from "../ports/tables.ts";
import type { ForgetReceipt, MemoryId } from "../record.ts";
import { createRedactor } from "../redact/create-redactor.ts";
import { ownerKey, parseScope, type Scope } from "../scope.ts";
import { findRelevant } from "../search/find-relevant.ts";
import { readQuery } from "../search/search-options.ts";
import { WORD_WEIGHTS } from "../search/words/score-by-words.ts";
import { withoutAbsent } from "../without-absent.ts";
import { keepOthers } from "./keep-others.ts";
import { findOwners, readOwned } from "./read-owned.ts";
import { selectErasure, type Selection, type Wanted } from "./select-erasure.ts";

/** What `forget` takes. Without `query`, `ids` and `episodeIds` everything under the scope. */
export type ForgetOptions = Scope & {
  /** Memories that a strict search for it finds; the receipt says which. */
  query?: string | undefined;
  /** Memories, with all their versions and the exchanges that they came from. */
  ids?: readonly string[] | undefined;
  /** Exchanges, and what came from them. Of merged memories stays what others gave to them. */
  episodeIds?: readonly string[] | undefined;
  /**
   * Beside everything under the scope, also what its exchanges alone taught and that is kept outside
   * of it: of a session, what only that session taught about its user. Default: that stays, in its own words.
   */
  taughtOnlyHere?: boolean | undefined;
  /** Heeded until the erasure begins: then it is completed, whatever happens. */
  signal?: AbortSignal | undefined;
};

/** Only a memory's own words are a reason to erase it, not what was said around it or means nearly the same. */
const OWN_WORDS = { ...WORD_WEIGHTS, said: 0, beside: 0, around: 0, near: 0 };

/** Least share of the query's words, and least similarity, that a query erases by. */
const STRICT_WORDS = 0.6;
const STRICT_SIMILARITY = 0.6;

/** Memories that one query erases at most. */
const MOST_FOUND = 10_000;

/**
 * Erases for good what is under a scope: when it resolves, nothing of it is left in the store, and
 * nothing of its files.
 *
 * @throws {InvalidInputError} when the scope, the query or an id is none. Nothing was erased.
 * @throws {EmbeddingError} when what stays of a merged memory cannot be embedded. Nothing was erased.
 */
export async function forget(engine: Engine, options: ForgetOptions): Promise<ForgetReceipt> {
  const startedAt = engine.settings.now();
  const begun = performance.now();
  const scope = parseScope(options);
  const episodeIds = readIds(options.episodeIds, "episodeIds");
  const given = readIds(options.ids, "ids");
  const { query, signal } = options;
  const found = query === undefined ? undefined : await findByQuery(engine, query, scope, signal);
  const isNarrow = [given, episodeIds, found].some((part) => part !== undefined);
  const taughtOnlyHere = readBoolean(options.taughtOnlyHere, "taughtOnlyHere") ?? false;
  if (isNarrow && taughtOnlyHere) {
    throw new InvalidInputError("taughtOnlyHere goes with a whole scope, not with a part of it.", {
      parameter: "taughtOnlyHere",
      value: true,
    });
  }
  const wanted: Wanted = {
    scope,
    what: isNarrow
      ? {
          memoryIds: new Set([...(given ?? []), ...(found ?? [])]),
          episodeIds: new Set(episodeIds),
        }
      : "everything",
    taughtOnlyHere,
  };

  const store = await engine.store();
  const owners = await findOwners(store, scope);
  const selection = await inTurnOf(engine, [scope, ...owners], async () => {
    signal?.throwIfAborted();
    await keepOthers(engine, store, owners, wanted, signal);
    const selected = await selectFrom(store, owners, wanted);
    await store.erase(selected);
    return selected;
  });
  const receipt: ForgetReceipt = withoutAbsent({
    id: engine.settings.newId(),
    scope,
    erased: countErased(selection),
    ids: found,
    idsHash: hashKeys(selection),
    startedAt,
    finishedAt: engine.settings.now(),
  });
  const { id: receiptId, erased } = receipt;
  const durationMs = performance.now() - begun;
  engine.emit({ type: "forgotten", scope, receiptId, erased, durationMs });
  return receipt;
}

async function findByQuery(
  engine: Engine,
  query: string,
  scope: Scope,
  signal: AbortSignal | undefined,
): Promise<MemoryId[]> {
  // What a query says about time would only order what it finds.
  const text = readQuery(query);
  // The embedder does not learn a secret that is to be forgotten; the words are looked up as they are.
  const topic = await createRedactor(engine.settings.redact).text(text);
  const question = { text, topic, spans: [], about: "now", isOnlyTime: false } as const;
  const { ranked } = await findRelevant(engine, question, {
    scope,
    whose: { type: "subtree", scope },
    readingTime: "ever",
    wanted: MOST_FOUND,
    accepts: () => true,
    wordWeights: OWN_WORDS,
    signal,
  });
  return ranked
    .filter(
      ({ signals: { words, similarity } }) =>
        words >= STRICT_WORDS || similarity >= STRICT_SIMILARITY,
    )
    .slice(0, MOST_FOUND)
    .map(({ row }) => row.memoryId as MemoryId);
}

/** Runs a task when it is the turn of all of these owners, who then wait for it. */
async function inTurnOf<RESULT>(
  engine: Engine,
  scopes: readonly Scope[],
  task: () => Promise<RESULT>,
): Promise<RESULT> {
  // In one order, or two of these tasks could wait for each other.
  const keys = [...new Set(scopes.map(ownerKey))].toSorted();
  const run = keys.reduceRight((inner, key) => () => engine.owners.run(key, inner), task);
  return run();
}

/** Owner by owner: none has more than fits into memory, and an agent may have many. */
async function selectFrom(
  store: MemoryStore,
  owners: readonly Scope[],
  wanted: Wanted,
): Promise<Selection> {
  const selections: Selection[] = [];
  for (const owner of owners) {
    selections.push(selectErasure(await readOwned(store, owner), wanted));
  }
  const keysIn = (name: (typeof TABLE_NAMES)[number]) =>
    selections.flatMap(({ remove }) => remove[name]);
  return {
    remove: {
      memories: keysIn("memories"),
      episodes: keysIn("episodes"),
      sessions: keysIn("sessions"),
      decisions: keysIn("decisions"),
    },
    amend: selections.flatMap(({ amend }) => amend),
    memoryIds: selections.flatMap(({ memoryIds }) => memoryIds),
  };
}

function countErased({ remove, memoryIds }: Selection): ForgetReceipt["erased"] {
  return {
    memories: memoryIds.length,
    versions: remove.memories.length,
    episodes: remove.episodes.length,
    decisions: remove.decisions.length,
    // They stand in the versions, and are counted with them.
    relations: 0,
    summaries: remove.sessions.length,
  };
}

function hashKeys({ remove }: Selection): string {
  const keys = TABLE_NAMES.flatMap((name) => remove[name]).toSorted();
  return createHash("sha256").update(keys.join("\n")).digest("hex");
}
