import type { VersionRow } from "../../ports/stored-rows.ts";
import { readSpans } from "./read-spans.ts";
import type { TimeSpan } from "./time-span.ts";

/** The times of a memory. */
export interface MemoryTimes {
  /** The stretches that its text names. Relative words in it count from its `validFrom`. */
  readonly written: readonly TimeSpan[];
  /** From when until when it was true. */
  readonly valid: TimeSpan & { readonly from: Date };
}

type Timed = Pick<VersionRow, "text" | "validFrom" | "validTo">;

/** The times of a version, as its row and its text tell them. */
export function timesOf({ text, validFrom, validTo }: Timed): MemoryTimes {
  return {
    written: readSpans(text, validFrom, "perfect").spans,
    valid: { from: validFrom, to: validTo },
  };
}

/** When it happened or began: what its text says, where it names a past beginning, else `validFrom`. */
export function beginningOf(row: Timed): Date {
  const { written, valid } = timesOf(row);
  const starts = written.flatMap(({ from }) => (from ? [from] : []));
  return starts.find((start) => start <= valid.from) ?? valid.from;
}
