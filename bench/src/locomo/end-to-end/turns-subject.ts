import type { Memory } from "@palimpsest/core";
import type { Conversation } from "../data/locomo-data.ts";
import { toSaidTurns } from "../data/to-said-turns.ts";
import type { Subject } from "../retrieval/subject.ts";
import { toTurnKey } from "./to-questions.ts";

/** A memory of raw turns: what there is to find without extraction. */
export interface TurnsSubject extends Subject {
  /**
   * Stores each turn by itself, with who said it; told after each. A turn is its own source, so that
   * search takes it for a part of a conversation, whose turns speak for each other.
   */
  listen(conversation: Conversation, onStored: () => void): Promise<void>;
}

export function createTurnsSubject(memory: Memory, signal: AbortSignal): TurnsSubject {
  const turnKeys = new Map<string, string>();
  return {
    name: "raw turns",
    async listen({ id: userId, sessions }, onStored) {
      for (const { id, at, speaker, text } of toSaidTurns(sessions)) {
        const source = [{ role: "user", name: speaker, content: text } as const];
        const change = await memory.put(`${speaker}: ${text}`, { userId, at, source, signal });
        turnKeys.set(change.id, toTurnKey(userId, id));
        onStored();
      }
    },
    async search({ userId, text, askedAt: at }, limit) {
      const { results } = await memory.search(text, { userId, limit, at, signal });
      return results.map(({ id, score }) => ({ id: turnKeys.get(id) ?? id, score }));
    },
  };
}
