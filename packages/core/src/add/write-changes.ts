import { embedTexts } from "../calls/embed-texts.ts";
import type { Engine } from "../engine.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { Vector, VersionRow } from "../ports/stored-rows.ts";
import type { Change, MemoryId, Usage } from "../record.ts";
import { toScopeColumns, type Scope } from "../scope.ts";
import { termsOf } from "../text/analyze-text.ts";
import { hashText } from "../text/hash-text.ts";
import { withoutAbsent } from "../without-absent.ts";
import type { Draft, Effect, Ruling } from "./ruling.ts";

/** What was written, and the rulings that came too late: somebody else changed their memory first. */
export interface WriteResult {
  changes: Change[];
  outrun: Ruling[];
}

/** A ruling that changes something. */
type EffectiveRuling = Ruling & { effect: Effect };

/**
 * Writes what the rulings change, in one atomic commit. The one place that writes memories.
 *
 * Texts without a vector are embedded, all in one call. Of a ruling that was outrun nothing is
 * written: neither is its memory closed, nor its successor there.
 */
export async function writeChanges(
  engine: Engine,
  store: MemoryStore,
  rulings: readonly Ruling[],
  {
    scope,
    reportId,
    meter,
    signal,
  }: { scope: Scope; reportId: string; meter: Usage; signal?: AbortSignal | undefined },
): Promise<WriteResult> {
  const effective = rulings.filter(hasEffect);
  if (effective.length === 0) return { changes: [], outrun: [] };
  const startedAt = performance.now();
  const heads = await readHeads(store, effective);
  const vectors = await findVectors(engine, effective, heads, { meter, signal });

  const { now, embedder } = engine.settings;
  // The clock may have been set back: nobody learns what takes a version's place before the version.
  const known = [...heads.values()].map((head) => head.recordedAt.getTime());
  const recordedAt = new Date(Math.max(now().getTime(), ...known));
  const writes = effective.map((ruling, index) => {
    const next = toVersion(ruling, recordedAt, { reportId, embedder: embedder.id });
    const vector = vectors[index];
    const versions = [vector ? { ...next, vector } : next];
    const { effect } = ruling;
    if (effect.type === "start") return { ruling, rows: versions };
    const head = heads.get(effect.head.key) ?? effect.head;
    return { ruling, rows: [closeHead(head, effect, recordedAt), ...versions] };
  });
  const refused = await commit(
    store,
    writes.flatMap(({ rows }) => rows),
  );
  const [written, outrun] = partition(writes, ({ rows }) =>
    rows.every(({ key }) => !refused.has(key)),
  );
  const changes = written.flatMap(({ ruling }) => toChange(ruling));
  engine.emit({
    type: "written",
    scope,
    reportId,
    changes,
    durationMs: performance.now() - startedAt,
  });
  engine.ledger.spend(scope, { memories: written.length });
  return { changes, outrun: outrun.map(({ ruling }) => ruling) };
}

function hasEffect(ruling: Ruling): ruling is EffectiveRuling {
  return ruling.effect !== undefined;
}

