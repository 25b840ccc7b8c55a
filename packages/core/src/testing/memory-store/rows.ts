import { randomUUID } from "node:crypto";
import type { EmbeddingSpace, Tally, Whose } from "../../ports/memory-store.ts";
import type { DecisionRow, EpisodeRow, SessionRow, VersionRow } from "../../ports/stored-rows.ts";
import { type Scope, toScopeColumns } from "../../scope.ts";

/** The space of all vectors in the suite. */
export const SPACE: EmbeddingSpace = { embedder: "suite/embedder-1", dimensions: 8 };

/** A scope that nothing was written to yet. */
export function newScope(): Scope {
  return { userId: randomUUID() };
}

/** The rows of exactly this scope. */
export function exactly(scope: Scope): Whose {
  return { type: "exact", scope };
}

/** A tally that gives the rows as they came. */
export function collectRows<ROW>(): Tally<ROW, ROW[]> {
  const rows: ROW[] = [];
  return { add: (row) => void rows.push(row), result: () => rows };
}

/** A version with nothing but what it must have, of a lineage of its own. */
export function versionRow(scope: Scope, values: Partial<VersionRow> = {}): VersionRow {
  const lineage = values.lineage ?? randomUUID();
  const slot = values.slot ?? 1;
  return {
    ...toScopeColumns(scope),
    key: `${lineage}@${slot}`,
    revision: 1,
    lineage,
    slot,
    memoryId: lineage,
    version: slot,
    hash: "0f1e2d",
    text: "Likes tea.",
    terms: "likes tea",
    vector: [1, 0, 0, 0, 0, 0, 0, 0],
    kind: "fact",
    entities: [],
    metadata: {},
    status: "current",
    pinned: false,
    validFrom: new Date("2026-01-02T03:04:05.678Z"),
    recordedAt: new Date("2026-01-02T03:04:06.789Z"),
    operation: "ADD",
    decisionId: "decision-1",
    reportId: "report-1",
    reason: "It is new.",
    actor: "model",
    origin: "user",
    episodeIds: [],
    embedder: SPACE.embedder,
    ...values,
  };
}

/** A version with a value in every column. */
export function fullVersionRow(scope: Scope): VersionRow {
  return versionRow(scope, {
    subject: "user",
    attribute: "home",
    value: "Berlin",
    cardinality: "one",
    entities: ["Berlin", "Anna-Lena", ""],
    relations: [{ subject: "Anna-Lena", predicate: "lives in", object: "Berlin" }],
    metadata: { source: "chat", nested: { list: [1, "two", null, true, -0.5] }, "": "" },
    status: "superseded",
    supersededBy: "memory-2",
    pinned: true,
    expiresAt: new Date("2031-12-31T23:59:59.999Z"),
    validTo: new Date("2026-03-04T00:00:00.000Z"),
    supersededAt: new Date("2026-03-04T05:06:07.008Z"),
    model: "gpt-4.1-nano",
    episodeIds: ["episode-1", "episode-2"],
    quote: "I moved to Berlin",
    importance: 5,
  });
}

/** An exchange with nothing but what it must have. */
export function episodeRow(scope: Scope, values: Partial<EpisodeRow> = {}): EpisodeRow {
  return {
    ...toScopeColumns(scope),
    key: randomUUID(),
    revision: 1,
    messages: '[{"role":"user","content":"I like tea."}]',
    terms: "like tea",
    messageCount: 1,
    at: new Date("2026-01-02T03:04:05.678Z"),
    recordedAt: new Date("2026-01-02T03:04:06.789Z"),
    status: "pending",
    attempts: 0,
    request: "{}",
    ...values,
  };
}

/** A summary of a conversation. */
export function sessionRow(scope: Scope, values: Partial<SessionRow> = {}): SessionRow {
  return {
    ...toScopeColumns(scope),
    key: randomUUID(),
    revision: 1,
    summary: "They talked about tea.",
    summarizedUntil: new Date("2026-01-02T03:04:05.678Z"),
    messageCount: 12,
    ...values,
  };
}

/** A decision with nothing but what it must have. */
export function decisionRow(scope: Scope, values: Partial<DecisionRow> = {}): DecisionRow {
  return {
    ...toScopeColumns(scope),
    key: randomUUID(),
    revision: 1,
    reportId: "report-1",
    operation: "ADD",
    reason: "It is new.",
    actor: "model",
    decidedAt: new Date("2026-01-02T03:04:06.789Z"),
    inputTokens: 1200,
    outputTokens: 80,
    durationMs: 950,
    ...values,
  };
}
