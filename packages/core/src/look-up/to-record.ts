import { pickFields } from "../pick-fields.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import type { MemoryId, MemoryRecord, MemoryVersion } from "../record.ts";
import { fromScopeColumns } from "../scope.ts";
import { withoutAbsent } from "../without-absent.ts";

// prettier-ignore
const RECORD_COLUMNS = [
  "version", "kind", "status", "pinned", "expiresAt", "validFrom", "validTo", "recordedAt",
  "supersededAt", "origin", "subject", "attribute", "value", "entities", "relations", "quote",
  "episodeIds", "metadata",
] as const;

/** A stored version as a memory. */
export function toRecord(row: VersionRow): MemoryRecord {
  return {
    id: row.memoryId as MemoryId,
    memory: row.text,
    ...withoutAbsent(fromScopeColumns(row)),
    ...pickFields(row, RECORD_COLUMNS),
    ...(row.supersededBy !== undefined && { supersededBy: row.supersededBy as MemoryId }),
  };
}

/** A stored version, with the decision that made it. */
export function toVersion(row: VersionRow): MemoryVersion {
  const decision = ["operation", "reason", "actor", "model", "decisionId", "reportId"] as const;
  return { ...toRecord(row), ...pickFields(row, decision) };
}
