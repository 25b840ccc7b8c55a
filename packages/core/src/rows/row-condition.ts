import type { Condition } from "../ports/condition.ts";
import type { Whose } from "../ports/memory-store.ts";
import type { StoredRow } from "../ports/stored-rows.ts";
import { parseScope, scopeKey, toScopeColumns, visibleScopeKeys } from "../scope.ts";

/** A value that rows are compared with. */
export type Operand = string | number | boolean | Date;

/** A condition on the rows of any table, as stores read it. */
export type RowCondition =
  | { readonly all: readonly RowCondition[] }
  | { readonly any: readonly RowCondition[] }
  | RowTest;

/** A condition on one column. */
export type RowTest =
  | { readonly column: string; readonly equals: Operand }
  | { readonly column: string; readonly notEquals: Operand }
  | { readonly column: string; readonly isOneOf: readonly Operand[] }
  | { readonly column: string; readonly isBelow: Operand }
  | { readonly column: string; readonly isAtMost: Operand }
  | { readonly column: string; readonly isAbove: Operand }
  | { readonly column: string; readonly startsWith: string }
  | { readonly column: string; readonly isAbsent: boolean }
  | { readonly column: string; readonly contains: string };

/**
 * The condition that a row is one of `whose` and satisfies `where`.
 *
 * @throws {InvalidInputError} when a scope is given that has no id: it would be everyone's.
 */
export function toRowCondition<ROW extends StoredRow>(
  whose: Whose,
  where?: Condition<ROW>,
): RowCondition {
  const isTheirs = toOwnerCondition(whose);
  return where === undefined ? isTheirs : { all: [isTheirs, where as RowCondition] };
}

function toOwnerCondition(whose: Whose): RowCondition {
  if (whose.type === "everyone") return { all: [] };
  const scope = parseScope(whose.scope);
  switch (whose.type) {
    case "visible":
      return { column: "scope", isOneOf: visibleScopeKeys(scope) };
    case "exact":
      return { column: "scope", equals: scopeKey(scope) };
    case "subtree": {
      const { scope: _, ...ids } = toScopeColumns(scope);
      return { all: Object.entries(ids).map(([column, id]) => ({ column, equals: id })) };
    }
    default:
      return whose satisfies never;
  }
}
