import type { TableName } from "../ports/memory-store.ts";
import type { DecisionRow, EpisodeRow, SessionRow, VersionRow } from "../ports/stored-rows.ts";
import { type Column, TABLES } from "../ports/tables.ts";

/** Rises with each change that an earlier version of this package could not read. */
export const FORMAT_VERSION = 2;

/** What a line holds, and the table that it is a row of. */
export const LINE_TABLES = {
  episode: "episodes",
  version: "memories",
  decision: "decisions",
  summary: "sessions",
} as const satisfies Record<string, TableName>;

/** What a line holds. */
export type LineType = keyof typeof LINE_TABLES;

/** The rows of each type of line. */
export interface LineRows {
  episode: EpisodeRow;
  version: VersionRow;
  decision: DecisionRow;
  summary: SessionRow;
}

/** How many lines of each type follow. */
export type LineCounts = Record<LineType, number>;

/** The first line: what the others are, and in whose space their vectors are. */
export interface HeaderLine {
  type: "header";
  format: "palimpsest";
  formatVersion: typeof FORMAT_VERSION;
  embedder: string;
  dimensions: number;
  /** Whether versions carry their vectors. */
  vectors: boolean;
  /** When the export began; what is written meanwhile may or may not be in it. */
  counts: LineCounts;
}

/** Columns that no line writes out as they are: the ids stand in it as the caller knows them. */
const SCOPE: readonly string[] = ["scope", "userId", "agentId", "sessionId"];

/** Columns that a line leaves out: they follow from the others, or mean nothing elsewhere. */
const LEFT_OUT: Readonly<Record<LineType, readonly string[]>> = {
  episode: [
    "messageCount",
    "terms",
    "failures",
    "attemptedAt",
    "retryAt",
    "modelCalls",
    "tokens",
    "claimedBy",
    "claimedUntil",
  ],
  version: ["hash", "terms", "embedder", "vector"],
  decision: [],
  summary: [],
};

/** Columns that hold JSON as text, and stand in a line as what it says. */
export const JSON_TEXTS: ReadonlySet<string> = new Set(["messages", "request"]);

/** The columns that a line writes out. The ids of its scope stand beside them. */
export function lineColumns(type: LineType): [name: string, column: Column][] {
  const columns: Readonly<Record<string, Column>> = TABLES[LINE_TABLES[type]];
  const isLeftOut = (name: string) => SCOPE.includes(name) || LEFT_OUT[type].includes(name);
  return Object.entries(columns).filter(([name]) => !isLeftOut(name));
}
