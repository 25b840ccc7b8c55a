import { useState } from "react";
import { ForgetDialog } from "./forget-dialog.tsx";

interface ForgetMeProps {
  userId: string;
  onForgotten: () => void;
}

/** The way to be forgotten, by a question. */
export function ForgetMe(props: ForgetMeProps) {
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <button type="button" className="quiet is-danger" onClick={() => setIsAsked(true)}>
        Forget me
      </button>
      {isAsked && <ForgetDialog {...props} onClose={() => setIsAsked(false)} />}
    </>
  );
}
