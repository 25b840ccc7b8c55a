import { createHash } from "node:crypto";
import type { Engine } from "../engine.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import { toScopeColumns } from "../scope.ts";
import { claim } from "./claims.ts";
import { toEpisodeColumns, type Exchange } from "./exchange.ts";

/**
 * Keeps an exchange, before anything is done with it, so that nothing said is ever lost.
 *
 * With an idempotency key that its exact scope has seen, nothing is kept: `isNew` is false.
 */
export async function beginEpisode(
  engine: Engine,
  store: MemoryStore,
  exchange: Exchange,
  {
    idempotencyKey,
    isProcessed = false,
  }: { idempotencyKey?: string | undefined; isProcessed?: boolean } = {},
): Promise<{ row: EpisodeRow; isNew: boolean }> {
  const { newId, now } = engine.settings;
  const columns = toScopeColumns(exchange.scope);
  const recordedAt = now();
  const row: EpisodeRow = {
    ...columns,
    ...toEpisodeColumns(exchange),
    key: idempotencyKey === undefined ? newId() : keyFor(columns.scope, idempotencyKey),
    revision: 1,
    recordedAt,
    status: isProcessed ? "processed" : "pending",
    attempts: 0,
    ...(!isProcessed && claim(recordedAt)),
  };
  if (idempotencyKey === undefined) {
    await store.episodes.append([row]);
    return { row, isNew: true };
  }
  // Looked up first, because a repeat is the usual case of a known key, and costs no commit then.
  const known = await store.episodes.count(
    { type: "everyone" },
    { column: "key", equals: row.key },
  );
  if (known > 0) return { row, isNew: false };
  const { refused } = await store.episodes.merge([row]);
  return { row, isNew: refused.length === 0 };
}

/** The scope's key and the idempotency key in one digest; the separator is in neither. */
function keyFor(scope: string, idempotencyKey: string): string {
  return createHash("sha256").update(`${scope}\n${idempotencyKey}`).digest("hex");
}
