import { createHash } from "node:crypto";
import type { Engine } from "../engine.ts";
import { messageOf } from "../errors.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import type { Redactor } from "../redact/create-redactor.ts";
import { parseScope, type Scope, scopeKey, toScopeColumns } from "../scope.ts";
import { termsOf } from "../text/analyze-text.ts";
import { hashText } from "../text/hash-text.ts";
import { withoutAbsent } from "../without-absent.ts";
import { readIsoTime } from "../input/read-iso-time.ts";
import { readMetadata, readText } from "../input/read-values.ts";
import type { LineRow } from "./decode-line.ts";
import { lineError } from "./line-error.ts";

/** A memory as mem0 exports it: only its text is needed. */
export interface ForeignMemory {
  readonly memory: string;
  readonly [name: string]: unknown;
}

/** Whether a value is a memory in the shape of mem0. */
export function isForeignMemory(value: object): value is ForeignMemory {
  return "memory" in value && !("type" in value && value.type !== undefined && "key" in value);
}

/**
 * A new memory of a text, or of a record of mem0: with its id, or else one that follows from scope
 * and text, so that the same line is the same memory whenever it is imported.
 *
 * It is redacted, as what `put` takes is. It is true since mem0 last changed it, and known to the store since now.
 *
 * @throws {InvalidInputError} that names the line and what was expected.
 */
export async function decodeForeign(
  engine: Engine,
  value: string | ForeignMemory,
  {
    line,
    scope: fallback,
    reportId,
    redactor,
  }: { line: number; scope?: Scope | undefined; reportId: string; redactor: Redactor },
): Promise<LineRow> {
  const { limits, now, newId, embedder } = engine.settings;
  const record: ForeignMemory = typeof value === "string" ? { memory: value } : value;
  const scope = explained(() => parseScope(readIds(record) ?? fallback));
  const written = explained(() => readText(record.memory, "memory", limits.memory));
  const labels = explained(() => readMetadata(record["metadata"] ?? {}, limits));
  const text = await redactor.text(written);
  const metadata = await redactor.json(labels);
  const memoryId = readId(record["id"]) ?? toDigest(scope, text);
  const recordedAt = now();
  const row: VersionRow = {
    ...toScopeColumns(scope),
    key: `${memoryId}@1`,
    revision: 1,
    lineage: memoryId,
    slot: 1,
    memoryId,
    version: 1,
    hash: hashText(text),
    text,
    terms: termsOf(text).join(" "),
    kind: "fact",
    subject: "user",
    entities: [],
    metadata,
    status: "current",
    pinned: false,
    validFrom: readTime("updated") ?? readTime("created") ?? recordedAt,
    recordedAt,
    operation: "ADD",
    decisionId: newId(),
    reportId,
    reason: "imported",
    actor: "person",
    origin: "person",
    episodeIds: [],
    embedder: embedder.id,
  };
  return { type: "version", line, row };

  function explained<RESULT>(read: () => RESULT): RESULT {
    try {
      return read();
    } catch (cause) {
      throw lineError(line, `is no memory: ${messageOf(cause)}`, cause);
    }
  }

  function readId(id: unknown): string | undefined {
    if (id === undefined || id === null) return undefined;
    if (typeof id === "string" && id !== "" && id.length <= 512) return id.toWellFormed();
    throw lineError(line, 'needs "id" to be a non-empty string of at most 512 characters');
  }

  function readTime(name: "created" | "updated"): Date | undefined {
    const given = record[`${name}_at`] ?? record[`${name}At`] ?? undefined;
    if (given === undefined) return undefined;
    const time = typeof given === "string" ? readIsoTime(given) : undefined;
    if (time) return time;
    throw lineError(line, `needs "${name}_at" to be a time like 2026-01-02T03:04:05.678Z`);
  }
}

/** The ids that a record carries, in either spelling; `undefined` when it carries none. */
function readIds(record: ForeignMemory): object | undefined {
  const ids = withoutAbsent({
    userId: record["user_id"] ?? record["userId"] ?? undefined,
    agentId: record["agent_id"] ?? record["agentId"] ?? undefined,
    sessionId: record["run_id"] ?? record["runId"] ?? record["sessionId"] ?? undefined,
  });
  return Object.keys(ids).length === 0 ? undefined : ids;
}

function toDigest(scope: Scope, text: string): string {
  return createHash("sha256")
    .update(`${scopeKey(scope)}\n${text}`)
    .digest("hex")
    .slice(0, 32);
}
