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

/** The times of a version, as its row and its text tell them. */
export function timesOf({
  text,
  validFrom,
  validTo,
}: Pick<VersionRow, "text" | "validFrom" | "validTo">): MemoryTimes {
  const written = readSpans(text, validFrom, "perfect").spans;
  const beginnings = written.flatMap(({ from }) => (from && from <= validFrom ? [from] : []));
  return {
    written,
    valid: { from: validFrom, to: validTo },
    beginning: beginnings[0] ?? validFrom,
  };
}
