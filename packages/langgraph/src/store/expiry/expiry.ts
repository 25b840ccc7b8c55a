import type { Condition } from "@palimpsest/core/tables";
import type { ItemRow } from "../item-row.ts";

/** The last moment that a Date can tell. */
const END_OF_TIME_MS = 8.64e15;

/** When something expires that lives so long from a moment on; `undefined` for never. */
export function toExpiry(from: Date, ttlMs: number | undefined): Date | undefined {
  if (ttlMs === undefined) return undefined;
  const expiresAt = from.getTime() + ttlMs;
  return expiresAt <= END_OF_TIME_MS ? new Date(Math.ceil(expiresAt)) : undefined;
}

/** Whether a row has not expired. */
export function isAlive({ expiresAt }: Pick<ItemRow, "expiresAt">, now: Date): boolean {
  return expiresAt === undefined || expiresAt > now;
}

/** The same, for the table. */
export function livesAfter(now: Date): Condition<ItemRow> {
  return {
    any: [
      { column: "expiresAt", isAbsent: true },
      { column: "expiresAt", isAbove: now },
    ],
  };
}

/** The opposite, for the table. */
export function expiresUntil(now: Date): Condition<ItemRow> {
  return { column: "expiresAt", isAtMost: now };
}
