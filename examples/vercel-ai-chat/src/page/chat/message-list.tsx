import { useEffect, useRef } from "react";
import type { ChatMessage, WireTurn } from "../../wire.ts";
import { Message } from "./message.tsx";

interface MessageListProps {
  messages: readonly ChatMessage[];
  turns: ReadonlyMap<string, WireTurn>;
  userId: string;
  isAnswering: boolean;
}

/** How far from the end, in pixels, a person still counts as reading the end. */
const NEAR_END = 120;

/** What was said so far. It follows the answer, unless the person has scrolled up to read. */
export function MessageList({ messages, turns, userId, isAnswering }: MessageListProps) {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);

  useEffect(() => {
    if (isAtEnd.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [messages, turns]);

  return (
    <div
      ref={list}
      className="messages"
      role="log"
      aria-live="off"
      aria-label="Messages"
      aria-busy={isAnswering}
      // Scrolled with the keyboard, too.
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
      }}
    >
      {messages.map((message, index) => (
        <Message
          key={message.id}
          message={message}
          turn={turns.get(message.id)}
          userId={userId}
          isStreaming={isAnswering && index === messages.length - 1}
        />
      ))}
      {isAnswering && messages.at(-1)?.role === "user" && (
        <p className="thinking" aria-hidden="true">
          <i />
          <i />
          <i />
        </p>
      )}
    </div>
  );
}
