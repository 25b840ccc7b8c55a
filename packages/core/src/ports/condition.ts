/**
 * What a row must satisfy, as data: stores translate it, so no caller ever writes a predicate and
 * no text of a user can become one.
 *
 * An absent value satisfies `isAbsent` only; every comparison with it is false, also `notEquals`.
 */
export type Condition<ROW> =
  | { readonly all: readonly Condition<ROW>[] }
  | { readonly any: readonly Condition<ROW>[] }
  | { [NAME in ScalarColumn<ROW>]: ScalarTest<ROW, NAME> }[ScalarColumn<ROW>]
  | {
      [NAME in ListColumn<ROW>]: { readonly column: NAME; readonly contains: string };
    }[ListColumn<ROW>];

type Scalar = string | number | boolean | Date;

type ScalarTest<ROW, NAME extends keyof ROW> =
  | { readonly column: NAME; readonly equals: NonNullable<ROW[NAME]> }
  | { readonly column: NAME; readonly notEquals: NonNullable<ROW[NAME]> }
  /** An empty list is satisfied by no row. */
  | { readonly column: NAME; readonly isOneOf: readonly NonNullable<ROW[NAME]>[] }
  | { readonly column: NAME; readonly isBelow: NonNullable<ROW[NAME]> }
  | { readonly column: NAME; readonly isAtMost: NonNullable<ROW[NAME]> }
  | { readonly column: NAME; readonly isAbove: NonNullable<ROW[NAME]> }
  | { readonly column: NAME; readonly isAbsent: boolean }
  | (NonNullable<ROW[NAME]> extends string
      ? { readonly column: NAME; readonly startsWith: string }
      : never);

type ScalarColumn<ROW> = {
  [NAME in keyof ROW & string]-?: NonNullable<ROW[NAME]> extends Scalar ? NAME : never;
}[keyof ROW & string];

type ListColumn<ROW> = {
  [NAME in keyof ROW & string]-?: NonNullable<ROW[NAME]> extends string[] ? NAME : never;
}[keyof ROW & string];
