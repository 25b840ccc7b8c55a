import { useEffect, useState } from "react";
import type { WirePanel } from "../../wire.ts";
import { fetchPanel } from "./call-api.ts";

/** What is known of a user's memories; while they are looked up again the last ones stay. */
export interface Memories {
  status: "loading" | "ready" | "failed";
  panel?: WirePanel;
  /** The moment that the panel shows, where that is not now. */
  asOf?: string | undefined;
  /** Why the last look-up failed. */
  message?: string;
}

const LOADING: Memories = { status: "loading" };

/** The memories of a user, as of a moment or now; looked up again whenever `revision` is another. */
export function useMemories(userId: string, asOf: string | undefined, revision: number): Memories {
  const [memories, setMemories] = useState(LOADING);
  useEffect(() => {
    const left = new AbortController();
    fetchPanel(userId, { asOf, signal: left.signal }).then(
      (panel) => setMemories({ status: "ready", panel, asOf }),
      (error: Error) => {
        if (left.signal.aborted) return;
        setMemories((before) => ({ ...before, status: "failed", message: error.message }));
      },
    );
    return () => left.abort();
  }, [userId, asOf, revision]);
  return memories;
}
