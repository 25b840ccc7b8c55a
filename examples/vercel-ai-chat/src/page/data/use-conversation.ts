import { useState } from "react";

/** The id of a user's conversation, and what begins another. With another user another one begins. */
export function useConversation(userId: string): [sessionId: string, begin: () => void] {
  const [conversation, setConversation] = useState(() => beginWith(userId));
  if (conversation.userId !== userId) setConversation(beginWith(userId));
  return [conversation.sessionId, () => setConversation(beginWith(userId))];
}

function beginWith(userId: string) {
  return { userId, sessionId: crypto.randomUUID() };
}
