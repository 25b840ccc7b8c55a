import { useState } from "react";
import type { Figures } from "../../wire.ts";
import { FiguresGrid } from "../charts/figures-grid.tsx";
import { useAnswer } from "../data/use-answer.ts";
import { Warning } from "./note.tsx";

/** Where figures fit beside each other; where they do not, the list of users comes first. */
const WIDE = "(width >= 56rem)";

/** What everybody's memories are in numbers. Asked for once it is open: every row of the store counts. */
export function StoreFigures() {
  const [isOpen, setIsOpen] = useState(() => matchMedia(WIDE).matches);
  const { value, message } = useAnswer<Figures>("figures-of-all", isOpen ? {} : undefined);
  return (
    <details
      className="store-figures"
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>Figures of everybody</summary>
      <Warning message={message} />
      {isOpen && value === undefined && message === undefined && (
        <p className="reckoning" role="status">
          Counting…
        </p>
      )}
      {value && <FiguresGrid figures={value} />}
    </details>
  );
}
