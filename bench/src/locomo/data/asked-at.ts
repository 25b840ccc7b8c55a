import type { Conversation } from "./locomo-data.ts";

/** When the questions about a conversation are asked: as its last session begins, before "next month" is over. */
export function askedAt({ id, sessions }: Conversation): Date {
  const last = sessions.at(-1);
  if (last === undefined) throw new RangeError(`${id} has no session.`);
  return last.startedAt;
}
