import type { ChatMessage } from "../../wire.ts";
import { readText } from "./read-text.ts";

interface SpokenAnswerProps {
  messages: readonly ChatMessage[];
  isAnswering: boolean;
}

/**
 * The live region for screen readers. It says that an answer is coming, and then the answer once, as
 * a whole: read out word by word, as it streams, nobody could follow it.
 */
export function SpokenAnswer({ messages, isAnswering }: SpokenAnswerProps) {
  const last = messages.at(-1);
  const answer = last?.role === "assistant" ? readText(last) : "";
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {isAnswering ? "The answer is being written." : answer}
    </p>
  );
}
