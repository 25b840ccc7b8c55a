import type { Session } from "../locomo/data/locomo-data.ts";
import type { SaidTurn } from "./history.ts";

/** Turns follow each other by half a minute, as fast as those of exchanges. */
const TURN_MS = 30_000;

/** The turns of sessions, each with the time at which it was said. */
export function toTurns(sessions: readonly Session[]): SaidTurn[] {
  return sessions.flatMap(({ startedAt, turns }) =>
    turns.map(({ speaker, text }, index) => ({
      at: new Date(startedAt.getTime() + index * TURN_MS),
      speaker,
      text,
    })),
  );
}
