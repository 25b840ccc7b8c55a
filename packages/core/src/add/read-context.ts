import type { Engine } from "../engine.ts";
import type { Condition } from "../ports/condition.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { EpisodeRow, SessionRow } from "../ports/stored-rows.ts";
import type { TextMessage } from "../record.ts";
import { readStoredMessages, type Exchange } from "../episodes/exchange.ts";
import type { ExtractionInput } from "./extract-facts.prompt.ts";

/** What is known of a conversation before an exchange. */
export interface Context {
  /** What the extractor reads: the exchange, the summary of its conversation, and the last messages before it. */
  readonly input: ExtractionInput;
  /** Messages before it that the summary does not cover, if so few that all of them were read. */
  readonly unsummarized: number | undefined;
}

/** The context of an exchange; without those that came after it, when it is kept as `episode`. */
export async function readContext(
  engine: Engine,
  store: MemoryStore,
  exchange: Exchange,
  episode?: EpisodeRow,
): Promise<Context> {
  const whose = { type: "exact", scope: exchange.scope } as const;
  const { recentMessages } = engine.settings;
  const [[session], before] = await Promise.all([
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
    input: {
      at: exchange.at,
      summary: session?.summary,
      recent: recent.slice(Math.max(recent.length - recentMessages, 0)).map(shorten),
      exchange: exchange.messages,
    },
    unsummarized: countUnsummarized(before, { session, isAll: before.length < recentMessages }),
  };
}

function countUnsummarized(
  before: readonly EpisodeRow[],
  { session, isAll }: { session: SessionRow | undefined; isAll: boolean },
): number | undefined {
  const open = before.filter(
    ({ recordedAt }) => session === undefined || recordedAt > session.summarizedUntil,
  );
  if (open.length === before.length && !isAll) return undefined;
  return open.flatMap(readStoredMessages).length;
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
