import { readIsoTime } from "../input/read-iso-time.ts";
import type { Column } from "../ports/tables.ts";
import { lineError } from "./line-error.ts";
import type { LineType } from "./line-format.ts";
import { JSON_SCHEMAS } from "./line-schemas.ts";

/** What a value of a column must be, for the message. */
const EXPECTED = {
  text: "a string",
  integer: "a whole number of 32 bits",
  boolean: "true or false",
  time: "a time like 2026-01-02T03:04:05.678Z",
  texts: "an array of strings",
  json: "an object",
  bytes: "bytes",
  vector: "a vector",
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

/**
 * The value of a column as a row has it.
 *
 * @throws {InvalidInputError} that names the line and what was expected.
 */
export function decodeValue(
  value: unknown,
  { name, column, type, line }: { name: string; column: Column; type: LineType; line: number },
): unknown {
  const schema = JSON_SCHEMAS[name];
  if (schema) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return column.type === "text" ? JSON.stringify(value) : value;
    const issue = parsed.error.issues[0];
    const path = [name, ...(issue?.path ?? [])].join(".");
    throw lineError(line, `has bad ${path}: ${issue?.message}`);
  }
  const decoded = convert(value, column.type);
  if (decoded === undefined) {
    throw lineError(line, `needs "${name}" to be ${EXPECTED[column.type]}`);
  }
  const choices = CHOICES[`${type}.${name}`] ?? CHOICES[name];
  if (choices && !choices.some((choice) => choice === decoded)) {
    throw lineError(line, `needs "${name}" to be ${choices.join(" or ")}`);
  }
  const isCount = typeof decoded === "number" && decoded >= 1 && decoded <= HIGHEST_COUNT;
  if (COUNTERS.has(name) && !isCount) {
    throw lineError(line, `needs "${name}" to be a whole number from 1 to ${HIGHEST_COUNT}`);
  }
  return decoded;
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
    case "time":
      return typeof value === "string" ? readIsoTime(value) : undefined;
    case "texts": {
      const isTexts = Array.isArray(value) && value.every((text) => typeof text === "string");
      return isTexts ? value : undefined;
    }
    case "json":
      return typeof value === "object" && !Array.isArray(value) ? (value ?? undefined) : undefined;
    case "bytes":
    case "vector":
      return undefined;
    default:
      return type satisfies never;
  }
}
