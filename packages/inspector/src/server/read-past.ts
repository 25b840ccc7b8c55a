import type { Memory, Scope } from "@palimpsest/core";
import type { LoggedDecision, Past, PastVersion } from "../wire.ts";

/** Lines of each type that a page is given: some megabytes. */
const MOST_LINES = 20_000;

/** A line of an export: a type, and the columns of a row. */
type Line =
  | ({ type: "version"; memoryId: string; text: string } & Omit<PastVersion, "id" | "memory">)
  | ({ type: "decision"; key: string } & Omit<LoggedDecision, "id">)
  | { type: "header" | "episode" | "summary" };

/** All versions and decisions under a scope and below, as its export tells them, a page at a time. */
export async function readPast(
  memory: Pick<Memory, "export">,
  scope: Scope,
  { most = MOST_LINES, signal }: { most?: number; signal?: AbortSignal } = {},
): Promise<Past> {
  const versions: PastVersion[] = [];
  const decisions: LoggedDecision[] = [];
  let isCut = false;
  for await (const text of memory.export({ ...scope, include: "subtree", signal })) {
    const line = JSON.parse(text) as Line;
    if (line.type !== "version" && line.type !== "decision") continue;
    const list = line.type === "version" ? versions : decisions;
    if (list.length === most) {
      isCut = true;
      // Nothing that is wanted comes after the decisions.
      if (line.type === "decision") break;
    } else if (line.type === "version") versions.push(toVersion(line));
    else decisions.push(toDecision(line));
  }
  return { versions, decisions: decisions.toSorted(newestFirst), isCut };
}

function toVersion(line: Extract<Line, { type: "version" }>): PastVersion {
  return {
    id: line.memoryId,
    memory: line.text,
    userId: line.userId,
    agentId: line.agentId,
    sessionId: line.sessionId,
    kind: line.kind,
    lineage: line.lineage,
    slot: line.slot,
    status: line.status,
    validFrom: line.validFrom,
    validTo: line.validTo,
    recordedAt: line.recordedAt,
    supersededAt: line.supersededAt,
    expiresAt: line.expiresAt,
  };
}

function toDecision(line: Extract<Line, { type: "decision" }>): LoggedDecision {
  return { ...line, id: line.key };
}

function newestFirst(a: LoggedDecision, b: LoggedDecision): number {
  return b.decidedAt.localeCompare(a.decidedAt) || b.id.localeCompare(a.id);
}
