import { useEffect, useId, useRef } from "react";
import type { WireQuarantined } from "../../wire.ts";
import { settle, type Settling } from "../data/call-api.ts";
import { useAction } from "../data/use-action.ts";
import { Words } from "../text/words.tsx";
import { Warning } from "./note.tsx";

const SAID = {
  release: {
    question: "Release this memory?",
    meaning:
      "From now on it is found by searches and said to models like any other memory of its scope. Read first where it came from: what it orders may not be what its user wants.",
    button: "Release it",
    running: "Releasing…",
  },
  drop: {
    question: "Drop this memory?",
    meaning:
      "It leaves the quarantine and is never found. Its words stay in its history, until they are erased.",
    button: "Drop it",
    running: "Dropping…",
  },
} as const;

interface SettleDialogProps {
  settling: Settling;
  memory: WireQuarantined;
  onDone: () => void;
  onCancel: () => void;
}

/**
 * Asks once more before a memory leaves the quarantine, and does it. Being closed is being cancelled,
 * which is too late once it is being done; the browser then gives the focus back to where it was.
 */
export function SettleDialog({ settling, memory, onDone, onCancel }: SettleDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const action = useAction();
  const { question, meaning, button, running } = SAID[settling];
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        if (action.isRunning) event.preventDefault();
      }}
      onClose={onCancel}
    >
      <h2 id={id}>{question}</h2>
      <p className="card-text">
        <Words text={memory.memory} />
      </p>
      <p>{meaning}</p>
      <Warning message={action.message} />
      <p className="choices">
        <button type="button" disabled={action.isRunning} onClick={() => dialog.current?.close()}>
          Leave it there
        </button>
        <button
          type="button"
          className="primary"
          disabled={action.isRunning}
          onClick={() =>
            action.run(async () => {
              await settle(settling, memory);
              dialog.current?.close();
              onDone();
            })
          }
        >
          {action.isRunning ? running : button}
        </button>
      </p>
    </dialog>
  );
}
