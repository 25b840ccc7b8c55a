import { namespaceOf } from "../agent/namespaces.ts";
import type { Session } from "./session.ts";

/** A conversation in the list. */
export interface Conversation {
  threadId: string;
  /** What the user said first. */
  title: string;
}

/** Puts the conversation into the list, or on top of it, where it is already there. */
export async function keepConversation(session: Session, said: string): Promise<void> {
  const { opened, userId, threadId } = session;
  const namespace = namespaceOf("conversations", userId);
  const known = await opened.store.get(namespace, threadId);
  // Not for the index: conversations are listed, never searched by meaning.
  await opened.store.put(namespace, threadId, known?.value ?? { title: said }, false);
}

/** The user's conversations, the one that was used last first. */
export async function listConversations({
  opened,
  userId,
}: Pick<Session, "opened" | "userId">): Promise<Conversation[]> {
  const items = await opened.store.search(namespaceOf("conversations", userId), { limit: 1_000 });
  return items
    .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .map(({ key, value }) => ({ threadId: key, title: (value as { title: string }).title }));
}
