import type { Memory, Operation } from "@palimpsest/core";
import type { Conversation } from "./data/locomo-data.ts";
import { type Exchange, toExchanges } from "./data/to-exchanges.ts";
import { usersOf } from "./data/users.ts";

/** What feeding took, and what was decided. */
export interface Feeding {
  /** Turns that were fed; each counts once per user. */
  messages: number;
  /** From the first `add` until no work was left behind the last one. */
  elapsedMs: number;
  /** How long each `add` took. */
  addMs: number[];
  decisions: Record<Operation, number>;
}

export interface FeedOptions {
  signal: AbortSignal;
  /** Told of each exchange: whose memory it went to, and as which episode it is kept there. */
  onFed: (exchange: Exchange, kept: { userId: string; episodeId: string }) => void;
}

/** Feeds a whole conversation to a memory, one exchange after another, under both of its users. */
export async function feedConversation(
  memory: Memory,
  conversation: Conversation,
  { signal, onFed }: FeedOptions,
): Promise<Feeding> {
  const feeding: Feeding = { messages: 0, elapsedMs: 0, addMs: [], decisions: noDecisions() };
  const startedAt = performance.now();
  for (const { userId, speaker } of usersOf(conversation)) {
    for (const exchange of toExchanges(conversation, speaker)) {
      const { messages, at, sessionId } = exchange;
      const addedAt = performance.now();
      const { report } = await memory.add(messages, { userId, sessionId, at, signal });
      feeding.addMs.push(performance.now() - addedAt);
      feeding.messages += messages.length;
      for (const { operation } of report.decisions) feeding.decisions[operation]++;
      onFed(exchange, { userId, episodeId: report.episodeId });
    }
  }
  await memory.idle();
  feeding.elapsedMs = performance.now() - startedAt;
  return feeding;
}

function noDecisions(): Feeding["decisions"] {
  return { ADD: 0, UPDATE: 0, DELETE: 0, NOOP: 0, REJECTED: 0 };
}
