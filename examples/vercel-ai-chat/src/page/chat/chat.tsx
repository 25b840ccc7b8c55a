import { useChat } from "@ai-sdk/react";
import { DefaultChatTransport } from "ai";
import { useMemo } from "react";
import type { ChatMessage, WireTurn } from "../../wire.ts";
import { request, stopAnswer } from "../data/call-api.ts";
import { Composer } from "./composer.tsx";
import { MessageList } from "./message-list.tsx";
import { SpokenAnswer } from "./spoken-answer.tsx";
import { Welcome } from "./welcome.tsx";

interface ChatProps {
  userId: string;
  sessionId: string;
  turns: ReadonlyMap<string, WireTurn>;
  isOnline: boolean;
}

/** One conversation. */
export function Chat({ userId, sessionId, turns, isOnline }: ChatProps) {
  const transport = useMemo(
    () =>
      new DefaultChatTransport<ChatMessage>({
        api: "/api/chat",
        fetch: request,
        prepareSendMessagesRequest: ({ messages }) => ({ body: { userId, sessionId, messages } }),
      }),
    [userId, sessionId],
  );
  const chat = useChat<ChatMessage>({ id: sessionId, transport });
  const { messages, status, error } = chat;
  const isAnswering = status === "submitted" || status === "streaming";
  const send = (text: string) => void chat.sendMessage({ text });

  function stop() {
    const answer = messages.at(-1);
    if (answer?.role !== "assistant") void chat.stop();
    // The server ends the answer, and with it the stream. Where it cannot be told, the page stops reading.
    else stopAnswer(answer.id).catch(chat.stop);
  }

  return (
    <section className="chat" aria-labelledby="conversation">
      <h2 id="conversation" className="visually-hidden">
        Conversation
      </h2>
      {messages.length === 0 ? (
        <Welcome userId={userId} isOnline={isOnline} onSend={send} />
      ) : (
        <MessageList {...{ messages, turns, userId, isAnswering }} />
      )}
      <SpokenAnswer {...{ messages, isAnswering }} />
      {error && (
        <p className="notice" role="alert">
          No answer came. {isOnline ? error.message : "You are offline."}
          <button type="button" disabled={!isOnline} onClick={() => void chat.regenerate()}>
            Try again
          </button>
        </p>
      )}
      <Composer {...{ isAnswering, isOnline }} onSend={send} onStop={stop} />
    </section>
  );
}
