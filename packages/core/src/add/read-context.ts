import type { Engine } from "../engine.ts";
import type { Condition } from "../ports/condition.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import type { TextMessage } from "../record.ts";
import { readStoredMessages, type Exchange } from "../episodes/exchange.ts";
import type { ExtractionInput } from "./extract-facts.prompt.ts";

/** What the extractor reads: the exchange, the summary of its conversation, and the last messages before it. */
export async function readContext(
  engine: Engine,
  store: MemoryStore,
  exchange: Exchange,
  episode?: EpisodeRow,
): Promise<ExtractionInput> {
  const whose = { type: "exact", scope: exchange.scope } as const;
  const { recentMessages } = engine.settings;
  const [sessions, before] = await Promise.all([
    store.sessions.find(whose, { limit: 1 }),
    // Each episode has at least one message.
    store.episodes.find(whose, {
      where: episode && isBefore(episode),
      orderBy: { column: "recordedAt", descending: true },
      limit: recentMessages,
    }),
  ]);
  const recent = before.toReversed().flatMap(readStoredMessages);
  return {
    at: exchange.at,
    summary: sessions[0]?.summary,
    recent: recent.slice(Math.max(recent.length - recentMessages, 0)).map(shorten),
    exchange: exchange.messages,
  };
}

function isBefore({ key, recordedAt }: EpisodeRow): Condition<EpisodeRow> {
  return {
    all: [
      { column: "key", notEquals: key },
      { column: "recordedAt", isAtMost: recordedAt },
    ],
  };
}

/** Earlier messages are there to be referred to: their beginning is enough. */
function shorten(message: TextMessage): TextMessage {
  const { content } = message;
  return content.length > 1_000 ? { ...message, content: `${content.slice(0, 1_000)}…` } : message;
}
