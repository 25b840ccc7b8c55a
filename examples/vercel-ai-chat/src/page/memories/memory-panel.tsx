import { useRef, useState } from "react";
import { useMemories } from "../data/use-memories.ts";
import { AsOfSlider } from "./as-of-slider.tsx";
import { type Edit, EditBar } from "./edit-bar.tsx";
import { ForgetMe } from "./forget-me.tsx";
import { MemoryList } from "./memory-list.tsx";
import { SetupLine } from "./setup-line.tsx";

interface MemoryPanelProps {
  userId: string;
  /** Grows whenever memories may have changed. */
  revision: number;
  onForgotten: () => void;
}

/** What is remembered of a user, now or at an earlier moment, and everything to do about it. */
export function MemoryPanel({ userId, revision, onForgotten }: MemoryPanelProps) {
  const [asOf, setAsOf] = useState<string>();
  const [tries, setTries] = useState(0);
  const [edit, setEdit] = useState<Edit>();
  const { status, panel, message, ...shown } = useMemories(userId, asOf, revision + tries);
  const title = useRef<HTMLHeadingElement>(null);

  // Elsewhere the user may have been forgotten: of that moment nothing is left, nor a slider to leave it by.
  const isGone = asOf !== undefined && panel !== undefined && !panel.moments.includes(asOf);
  if (isGone) setAsOf(undefined);

  return (
    <aside className="memories" aria-labelledby="memories-title">
      <header className="memories-header">
        <h2 id="memories-title" ref={title} tabIndex={-1}>
          Remembered about <em>{userId}</em>
        </h2>
        {panel && <span className="count">{panel.memories.length}</span>}
      </header>

      {status === "failed" && (
        <p className="notice" role="alert">
          {message} The chat goes on without it.
          <button type="button" onClick={() => setTries(tries + 1)}>
            Try again
          </button>
        </p>
      )}
      {panel && panel.moments.length > 1 && (
        <AsOfSlider moments={panel.moments} asOf={asOf} onAsOf={setAsOf} />
      )}
      <div className="memories-body">
        {status === "loading" && <LoadingLines />}
        {panel && (
          <MemoryList
            memories={panel.memories}
            userId={userId}
            revision={revision}
            isPast={shown.asOf !== undefined}
            onEdit={setEdit}
            // The button that undid may be gone with its memory.
            onUndone={() => title.current?.focus()}
          />
        )}
      </div>
      <div className="edit-status" role="status">
        {edit && (
          <EditBar
            // A new edit is a new bar, whose button takes the focus.
            key={edit.decisionId}
            edit={edit}
            userId={userId}
            onClose={() => {
              setEdit(undefined);
              title.current?.focus();
            }}
          />
        )}
      </div>
      <footer className="memories-footer">
        <SetupLine />
        <ForgetMe
          userId={userId}
          onForgotten={() => {
            setAsOf(undefined);
            setEdit(undefined);
            onForgotten();
          }}
        />
      </footer>
    </aside>
  );
}

function LoadingLines() {
  return (
    <div className="loading" role="status" aria-label="Looking up memories">
      <i />
      <i />
      <i />
    </div>
  );
}
