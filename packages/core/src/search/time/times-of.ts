import type { VersionRow } from "../../ports/stored-rows.ts";
import { readSpans } from "./read-spans.ts";
import type { TimeSpan } from "./time-span.ts";

/** The times of a memory. */
export interface MemoryTimes {
  /** The stretches that its text names. Relative words in it count from its `validFrom`. */
  readonly written: readonly TimeSpan[];
  /** From when until when it was true. */
  readonly valid: TimeSpan & { readonly from: Date };
  /** When it happened or began: a date of its text that had come by then, else when it became true. */
  readonly beginning: Date;
}

type Timed = Pick<VersionRow, "text" | "validFrom" | "validTo">;

/** The times of a version, as its row and its text tell them. */
export function timesOf(row: Timed): MemoryTimes {
  const untold = untoldTimesOf(row);
  const written = readSpans(row.text, row.validFrom, "perfect").spans;
  const begun = written.flatMap(({ from }) => (from && from <= row.validFrom ? [from] : []));
  return { ...untold, written, beginning: begun[0] ?? untold.beginning };
}

/** The times of a version, or of what was said at `validFrom`, as its row alone tells them. */
export function untoldTimesOf({ validFrom, validTo }: Omit<Timed, "text">): MemoryTimes {
  return { written: [], valid: { from: validFrom, to: validTo }, beginning: validFrom };
}
