import { Buffer } from "node:buffer";
import { z } from "zod";
import type { StoredRow, VersionRow } from "../ports/stored-rows.ts";
import type { Column } from "../ports/tables.ts";
import { parseScope, toScopeColumns } from "../scope.ts";
import { sessionKey } from "../summary/summarize-session.ts";
import { termsOf } from "../text/analyze-text.ts";
import { hashText } from "../text/hash-text.ts";
import { lineError } from "./line-error.ts";
import { JSON_TEXTS, lineColumns, type LineRows, type LineType } from "./line-format.ts";

/** A row that a line holds; its vector is still to be made where there is none. */
export type LineRow = {
  [TYPE in LineType]: { readonly type: TYPE; readonly line: number; readonly row: LineRows[TYPE] };
}[LineType];

/** What a value of a column must be, for the message. */
const EXPECTED = {
  text: "a string",
  integer: "a whole number of 32 bits",
  boolean: "true or false",
  time: "a time like 2026-01-02T03:04:05.678Z",
  texts: "an array of strings",
  json: "an object",
  vector: "base64 of 32-bit floats",
} satisfies Record<Column["type"], string>;

/** What some columns may hold, by name and by type and name. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  kind: ["fact", "preference", "event", "instruction", "insight"],
  "version.status": ["current", "superseded", "retracted", "quarantined"],
  "episode.status": ["processed", "pending", "dead"],
  cardinality: ["one", "many"],
  operation: ["ADD", "UPDATE", "DELETE", "NOOP", "REJECTED"],
  proposed: ["ADD", "UPDATE", "DELETE", "NOOP", "REJECTED"],
  actor: ["model", "rule", "person"],
  origin: ["user", "assistant", "tool", "document", "person"],
};

/** Columns that count, from 1. */
const COUNTERS: ReadonlySet<string> = new Set(["revision", "slot", "version"]);
const HIGHEST_COUNT = 1_000_000;

/** What the columns must say that hold JSON as text. */
const JSON_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  messages: z
    .array(
      z.strictObject({
        role: z.enum(["system", "user", "assistant", "tool"]),
        content: z.string(),
        name: z.string().optional(),
      }),
    )
    .min(1),
  request: z.strictObject({
    recalled: z.array(z.string()).optional(),
    metadata: z.record(z.string(), z.json()).optional(),
    instructions: z.string().optional(),
  }),
};

/**
 * The row in a line of an export: every column checked, and those reckoned that follow from others.
 *
 * @throws {InvalidInputError} that names the line and what was expected.
 */
export function decodeLine(
  type: LineType,
  given: Readonly<Record<string, unknown>>,
  { line, embedder, dimensions }: { line: number; embedder: string; dimensions: number },
): LineRow {
  const { type: _type, userId, agentId, sessionId, vector, ...values } = given;
  const columns = lineColumns(type);
  const row: Record<string, unknown> = {};
  for (const [name, column] of columns) {
    const value = values[name] ?? undefined;
    if (value === undefined && column.optional === true) continue;
    row[name] = decodeValue(value, column, name);
  }
  const names = new Set(columns.map(([name]) => name));
  const unknown = Object.keys(values).find((name) => !names.has(name));
  if (unknown !== undefined) throw lineError(line, `has "${unknown}", which no ${type} has`);
  const scope = readScope();
  const stored = { ...row, ...toScopeColumns(scope) };
  return { type, line, row: complete(stored) } as unknown as LineRow;

  function readScope() {
    try {
      return parseScope({ userId, agentId, sessionId });
    } catch (cause) {
      throw lineError(line, `has no valid scope: ${(cause as Error).message}`, cause);
    }
  }

  function decodeValue(value: unknown, { type: columnType }: Column, name: string): unknown {
    const schema = JSON_SCHEMAS[name];
    if (schema && JSON_TEXTS.has(name)) {
      const parsed = schema.safeParse(value);
      if (parsed.success) return JSON.stringify(value);
      const issue = parsed.error.issues[0];
      throw lineError(line, `has bad ${[name, ...(issue?.path ?? [])].join(".")}: ${issue?.message}`);
    }
    const decoded = convert(value, columnType);
    if (decoded === undefined) throw lineError(line, `needs "${name}" to be ${EXPECTED[columnType]}`);
    const choices = CHOICES[`${type}.${name}`] ?? CHOICES[name];
    if (choices && !choices.includes(String(decoded))) {
      throw lineError(line, `needs "${name}" to be ${choices.join(" or ")}`);
    }
    const isCount = typeof decoded === "number" && decoded >= 1 && decoded <= HIGHEST_COUNT;
    if (COUNTERS.has(name) && !isCount) {
      throw lineError(line, `needs "${name}" to be a whole number from 1 to ${HIGHEST_COUNT}`);
    }
    return decoded;
  }

  function complete(stored: Record<string, unknown>): unknown {
    switch (type) {
      case "version":
        return completeVersion(stored as unknown as VersionRow);
      case "episode": {
        const messages = JSON.parse(String(stored["messages"])) as unknown[];
        return { ...stored, messageCount: messages.length };
      }
      case "summary":
        if (stored["key"] === sessionKey(readScope())) return stored;
        throw lineError(line, 'has a "key" that is not that of its scope');
      case "decision":
        return stored;
      default:
        return type satisfies never;
    }
  }

  function completeVersion(version: VersionRow): VersionRow {
    const { key, lineage, slot, text, status, supersededAt } = version;
    if (key !== `${lineage}@${slot}`) {
      throw lineError(line, 'needs "key" to be its lineage and slot, with @ between');
    }
    if (text.trim() === "") throw lineError(line, 'needs "text" not to be blank');
    if (status === "current" && supersededAt !== undefined) {
      throw lineError(line, "is current, and superseded");
    }
    return {
      ...version,
      hash: hashText(text),
      terms: termsOf(text).join(" "),
      embedder,
      ...(vector !== undefined && { vector: decodeVector() }),
    };
  }

  function decodeVector(): Float32Array {
    const bytes = typeof vector === "string" ? Buffer.from(vector, "base64") : undefined;
    const isFitting = bytes?.length === dimensions * 4;
    if (bytes === undefined || !isFitting) {
      throw lineError(line, `needs "vector" to be ${EXPECTED.vector}, ${dimensions} of them`);
    }
    const numbers = Float32Array.from({ length: dimensions }, (_, index) =>
      bytes.readFloatLE(index * 4),
    );
    const norm = numbers.reduce((sum, number) => sum + number * number, 0);
    if (norm > 0 && norm < Number.POSITIVE_INFINITY) return numbers;
    throw lineError(line, 'has a "vector" that points nowhere');
  }
}

/** The value as a row has it; `undefined` when it is none of that type. */
function convert(value: unknown, type: Column["type"]): unknown {
  switch (type) {
    case "text":
      return typeof value === "string" ? value.toWellFormed() : undefined;
    case "integer":
      return typeof value === "number" && value === (value | 0) ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "time": {
      const time = typeof value === "string" ? new Date(value) : undefined;
      return time === undefined || Number.isNaN(time.getTime()) ? undefined : time;
    }
    case "texts": {
      const isTexts = Array.isArray(value) && value.every((text) => typeof text === "string");
      return isTexts ? value : undefined;
    }
    case "json":
      return typeof value === "object" && !Array.isArray(value) ? (value ?? undefined) : undefined;
    case "vector":
      return undefined;
    default:
      return type satisfies never;
  }
}
