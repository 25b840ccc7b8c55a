import { useEffect, useState } from "react";
import type { WirePageEvent, WireTurn } from "../../wire.ts";

/** What the server has told of a user. */
export interface Told {
  /** What was learned from answers, by the id of the answer's message. */
  turns: ReadonlyMap<string, WireTurn>;
  /** Grows whenever memories may have changed. */
  revision: number;
}

const NOTHING: Told = { turns: new Map(), revision: 0 };

/** Listens to what becomes of a user's memories, in this page and in others. */
export function useTurns(userId: string): Told {
  const [told, setTold] = useState(NOTHING);
  useEffect(() => {
    const source = new EventSource(`/api/events?${new URLSearchParams({ userId }).toString()}`);
    // What happened while the connection was away is not told again, so everything is looked up.
    source.addEventListener("open", () => setTold(withRevision));
    source.addEventListener("message", ({ data }) => {
      const event = JSON.parse(data as string) as WirePageEvent;
      setTold((before) =>
        withRevision(event.type === "turn" ? withTurn(before, event.turn) : before),
      );
    });
    return () => source.close();
  }, [userId]);
  return told;
}

function withRevision(told: Told): Told {
  return { ...told, revision: told.revision + 1 };
}

function withTurn(told: Told, turn: WireTurn): Told {
  return { ...told, turns: new Map(told.turns).set(turn.id, turn) };
}
