import type { AddResult } from "@palimpsest/core";
import type { PageEvent, Turn } from "../wire.ts";

/** The pages of a user, and what was learned from the last answers that they were given. */
export interface Turns {
  /** A turn of which nothing is known yet. */
  begin(userId: string): OpenTurn;
  /** Marks the turn that a report belongs to as taken back. */
  undone(userId: string, reportId: string): void;
  /** Tells the user's pages that memories were changed by hand. */
  changed(userId: string): void;
  /** Drops what is held of a user. */
  forget(userId: string): void;
  /** Tells a listener of the turns that are held, and of every event from then on. */
  subscribe(userId: string, listener: (event: PageEvent) => void): () => void;
}

/** A turn that goes on: what is told of it reaches the user's pages. */
interface OpenTurn {
  readonly id: string;
  learned: (result: AddResult) => void;
  /** What did not work: something of the memory's, or the answer, of which nothing is remembered. */
  failed: (phase: "recall" | "remember" | "callback" | "answer") => void;
}

/** Turns that are held per user, for pages that connect again. */
const MOST_TURNS = 50;

/** Users of whom turns are held; the one who was away longest goes first. */
const MOST_USERS = 1_000;

/** Nobody there yet. */
export function createTurns(newId: () => string = () => crypto.randomUUID()): Turns {
  const held = new Map<string, Turn[]>();
  const listeners = new Map<string, Set<(event: PageEvent) => void>>();

  function tell(userId: string, event: PageEvent): void {
    for (const listener of listeners.get(userId) ?? []) listener(event);
  }

  function hold(userId: string, turn: Turn): void {
    const turns = held.get(userId) ?? [];
    held.delete(userId);
    held.set(userId, [...turns, turn].slice(-MOST_TURNS));
    const [oldest] = held.keys();
    if (held.size > MOST_USERS && oldest !== undefined) held.delete(oldest);
  }

  return {
    begin(userId) {
      const turn: Turn = {
        id: newId(),
        status: "open",
        isRecallFailed: false,
        changes: [],
        isUndone: false,
      };
      hold(userId, turn);
      const tellTurn = () => tell(userId, { type: "turn", turn });
      return {
        id: turn.id,
        learned({ results, report }) {
          turn.status = report.status === "pending" ? "kept" : "learned";
          turn.changes = results;
          turn.reportId = report.id;
          tellTurn();
        },
        failed(phase) {
          if (phase === "recall") turn.isRecallFailed = true;
          else turn.status = "failed";
          tellTurn();
        },
      };
    },
    undone(userId, reportId) {
      const turn = held.get(userId)?.find((one) => one.reportId === reportId);
      if (turn === undefined) return;
      turn.isUndone = true;
      tell(userId, { type: "turn", turn });
    },
    changed: (userId) => tell(userId, { type: "changed" }),
    forget: (userId) => held.delete(userId),
    subscribe(userId, listener) {
      for (const turn of held.get(userId) ?? []) listener({ type: "turn", turn });
      const others = listeners.get(userId) ?? new Set();
      listeners.set(userId, others.add(listener));
      return () => {
        others.delete(listener);
        if (others.size === 0) listeners.delete(userId);
      };
    },
  };
}
