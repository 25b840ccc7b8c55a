import type { ChatMessage, WireTurn } from "../../wire.ts";
import { Learned } from "./learned.tsx";
import { readText } from "./read-text.ts";
import { RecalledMemories } from "./recalled-memories.tsx";

interface MessageProps {
  message: ChatMessage;
  turn: WireTurn | undefined;
  userId: string;
  isStreaming: boolean;
}

/** What one side said; beneath an answer, what was recalled for it and what was learned. */
export function Message({ message, turn, userId, isStreaming }: MessageProps) {
  const isAnswer = message.role === "assistant";
  const recalled = message.metadata?.recalled;
  return (
    <article className={`message from-${message.role}`}>
      <h3 className="visually-hidden">{isAnswer ? "Answer" : "You"}</h3>
      <p className={isStreaming && isAnswer ? "text is-streaming" : "text"}>{readText(message)}</p>
      {isAnswer && (
        <div className="memory-notes">
          {turn?.isRecallFailed ? (
            <p className="note is-warning">Answered without memories: they cannot be reached.</p>
          ) : (
            recalled && <RecalledMemories recalled={recalled} />
          )}
          {!isStreaming && <Learned turn={turn} userId={userId} />}
        </div>
      )}
    </article>
  );
}
