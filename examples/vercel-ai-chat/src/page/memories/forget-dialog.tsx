import { useEffect, useRef, useState } from "react";
import type { WireReceipt } from "../../wire.ts";
import { forgetUser } from "../data/call-api.ts";
import { useAction } from "../data/use-action.ts";
import { FailureNote } from "../failure-note.tsx";
import { Receipt } from "./receipt.tsx";

interface ForgetDialogProps {
  userId: string;
  onForgotten: () => void;
  onClose: () => void;
}

/**
 * Asks once more, erases everything about a user, and shows the receipt. While it erases it stays open:
 * nothing can be cancelled any more, and there is no second receipt.
 */
export function ForgetDialog({ userId, onForgotten, onClose }: ForgetDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [receipt, setReceipt] = useState<WireReceipt>();
  const erasure = useAction();
  const close = () => dialog.current?.close();
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog
      ref={dialog}
      className="forget"
      aria-labelledby="forget-title"
      onCancel={(event) => {
        if (erasure.isRunning) event.preventDefault();
      }}
      onClose={onClose}
    >
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
            Every memory, all of its history and every conversation of {userId} is erased, from the
            files, too. This cannot be undone.
          </p>
          <FailureNote action={erasure} />
          <div className="dialog-actions">
            <button type="button" className="quiet" disabled={erasure.isRunning} onClick={close}>
              Cancel
            </button>
            <button
              type="button"
              className="primary"
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
  );
}
