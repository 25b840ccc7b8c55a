import { useEffect, useRef, useState } from "react";
import type { WireChange, WirePanelMemory } from "../../wire.ts";
import { deleteMemory, type MemoryAddress } from "../data/call-api.ts";
import { showDay } from "../data/show-time.ts";
import { useAction } from "../data/use-action.ts";
import { FailureNote } from "../failure-note.tsx";
import { Overwritten } from "../overwritten.tsx";
import type { Edit } from "./edit-bar.tsx";
import { MemoryEditor } from "./memory-editor.tsx";
import { MemoryHistory } from "./memory-history.tsx";

interface MemoryCardProps {
  memory: WirePanelMemory;
  userId: string;
  revision: number;
  isPast: boolean;
  onEdit: (edit: Edit) => void;
  onUndone: () => void;
}

/** One memory, with what it was written over, and what a person can do about it. */
export function MemoryCard({
  memory,
  userId,
  revision,
  isPast,
  onEdit,
  onUndone,
}: MemoryCardProps) {
  const [isEditing, setIsEditing] = useState(false);
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const removal = useAction();
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const { id, memory: text, sessionId } = memory;
  const address: MemoryAddress = { userId, id, sessionId };

  // The button is there again only after the editor has gone.
  useEffect(() => {
    if (wasEditing.current && !isEditing) editButton.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  function saved({ decisionId }: WireChange) {
    setIsEditing(false);
    onEdit({ verb: "Changed", text, decisionId });
  }

  async function remove() {
    const { decisionId } = await deleteMemory(address);
    onEdit({ verb: "Deleted", text, decisionId });
  }

  return (
    <li className={isPast ? "memory is-past" : "memory"}>
      {isEditing ? (
        <MemoryEditor {...{ address, text }} onSaved={saved} onCancel={() => setIsEditing(false)} />
      ) : (
        <p className="memory-text">
          <Overwritten text={text} underneath={memory.underneath.map((old) => old.memory)} />
        </p>
      )}
      {!isEditing && (
        <div className="memory-foot">
          <p>{describe(memory)}</p>
          <div className="memory-actions" role="group" aria-label={`About: ${text}`}>
            {!isPast && (
              <>
                <button
                  ref={editButton}
                  type="button"
                  className="quiet"
                  onClick={() => setIsEditing(true)}
                >
                  Edit
                </button>
                <button
                  type="button"
                  className="quiet"
                  disabled={removal.isRunning}
                  onClick={() => removal.run(remove)}
                >
                  Delete
                </button>
              </>
            )}
            <button
              type="button"
              className="quiet"
              aria-expanded={isHistoryOpen}
              onClick={() => setIsHistoryOpen(!isHistoryOpen)}
            >
              History
            </button>
          </div>
        </div>
      )}
      <FailureNote action={removal} />
      {isHistoryOpen && (
        <MemoryHistory {...{ address, revision, onUndone: isPast ? undefined : onUndone }} />
      )}
    </li>
  );
}

function describe({ kind, validFrom, validTo, sessionId }: WirePanelMemory): string {
  const since = validTo === undefined ? "since " : "";
  const until = validTo === undefined ? "" : ` to ${showDay(validTo)}`;
  const where = sessionId === undefined ? "" : " · one conversation";
  return `${kind} · ${since}${showDay(validFrom)}${until}${where}`;
}
