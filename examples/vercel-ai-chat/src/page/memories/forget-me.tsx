import { useRef, useState } from "react";
import type { WireReceipt } from "../../wire.ts";
import { forgetUser } from "../data/call-api.ts";
import { useAction } from "../data/use-action.ts";
import { FailureNote } from "../failure-note.tsx";
import { Receipt } from "./receipt.tsx";

interface ForgetMeProps {
  userId: string;
  onForgotten: () => void;
}

/** Erases everything about a user, after a question, and shows the receipt. */
export function ForgetMe({ userId, onForgotten }: ForgetMeProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [receipt, setReceipt] = useState<WireReceipt>();
  const erasure = useAction();
  const close = () => dialog.current?.close();

  return (
    <>
      <button
        type="button"
        className="quiet is-danger"
        onClick={() => {
          setReceipt(undefined);
          dialog.current?.showModal();
        }}
      >
        Forget me
      </button>
      <dialog ref={dialog} className="forget" aria-labelledby="forget-title">
        {receipt ? (
          <>
            <h2 id="forget-title">Forgotten</h2>
            <Receipt receipt={receipt} />
            <div className="dialog-actions">
              <button type="button" className="primary" autoFocus onClick={close}>
                Close
              </button>
            </div>
          </>
        ) : (
          <>
            <h2 id="forget-title">Forget {userId}?</h2>
            <p>
              Every memory, all of its history and every conversation of {userId} is erased, from
              the files, too. This cannot be undone.
            </p>
            <FailureNote action={erasure} />
            <div className="dialog-actions">
              <button type="button" className="quiet" onClick={close}>
                Cancel
              </button>
              <button
                type="button"
                className="primary is-danger"
                disabled={erasure.isRunning}
                onClick={() =>
                  erasure.run(async () => {
                    setReceipt(await forgetUser(userId));
                    onForgotten();
                  })
                }
              >
                {erasure.isRunning ? "Erasing…" : "Erase everything"}
              </button>
            </div>
          </>
        )}
      </dialog>
    </>
  );
}
