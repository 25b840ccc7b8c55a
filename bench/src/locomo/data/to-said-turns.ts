import type { Session, Turn } from "./locomo-data.ts";

/** A turn, and when it was said. */
export interface SaidTurn extends Turn {
  readonly at: Date;
}

/** Turns follow each other by half a minute, as fast as those of exchanges. */
const TURN_MS = 30_000;

/** The turns of sessions, one after the other. */
export function toSaidTurns(sessions: readonly Session[]): SaidTurn[] {
  return sessions.flatMap(({ startedAt, turns }) =>
    turns.map((turn, index) => ({
      ...turn,
      at: new Date(startedAt.getTime() + index * TURN_MS),
    })),
  );
}
