import { useEffect, useState } from "react";
import type { WireVersion } from "../../wire.ts";
import { fetchHistory, type MemoryAddress, undoDecision } from "../data/call-api.ts";
import { showMoment } from "../data/show-time.ts";
import { useAction } from "../data/use-action.ts";
import { FailureNote } from "../failure-note.tsx";

interface MemoryHistoryProps {
  address: MemoryAddress;
  revision: number;
  /** Absent where an earlier moment is shown, which nobody can change. */
  onUndone?: (() => void) | undefined;
}

/** What came of looking it up; neither while that goes on. */
interface Lookup {
  versions?: WireVersion[];
  message?: string;
}

const ACTORS = { model: "by a model", rule: "by a rule", person: "by hand" } as const;

/**
 * Every version of a memory as a timeline, newest first: its two times, why it was written, and a way
 * to take the last step back.
 */
export function MemoryHistory({ address, revision, onUndone }: MemoryHistoryProps) {
  const { userId, id, sessionId } = address;
  const [{ versions, message }, setLookup] = useState<Lookup>({});

  useEffect(() => {
    const left = new AbortController();
    fetchHistory({ userId, id, sessionId }, left.signal).then(
      (results) => setLookup({ versions: results.toReversed() }),
      (error: Error) => {
        if (!left.signal.aborted) setLookup({ message: error.message });
      },
    );
    return () => left.abort();
  }, [userId, id, sessionId, revision]);

  if (message !== undefined) return <p className="note is-warning">{message}</p>;
  if (versions === undefined) return <p className="note is-pending">Looking it up…</p>;
  return (
    <ol className="history" aria-label="History, newest first">
      {versions.map((version, index) => (
        <li key={`${version.id}/${version.version}`} data-status={version.status}>
          <p className="history-text">
            {version.status === "current" ? version.memory : <del>{version.memory}</del>}
          </p>
          <p className="history-reason">
            {nameStep(version)} {ACTORS[version.actor]}: {version.reason}
          </p>
          <dl>
            <dt>True</dt>
            <dd>{showSpan(version.validFrom, version.validTo)}</dd>
            <dt>Known</dt>
            <dd>{showSpan(version.recordedAt, version.supersededAt)}</dd>
          </dl>
          {onUndone && index === 0 && (
            <UndoStep userId={userId} decisionId={version.decisionId} onUndone={onUndone} />
          )}
        </li>
      ))}
    </ol>
  );
}

interface UndoStepProps {
  userId: string;
  decisionId: string;
  onUndone: () => void;
}

function UndoStep({ userId, decisionId, onUndone }: UndoStepProps) {
  const undo = useAction();
  return (
    <>
      <button
        type="button"
        className="quiet"
        disabled={undo.isRunning}
        onClick={() =>
          undo.run(async () => {
            await undoDecision(userId, decisionId);
            onUndone();
          })
        }
      >
        Undo this step
      </button>
      <FailureNote action={undo} />
    </>
  );
}

function nameStep({ operation, status }: WireVersion): string {
  if (operation === "ADD") return "Added";
  if (operation === "UPDATE") return "Changed";
  return status === "retracted" ? "Taken back" : "Written over the one before";
}

function showSpan(from: string, to: string | undefined): string {
  return to === undefined
    ? `since ${showMoment(from)}`
    : `${showMoment(from)} to ${showMoment(to)}`;
}
