import { type KeyboardEvent, useRef, useState } from "react";

interface ComposerProps {
  isAnswering: boolean;
  isOnline: boolean;
  onSend: (text: string) => void;
  onStop: () => void;
}

/** Where a person writes. Enter sends, Shift and Enter begin a new line. */
export function Composer({ isAnswering, isOnline, onSend, onStop }: ComposerProps) {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const canSend = text.trim() !== "" && !isAnswering && isOnline;

  function send() {
    field.current?.focus();
    if (!canSend) return;
    onSend(text.trim());
    setText("");
  }

  function sendOnEnter(event: KeyboardEvent) {
    // With an input method Enter ends a word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <form className="composer" action={send}>
      <label className="visually-hidden" htmlFor="message">
        Message
      </label>
      <textarea
        ref={field}
        id="message"
        rows={1}
        value={text}
        placeholder="Say something, or ask…"
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={sendOnEnter}
      />
      {isAnswering ? (
        <button
          // An element of its own: Stop that became Send while it is clicked would send what is being typed.
          key="stop"
          type="button"
          className="primary"
          onClick={({ detail }) => {
            // The second click of a double click was meant for Send.
            if (detail > 1) return;
            onStop();
            field.current?.focus();
          }}
        >
          Stop
        </button>
      ) : (
        <button key="send" type="submit" className="primary" disabled={!canSend}>
          Send
        </button>
      )}
    </form>
  );
}
