import type { Conversation } from "./locomo-data.ts";

/**
 * A speaker of a conversation as a user of the memory.
 *
 * Both speakers are users: a conversation is fed once with the first speaker as the user and the
 * second one as the assistant, and once the other way round, as in mem0's published evaluation on
 * LoCoMo. So each of the two has a memory of their own.
 */
export interface User {
  readonly userId: string;
  readonly speaker: string;
}

/** The two users of a conversation, the one who is fed first in front. */
export function usersOf({ id, speakers }: Conversation): User[] {
  return speakers.map((speaker) => ({ userId: `${id}:${speaker}`, speaker }));
}
