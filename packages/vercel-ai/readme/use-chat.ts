import { useChat } from "@ai-sdk/react";
import type { UsedMemory } from "@palimpsest/vercel-ai";
import type { UIMessage } from "ai";

export type ChatMessage = UIMessage<{ memories: UsedMemory[] }>;

/** A chat, and the memories behind its last answer: ids and scores, their texts stay on the server. */
export function useChatWithMemories(id: string) {
  const chat = useChat<ChatMessage>({ id });
  const memories = chat.messages.at(-1)?.metadata?.memories ?? [];
  return { ...chat, memories };
}
