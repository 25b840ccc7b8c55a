import type { TableName } from "./memory-store.ts";
import type { VersionRow } from "./stored-rows.ts";

/** What is to be gone for good, and what becomes of the versions that rested on it. */
export interface Erasure {
  /** The keys of the rows that go, by table. */
  readonly remove: Readonly<Record<TableName, readonly string[]>>;
  readonly amend: readonly Amendment[];
}

/**
 * What changes in a version that stays: these columns have exactly these values afterwards.
 *
 * It says nothing in anybody's words, because stores write it down until the erasure is complete.
 */
export interface Amendment
  extends
    Pick<VersionRow, "key" | "status" | "episodeIds">,
    Partial<Pick<VersionRow, "supersededBy" | "supersededAt" | "validTo">> {
  /** Whether its quote goes too, and its reason is replaced by `SILENCED`. */
  readonly isSilenced: boolean;
}

/** The reason of a version whose own spoke of what was erased. */
export const SILENCED = "The exchange that it came from was forgotten.";
