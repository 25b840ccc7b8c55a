import { Buffer } from "node:buffer";
import type { Condition } from "../ports/condition.ts";
import type { MemoryStore, Whose } from "../ports/memory-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import type { Scope } from "../scope.ts";
import type { DayBudget } from "./budgets.ts";

/** Amounts of what budgets are about. */
export type Spent = Record<keyof DayBudget, number>;

/** Whose spendings are one: a user's in all sessions, without a user those under exactly these ids. */
export function spenderOf({ userId, ...ids }: Scope): Scope {
  return userId === undefined ? (ids as Scope) : { userId };
}

/**
 * What the tables say that a spender has spent since the day began, by this process or another.
 * Reads that day's exchanges of the spender, and nobody else's.
 */
export async function readSpent(
  store: MemoryStore,
  spender: Scope,
  dayBegan: Date,
): Promise<Spent> {
  const type = spender.userId === undefined ? "exact" : "subtree";
  const whose: Whose = { type, scope: spender };
  const before = new Date(dayBegan.getTime() - 1);
  const isOfToday: Condition<EpisodeRow> = {
    any: [
      { column: "recordedAt", isAbove: before },
      { column: "attemptedAt", isAbove: before },
    ],
  };
  const [episodes, memories] = await Promise.all([
    store.episodes.find(whose, { where: isOfToday }),
    store.memories.count(whose, { column: "recordedAt", isAbove: before }),
  ]);
  const spent = { modelCalls: 0, tokens: 0, memories, bytes: 0 };
  for (const row of episodes) {
    if (row.recordedAt > before) spent.bytes += bytesOf(row);
    if (row.attemptedAt === undefined || row.attemptedAt <= before) continue;
    spent.modelCalls += row.modelCalls ?? 0;
    spent.tokens += row.tokens ?? 0;
  }
  return spent;
}

/** What an exchange takes, as a budget counts it. */
export function bytesOf({ messages, request }: EpisodeRow): number {
  return Buffer.byteLength(messages) + Buffer.byteLength(request);
}
