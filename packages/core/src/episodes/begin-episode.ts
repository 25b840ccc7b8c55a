import { createHash } from "node:crypto";
import type { Engine } from "../engine.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import { toScopeColumns } from "../scope.ts";
import { claim, release } from "./claims.ts";
import { toEpisodeColumns, type Exchange } from "./exchange.ts";

/** What an exchange is kept as. Its key follows from the idempotency key, if it has one. */
export function draftEpisode(
  { settings: { newId, now } }: Engine,
  exchange: Exchange,
  {
    idempotencyKey,
    isProcessed = false,
  }: { idempotencyKey?: string | undefined; isProcessed?: boolean } = {},
): EpisodeRow {
  const columns = toScopeColumns(exchange.scope);
  const recordedAt = now();
  return {
    ...columns,
    ...toEpisodeColumns(exchange),
    key: idempotencyKey === undefined ? newId() : keyFor(columns.scope, idempotencyKey),
    revision: 1,
    recordedAt,
    status: isProcessed ? "processed" : "pending",
    attempts: 0,
    ...(!isProcessed && claim(recordedAt)),
  };
}

/**
 * Keeps an exchange, before anything is done with it, so that nothing said is ever lost. `false` when
 * its key may be a repeated one and was there before: then nothing is kept, and nobody works on it.
 */
export async function keepEpisode(
  { episodes }: MemoryStore,
  row: EpisodeRow,
  { mayBeKnown = false }: { mayBeKnown?: boolean } = {},
): Promise<boolean> {
  if (!mayBeKnown) {
    await episodes.append([row]);
    return true;
  }
  const isNew = await isNewKey();
  if (!isNew) release(row);
  return isNew;

  async function isNewKey(): Promise<boolean> {
    // Looked up first, because a repeat is the usual case of a known key, and costs no commit then.
    const known = await episodes.count({ type: "everyone" }, { column: "key", equals: row.key });
    return known === 0 && (await episodes.merge([row])).refused.length === 0;
  }
}

/** The scope's key and the idempotency key in one digest; the separator is in neither. */
function keyFor(scope: string, idempotencyKey: string): string {
  return createHash("sha256").update(`${scope}\n${idempotencyKey}`).digest("hex");
}