/** The rows to be closed, whole: a row is written again with all of its columns. */
async function readHeads(
  store: MemoryStore,
  rulings: readonly EffectiveRuling[],
): Promise<Map<string, VersionRow>> {
  const keys = rulings.flatMap(({ effect }) =>
    effect.type === "continue" ? [effect.head.key] : [],
  );
  if (keys.length === 0) return new Map();
  const rows = await store.memories.find(
    // Whoever made the ruling had these rows in sight; this is only about their vectors.
    { type: "everyone" },
    { where: { column: "key", isOneOf: keys }, withVector: true },
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** The vector of each ruling's next version: its own, that of the head with the same text, or a new one. */
async function findVectors(
  engine: Engine,
  rulings: readonly EffectiveRuling[],
  heads: ReadonlyMap<string, VersionRow>,
  call: { meter: Usage; signal?: AbortSignal | undefined },
): Promise<(Vector | undefined)[]> {
  const known = rulings.map(({ effect }) => {
    const head = effect.type === "continue" ? heads.get(effect.head.key) : undefined;
    return effect.next.vector ?? (head?.text === effect.next.text ? head.vector : undefined);
  });
  const missing = rulings.filter((_, index) => known[index] === undefined);
  const embedded = await embedTexts(
    engine,
    missing.map(({ effect }) => effect.next.text),
    { purpose: "document", ...call },
  );
  const queue = embedded.values();
  return known.map((vector) => vector ?? queue.next().value);
}

async function commit(store: MemoryStore, rows: readonly VersionRow[]): Promise<Set<string>> {
  const { memories } = store;
  const isNew = rows.every(({ slot }) => slot === 1);
  // What has the id of its memory for a lineage is nobody else's: appending it needs no look at what is there.
  if (isNew && rows.every(({ lineage, memoryId }) => lineage === memoryId)) {
    await memories.append(rows);
    return new Set();
  }
  const { refused } = await (isNew ? memories.insert(rows) : memories.merge(rows));
  return new Set(refused);
}

function toVersion(
  { decision, model, effect }: EffectiveRuling,
  recordedAt: Date,
  { reportId, embedder }: { reportId: string; embedder: string },
): VersionRow {
  const { scope, ...draft }: Draft = effect.next;
  const lineage =
    effect.type === "continue" ? effect.head.lineage : (effect.lineage ?? draft.memoryId);
  const slot = effect.type === "continue" ? effect.head.slot + 1 : 1;
  return withoutAbsent({
    ...draft,
    ...toScopeColumns(scope),
    key: `${lineage}@${slot}`,
    revision: 1,
    lineage,
    slot,
    hash: hashText(draft.text),
    terms: termsOf(draft.text).join(" "),
    recordedAt,
    // What enters as history was never known as current.
    supersededAt: draft.status === "superseded" ? recordedAt : undefined,
    operation: decision.operation,
    decisionId: decision.id,
    reportId,
    reason: decision.reason,
    actor: decision.actor,
    model,
    embedder,
  });
}

function closeHead(
  head: VersionRow,
  { validTo, next, head: judged }: Extract<Effect, { type: "continue" }>,
  supersededAt: Date,
): VersionRow {
  const successor =
    next.supersededBy ?? (next.memoryId === head.memoryId ? undefined : next.memoryId);
  return withoutAbsent({
    ...head,
    // The revision that was judged, not the one that stands there now: if they differ, the ruling is outrun.
    revision: judged.revision + 1,
    status: head.status === "current" ? "superseded" : head.status,
    supersededBy: successor,
    supersededAt,
    // A memory cannot have ended before it began.
    validTo: validTo < head.validFrom ? head.validFrom : validTo,
  });
}

/** What a ruling changed, for whoever recalls; a memory that began in quarantine changes nothing for them. */
function toChange({ decision, effect }: EffectiveRuling): Change | [] {
  const { next } = effect;
  const decisionId = decision.id;
  if (effect.type === "start") {
    if (next.status === "quarantined") return [];
    return withoutAbsent({
      event: "ADD",
      id: next.memoryId as MemoryId,
      memory: next.text,
      supersededBy: next.supersededBy as MemoryId | undefined,
      version: next.version,
      decisionId,
    });
  }
  const { head } = effect;
  const isReplaced = next.memoryId !== head.memoryId;
  const id = head.memoryId as MemoryId;
  if (next.status !== "current" || isReplaced) {
    const supersededBy = isReplaced ? next.memoryId : next.supersededBy;
    return withoutAbsent({
      event: "DELETE",
      id,
      memory: next.text,
      previousMemory: head.text,
      supersededBy: supersededBy as MemoryId | undefined,
      version: next.version,
      decisionId,
    });
  }
  // What continues a retraction brings its memory back, and a person may let one out of quarantine.
  const event = head.status === "current" ? "UPDATE" : "ADD";
  return {
    event,
    id,
    memory: next.text,
    previousMemory: head.text,
    version: next.version,
    decisionId,
  };
}

function partition<ITEM>(items: readonly ITEM[], test: (item: ITEM) => boolean): [ITEM[], ITEM[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
