import { InvalidInputError } from "../errors.ts";
import { readIsoTime } from "../input/read-iso-time.ts";
import type { Json, MemoryRecord } from "../record.ts";

/** What a filter compares with. Dates compare with dates, and with ISO strings: of UTC, if they name no zone. */
export type FilterValue = string | number | boolean | Date;

/** A test of one field; several operators must all hold. */
export interface FilterTest {
  eq?: FilterValue;
  /** Also where the field is absent. */
  ne?: FilterValue;
  gt?: FilterValue;
  gte?: FilterValue;
  lt?: FilterValue;
  lte?: FilterValue;
  in?: readonly FilterValue[];
  /** A list holds it, or a text contains it. */
  contains?: string | number | boolean;
}

/**
 * Which memories to take: by fields of the record (`kind`, `validFrom` …) and, under any other
 * name, of its metadata; `metadata.kind` is the metadata's own. A value means equality; all fields
 * must hold.
 */
export interface Filters {
  AND?: readonly Filters[];
  OR?: readonly Filters[];
  NOT?: Filters;
  [field: string]: FilterValue | FilterTest | Filters | readonly Filters[] | undefined;
}

type Test = (record: MemoryRecord) => boolean;

const RECORD_FIELDS: ReadonlySet<string> = new Set<keyof MemoryRecord>(
  // prettier-ignore
  ["id", "memory", "version", "kind", "userId", "agentId", "sessionId", "status", "supersededBy",
   "pinned", "expiresAt", "validFrom", "validTo", "recordedAt", "supersededAt", "origin", "subject",
   "attribute", "value", "entities", "quote", "episodeIds"],
);

const TIME_FIELDS: ReadonlySet<string> = new Set<keyof MemoryRecord>(
  // prettier-ignore
  ["expiresAt", "validFrom", "validTo", "recordedAt", "supersededAt"],
);

/** Filters may nest this deep. */
const DEEPEST = 20;

/**
 * A test of records by the filters; no filters take every record.
 *
 * @throws {InvalidInputError} when an operator is unknown, or a value is of a kind that cannot be
 * compared, with a time of the record for instance.
 */
export function readFilters(filters: unknown, depth = 0): Test {
  if (filters === undefined) return () => true;
  if (!isPlainObject(filters) || depth > DEEPEST) {
    throw new InvalidInputError(
      `filters must be an object like { kind: "fact", priority: { gte: 2 } }, at most ${DEEPEST} deep.`,
      { parameter: "filters", value: filters },
    );
  }
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const tests = given.map(([name, value]): Test => {
    switch (name) {
      case "AND":
        return all(readList(value, name, depth));
      case "OR":
        return any(readList(value, name, depth));
      case "NOT":
        return not(readFilters(value, depth + 1));
      default:
        return readField(name, value);
    }
  });
  return all(tests);
}

function readList(value: unknown, name: string, depth: number): Test[] {
  if (!Array.isArray(value)) {
    throw new InvalidInputError(`filters.${name} must be an array of filters.`, {
      parameter: `filters.${name}`,
      value,
    });
  }
  return value.map((filters) => readFilters(filters ?? null, depth + 1));
}

function readField(name: string, wanted: unknown): Test {
  const field = fieldOf(name);
  if (isComparable(wanted)) {
    assertTimes(name, [wanted], `filters.${name}`);
    return (record) => compare(field(record), wanted) === 0;
  }
  if (!isPlainObject(wanted) || Object.keys(wanted).length === 0) {
    throw new InvalidInputError(`filters.${name} must be a value or operators like { gte: 2 }.`, {
      parameter: `filters.${name}`,
      value: wanted,
    });
  }
  const tests = Object.entries(wanted).map(([operator, operand]) =>
    readOperator(name, operator, operand),
  );
  return (record) => tests.every((test) => test(field(record)));
}

function readOperator(
  name: string,
  operator: string,
  operand: unknown,
): (value: unknown) => boolean {
  const parameter = `filters.${name}.${operator}`;
  if (operator === "in") {
    if (!Array.isArray(operand) || !operand.every(isComparable)) {
      throw new InvalidInputError(`${parameter} must be an array of values.`, {
        parameter,
        value: operand,
      });
    }
    assertTimes(name, operand, parameter);
    return (value) => operand.some((wanted) => compare(value, wanted) === 0);
  }
  if (!isComparable(operand)) {
    throw new InvalidInputError(`${parameter} must be a string, number, boolean or Date.`, {
      parameter,
      value: operand,
    });
  }
  assertTimes(name, [operand], parameter);
  switch (operator) {
    case "eq":
      return (value) => compare(value, operand) === 0;
    case "ne":
      return (value) => compare(value, operand) !== 0;
    case "gt":
      return (value) => compare(value, operand) > 0;
    case "gte":
      return (value) => compare(value, operand) >= 0;
    case "lt":
      return (value) => compare(value, operand) < 0;
    case "lte":
      return (value) => compare(value, operand) <= 0;
    case "contains":
      return (value) => contains(value, operand);
    default:
      throw new InvalidInputError(
        `filters.${name}: "${operator}" is no operator; there are eq, ne, gt, gte, lt, lte, in and contains.`,
        { parameter, value: operand },
      );
  }
}

/** Refuses what no time of a record could be compared with: it would silently be true of none. */
function assertTimes(name: string, operands: readonly FilterValue[], parameter: string): void {
  if (!TIME_FIELDS.has(name)) return;
  const wrong = operands.find((operand) => Number.isNaN(toTime(operand)));
  if (wrong === undefined) return;
  throw new InvalidInputError(
    `${parameter} must be a Date, or an ISO time like 2026-03-02T10:00:00Z.`,
    { parameter, value: wrong },
  );
}

function fieldOf(name: string): (record: MemoryRecord) => unknown {
  if (RECORD_FIELDS.has(name)) return (record) => record[name as keyof MemoryRecord];
  const key = name.startsWith("metadata.") ? name.slice("metadata.".length) : name;
  return ({ metadata }): Json | undefined =>
    Object.hasOwn(metadata, key) ? metadata[key] : undefined;
}

/** Below 0, 0 or above 0, as sorting has it; NaN, which no comparison holds for, between unlike kinds. */
function compare(value: unknown, wanted: FilterValue): number {
  if (value instanceof Date || wanted instanceof Date) return toTime(value) - toTime(wanted);
  if (typeof value === "string" && typeof wanted === "string") {
    return value < wanted ? -1 : Number(value > wanted);
  }
  const sameKind = typeof value === typeof wanted && isComparable(value);
  return sameKind ? Number(value) - Number(wanted) : Number.NaN;
}

function toTime(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  const time = typeof value === "string" ? readIsoTime(value) : undefined;
  return time?.getTime() ?? Number.NaN;
}

function contains(value: unknown, wanted: FilterValue): boolean {
  if (Array.isArray(value)) return value.includes(wanted);
  return typeof value === "string" && typeof wanted === "string" && value.includes(wanted);
}

function isComparable(value: unknown): value is FilterValue {
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}

function all(tests: readonly Test[]): Test {
  return (record) => tests.every((test) => test(record));
}

function any(tests: readonly Test[]): Test {
  return (record) => tests.some((test) => test(record));
}

function not(test: Test): Test {
  return (record) => !test(record);
}
