import { randomUUID } from "node:crypto";
import { threadId } from "node:worker_threads";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import { isGone, THIS_PROCESS } from "../this-process.ts";

/** How long a claim holds when nothing can be learned of the process that made it. */
const LEASE_MS = 10 * 60_000;

/** One thread of one process; a later one may get the same numbers when this one is gone. */
const PLACE = `${THIS_PROCESS.place}/${THIS_PROCESS.pid}/${threadId}`;

/** The claims that this thread works under. */
const working = new Set<string>();

/** The columns that say that this thread works on an episode, until `release`. */
export function claim(now: Date): Required<Pick<EpisodeRow, "claimedBy" | "claimedUntil">> {
  const claimedBy = `${PLACE}/${randomUUID()}`;
  working.add(claimedBy);
  return { claimedBy, claimedUntil: new Date(now.getTime() + LEASE_MS) };
}

/** Says that this thread works no longer on an episode, whatever became of it. */
export function release({ claimedBy }: EpisodeRow): void {
  if (claimedBy !== undefined) working.delete(claimedBy);
}

/** Whether nobody works on a pending episode: its claimant let go of it, died, or was not heard of for too long. */
export function isFree({ claimedBy, claimedUntil }: EpisodeRow, now: Date): boolean {
  if (claimedBy === undefined || claimedUntil === undefined) return true;
  if (working.has(claimedBy)) return false;
  const restMs = claimedUntil.getTime() - now.getTime();
  // One that would hold for longer than any was made before the clock was set back.
  if (restMs <= 0 || restMs > 2 * LEASE_MS) return true;
  const [place = "", pid, thread] = claimedBy.split("/");
  // This thread has let go of it, or is another one than the one that was here before.
  if (`${place}/${pid}/${thread}` === PLACE) return true;
  return isGone({ place, pid: Number(pid) });
}
