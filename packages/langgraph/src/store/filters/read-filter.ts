import { InvalidInputError } from "@palimpsest/core/tables";

const OPERATORS = ["$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin"] as const;

/** What a field of a value has to satisfy. */
export interface FieldTest {
  /** A top-level key of the value, taken literally: a period in it means nothing. */
  readonly field: string;
  readonly operator: (typeof OPERATORS)[number];
  /** As JSON would bring it back, where it is an object. */
  readonly operand: unknown;
}

/**
 * The tests that a filter consists of; all of them have to be passed.
 *
 * `{ field: value }` asks for equality, `{ field: { $gt: 1, … } }` for what the operators say. An object is one of
 * operators when it has keys and all of them are operators; any other is a value to be equal to,
 * so that an operator that does not exist is met by nothing.
 *
 * @throws {InvalidInputError} when the filter is no object, or compares with what no JSON can hold.
 */
export function readFilter(filter: unknown): FieldTest[] {
  if (filter === undefined || filter === null) return [];
  if (typeof filter !== "object" || Array.isArray(filter)) {
    throw new InvalidInputError("filter must be an object of fields.", {
      parameter: "filter",
      value: filter,
    });
  }
  return Object.entries(filter).flatMap(([field, wanted]: [string, unknown]) => {
    const tests = isOperators(wanted) ? Object.entries(wanted) : [["$eq", wanted] as const];
    return tests.map(([operator, operand]) => ({
      field,
      operator: operator as FieldTest["operator"],
      operand: toJson(operand, field),
    }));
  });
}

function isOperators(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const keys = Object.keys(value);
  // `{}` has only operators, too; as such it would be met by everything.
  return keys.length > 0 && keys.every((key) => (OPERATORS as readonly string[]).includes(key));
}

/** What is stored of an object, by which it is compared: a Date, for instance, is its ISO text. */
function toJson(operand: unknown, field: string): unknown {
  if (typeof operand !== "object" && typeof operand !== "function") return operand;
  try {
    return JSON.parse(JSON.stringify(operand)) as unknown;
  } catch (cause) {
    throw new InvalidInputError(`filter.${field} compares with a value that is not JSON.`, {
      parameter: "filter",
      value: operand,
      cause,
    });
  }
}
