import type { WireChange, WireTurn } from "../../wire.ts";
import { undoDecision } from "../data/call-api.ts";
import { useAction } from "../data/use-action.ts";
import { FailureNote } from "../failure-note.tsx";
import { Overwritten } from "../overwritten.tsx";

interface LearnedProps {
  turn: WireTurn | undefined;
  userId: string;
}

/** What was learned from an exchange, and a way to take it back. */
export function Learned({ turn, userId }: LearnedProps) {
  const undo = useAction();
  if (turn === undefined || turn.status === "open") {
    return <p className="note is-pending">Reading what you said…</p>;
  }
  if (turn.status === "failed") {
    return <p className="note is-warning">This could not be remembered.</p>;
  }
  if (turn.status === "kept") {
    return <p className="note">Kept; it will be read when the model is back.</p>;
  }
  if (turn.changes.length === 0) return <p className="note">Nothing new to remember.</p>;

  const { reportId, changes, isUndone } = turn;
  return (
    <div
      className={isUndone ? "learned is-undone" : "learned"}
      role="group"
      aria-label="Learned from it"
    >
      <h4>{isUndone ? "Learned, and taken back" : "Learned from it"}</h4>
      <ul>
        {changes.map((change) => (
          <li key={change.decisionId}>
            <span className="event">{nameEvent(change)}</span>
            <Overwritten {...(isUndone ? textsUndone(change) : textsLearned(change))} />
          </li>
        ))}
      </ul>
      {!isUndone && reportId !== undefined && (
        <button
          type="button"
          className="quiet"
          disabled={undo.isRunning}
          onClick={() => undo.run(async () => void (await undoDecision(userId, reportId)))}
        >
          Undo<span className="visually-hidden"> what was learned</span>
        </button>
      )}
      <FailureNote action={undo} />
    </div>
  );
}

function nameEvent(change: WireChange): string {
  switch (change.event) {
    case "ADD":
      return "New";
    case "UPDATE":
      return "Changed";
    case "DELETE":
      return isRetraction(change) ? "Taken back" : "Replaced";
    default:
      return change.event satisfies never;
  }
}

/** What is written over what; over a memory that is taken back, nothing. */
function textsLearned(change: WireChange) {
  const { memory, previousMemory } = change;
  if (isRetraction(change)) return { underneath: [memory] };
  return { text: memory, underneath: previousMemory === undefined ? [] : [previousMemory] };
}

/** The other way round: what was there before holds again. */
function textsUndone(change: WireChange) {
  const { memory, previousMemory } = change;
  if (isRetraction(change)) return { text: memory, underneath: [] };
  return { ...(previousMemory !== undefined && { text: previousMemory }), underneath: [memory] };
}

function isRetraction({ event, supersededBy }: WireChange): boolean {
  return event === "DELETE" && supersededBy === undefined;
}
