import type { Memory } from "@palimpsest/core";
import type { Conversation, Turn } from "../data/locomo-data.ts";
import { type User, usersOf } from "../data/users.ts";
import { feedConversation } from "../feed-conversation.ts";
import { toTurnKey } from "./to-questions.ts";

/** What a memory has heard, and by whose ears. */
export interface HeardExchanges {
  /** Feeds a conversation to the memory, under both of its users; told of each exchange. */
  listen(conversation: Conversation, onHeard: (messages: number) => void): Promise<void>;
  /** The turns of an exchange that the memory keeps, by keys that are unique over all conversations. */
  turnsOf(episodeId: string): readonly Turn[];
  /** The users of a conversation that was heard. */
  usersOf(conversationId: string): readonly User[];
}

export function createHeardExchanges(memory: Memory, signal: AbortSignal): HeardExchanges {
  const turnsByEpisode = new Map<string, readonly Turn[]>();
  const users = new Map<string, readonly User[]>();
  return {
    async listen(conversation, onHeard) {
      users.set(conversation.id, usersOf(conversation));
      await feedConversation(memory, conversation, {
        signal,
        onFed({ turns }, { episodeId }) {
          const keyed = turns.map((turn) => ({ ...turn, id: toTurnKey(conversation.id, turn.id) }));
          turnsByEpisode.set(episodeId, keyed);
          onHeard(turns.length);
        },
      });
    },
    turnsOf: (episodeId) => turnsByEpisode.get(episodeId) ?? [],
    usersOf: (conversationId) => users.get(conversationId) ?? [],
  };
}
