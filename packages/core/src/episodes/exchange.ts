import { termsOfMessages } from "../text/analyze-text.ts";
import { separateRecalled } from "../render/separate-recalled.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import type { Json, TextMessage } from "../record.ts";
import { fromScopeColumns, type Scope } from "../scope.ts";

/** What `add` was given, read and checked. */
export interface Exchange {
  scope: Scope;
  /** When it happened. */
  at: Date;
  /** What was said, without memories that came in with the prompt. */
  messages: readonly TextMessage[];
  /** The memories that came in with the prompt: known, and not to be learned from again. */
  recalled: readonly string[];
  /** Goes to every memory that comes of it. */
  metadata: Record<string, Json>;
  instructions?: string | undefined;
}

/** The columns of an episode that hold an exchange. */
export function toEpisodeColumns(
  exchange: Exchange,
): Pick<EpisodeRow, "messages" | "messageCount" | "terms" | "request" | "at"> {
  const { messages, recalled, metadata, instructions, at } = exchange;
  return {
    messages: JSON.stringify(messages),
    messageCount: messages.length,
    terms: termsOfMessages(messages).join(" "),
    request: JSON.stringify({ recalled, metadata, instructions }),
    at,
  };
}

/** The exchange that an episode holds. */
export function fromEpisodeRow(row: EpisodeRow): Exchange {
  return {
    scope: fromScopeColumns(row),
    at: row.at,
    messages: readStoredMessages(row),
    ...(JSON.parse(row.request) as Pick<Exchange, "recalled" | "metadata" | "instructions">),
  };
}

/** The messages of an episode. */
export function readStoredMessages({ messages }: EpisodeRow): TextMessage[] {
  return JSON.parse(messages) as TextMessage[];
}

/** How many of these episodes are still there: others were forgotten since they were read. */
export async function countKept(store: MemoryStore, rows: readonly EpisodeRow[]): Promise<number> {
  const keys = rows.map(({ key }) => key);
  return store.episodes.count({ type: "everyone" }, { column: "key", isOneOf: keys });
}

/** The messages without recalled memories; those that held nothing else are left out. */
export function separateRecalledMessages(
  messages: readonly TextMessage[],
): Pick<Exchange, "messages" | "recalled"> {
  const parts = messages.map((message) => ({ message, ...separateRecalled(message.content) }));
  return {
    messages: parts.flatMap(({ message, said }) =>
      said.trim() === "" ? [] : [{ ...message, content: said }],
    ),
    recalled: parts.flatMap(({ recalled }) => recalled),
  };
}
