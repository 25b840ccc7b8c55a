import { createHash } from "node:crypto";
import type { EmbeddingSpace, TableName } from "../ports/memory-store.ts";

/** What the names of all tables with memories begin with. */
export const MEMORIES_PREFIX = "memories_";

/**
 * What the tables are called in LanceDB. Memories have a table per embedding space, whose name tells
 * an operator which: names take only some characters, so a digest tells apart what looks the same.
 */
export function toTableNames({
  embedder,
  dimensions,
}: EmbeddingSpace): Readonly<Record<TableName, string>> {
  const slug = embedder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40);
  const digest = createHash("sha256")
    .update(JSON.stringify([embedder, dimensions]))
    .digest("hex");
  return {
    memories: `${MEMORIES_PREFIX}${slug}_${dimensions}_${digest.slice(0, 12)}`,
    episodes: "episodes",
    sessions: "sessions",
    decisions: "decisions",
  };
}
