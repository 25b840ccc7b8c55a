import { InvalidInputError } from "../errors.ts";
import type { Whose } from "../ports/memory-store.ts";
import { parseScope, type Scope } from "../scope.ts";

/**
 * What else to take: `subtree` the memories that carry at least the given ids (all of Alice,
 * sessions too), `superseded` those that were superseded or retracted, in their last version,
 * `quarantined` those that are kept back until a person lets them in.
 */
export type Include = "subtree" | "superseded" | "quarantined";

const INCLUDES = ["subtree", "superseded", "quarantined"] as const satisfies Include[];

/**
 * What else to take, of what is known; nothing when it is absent. One word or several.
 *
 * @throws {InvalidInputError} when something else is named.
 */
export function readInclude(include: unknown): ReadonlySet<Include>;
export function readInclude<NAME extends string>(
  include: unknown,
  known: readonly NAME[],
): ReadonlySet<NAME>;
export function readInclude(
  include: unknown,
  known: readonly string[] = INCLUDES,
): ReadonlySet<string> {
  const names: unknown[] = include === undefined ? [] : [include].flat();
  const unknown = names.find((name) => !known.some((one) => one === name));
  if (unknown !== undefined) {
    throw new InvalidInputError(`include must be ${known.join(" or ")}.`, {
      parameter: "include",
      value: include,
    });
  }
  return new Set(names as string[]);
}

/** Whose memories a look-up is about: what the scope sees, or everything under it. */
export function readWhose(options: Scope, include: ReadonlySet<string>): Whose {
  return { type: include.has("subtree") ? "subtree" : "visible", scope: parseScope(options) };
}
