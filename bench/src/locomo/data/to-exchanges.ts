import type { Message } from "@palimpsest/core";
import type { Conversation, Turn } from "./locomo-data.ts";

/** What one `add` is given. */
export interface Exchange {
  readonly sessionId: string;
  readonly at: Date;
  readonly turns: readonly Turn[];
  /** The turns, as a chat has them. */
  readonly messages: readonly Message[];
}

const TURNS = 2;
const MINUTE_MS = 60_000;

/**
 * A conversation as the exchanges of a chat in which `user` is the user, and whoever else speaks
 * the assistant: two turns each, whoever took them, in the order of time; a turn that is left over
 * at the end of a session stands alone. Exchanges of a session are a minute apart.
 */
export function toExchanges(
  { sessions }: Pick<Conversation, "sessions">,
  user: string,
): Exchange[] {
  return sessions.flatMap(({ id, startedAt, turns }) =>
    inPairs(turns).map((pair, index) => ({
      sessionId: id,
      at: new Date(startedAt.getTime() + index * MINUTE_MS),
      turns: pair,
      messages: pair.map((turn) => toMessage(turn, user)),
    })),
  );
}

function inPairs(turns: readonly Turn[]): Turn[][] {
  return Array.from({ length: Math.ceil(turns.length / TURNS) }, (_, index) =>
    turns.slice(index * TURNS, (index + 1) * TURNS),
  );
}

function toMessage({ speaker, text }: Turn, user: string): Message {
  return { role: speaker === user ? "user" : "assistant", name: speaker, content: text };
}
