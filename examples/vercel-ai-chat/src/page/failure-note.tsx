import type { Action } from "./data/use-action.ts";

interface FailureNoteProps {
  action: Action;
}

/** Why what a person did came to nothing; nothing where it did not fail. */
export function FailureNote({ action: { message } }: FailureNoteProps) {
  if (message === undefined) return null;
  return (
    <p className="note is-warning" role="alert">
      {message}
    </p>
  );
}
