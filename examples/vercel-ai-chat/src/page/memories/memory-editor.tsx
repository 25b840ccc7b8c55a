import { useState } from "react";
import type { WireChange } from "../../wire.ts";
import { type MemoryAddress, updateMemory } from "../data/call-api.ts";
import { useAction } from "../data/use-action.ts";
import { FailureNote } from "../failure-note.tsx";

interface MemoryEditorProps {
  address: MemoryAddress;
  text: string;
  onSaved: (change: WireChange) => void;
  onCancel: () => void;
}

/** Rewrites one memory. Escape leaves it as it was. */
export function MemoryEditor({ address, text, onSaved, onCancel }: MemoryEditorProps) {
  const [draft, setDraft] = useState(text);
  const save = useAction();
  const isChanged = draft.trim() !== "" && draft.trim() !== text;
  const field = `text-of-${address.id}`;

  return (
    <form
      className="memory-editor"
      action={() =>
        save.run(async () => {
          onSaved(await updateMemory(address, draft.trim()));
        })
      }
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <label className="visually-hidden" htmlFor={field}>
        Text of this memory
      </label>
      <textarea
        id={field}
        value={draft}
        rows={2}
        maxLength={2_000}
        autoFocus
        onChange={(event) => setDraft(event.target.value)}
      />
      <FailureNote action={save} />
      <div className="memory-actions">
        <button type="submit" className="primary" disabled={!isChanged || save.isRunning}>
          Save
        </button>
        <button type="button" className="quiet" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
