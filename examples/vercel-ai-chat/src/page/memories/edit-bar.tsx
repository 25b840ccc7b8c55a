import { useEffect, useRef } from "react";
import { undoDecision } from "../data/call-api.ts";
import { useAction } from "../data/use-action.ts";

/** What a person has done by hand, and what `undo` takes to take it back. */
export interface Edit {
  verb: "Changed" | "Deleted";
  /** The memory as it was before. */
  text: string;
  decisionId: string;
}

interface EditBarProps {
  edit: Edit;
  userId: string;
  onClose: () => void;
}

/** Says what was done last, and takes it back. */
export function EditBar({ edit: { verb, text, decisionId }, userId, onClose }: EditBarProps) {
  const undo = useAction();
  const button = useRef<HTMLButtonElement>(null);

  // The button that deleted is gone with its memory; the focus goes on where the way back is.
  useEffect(() => {
    if (verb === "Deleted") button.current?.focus();
  }, [verb]);

  return (
    <div className="edit-bar">
      <span className="edit-text">{undo.message ?? `${verb} “${text}”`}</span>
      <button
        ref={button}
        type="button"
        disabled={undo.isRunning}
        onClick={() =>
          undo.run(async () => {
            await undoDecision(userId, decisionId);
            onClose();
          })
        }
      >
        Undo
      </button>
      <button type="button" className="quiet" aria-label="Dismiss" onClick={onClose}>
        ×
      </button>
    </div>
  );
}
