import { InvalidInputError } from "../errors.ts";
import type { Whose } from "../ports/memory-store.ts";
import { parseScope, type Scope } from "../scope.ts";

/**
 * What else to take: `subtree` the memories that carry at least the given ids (all of Alice,
 * sessions too), `superseded` those that were superseded or retracted, in their last version.
 */
export type Include = "subtree" | "superseded";

const INCLUDES: readonly unknown[] = ["subtree", "superseded"] satisfies Include[];

/** @throws {InvalidInputError} when something else is to be included. */
export function readInclude(include: unknown): ReadonlySet<Include> {
  const names: unknown[] =
    include === undefined ? [] : Array.isArray(include) ? include : [include];
  const unknown = names.find((name) => !INCLUDES.includes(name));
  if (unknown !== undefined) {
    throw new InvalidInputError(`include must be ${INCLUDES.join(" or ")}.`, {
      parameter: "include",
      value: include,
    });
  }
  return new Set(names as Include[]);
}

/** Whose memories a look-up is about: what the scope sees, or everything under it. */
export function readWhose(options: Scope, include: ReadonlySet<Include>): Whose {
  return { type: include.has("subtree") ? "subtree" : "visible", scope: parseScope(options) };
}
