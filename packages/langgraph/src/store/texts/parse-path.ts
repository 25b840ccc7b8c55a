import { InvalidInputError } from "@palimpsest/core/tables";

/** One step into a value. */
export type Step =
  | { readonly type: "property"; readonly name: string }
  /** The element of a list; negative ones count from its end. */
  | { readonly type: "element"; readonly index: number }
  /** All elements of a list. */
  | { readonly type: "elements" }
  /** All elements of a list, or all properties of an object. */
  | { readonly type: "children" }
  | { readonly type: "branches"; readonly paths: readonly Path[] };

/** The way to some texts of a value; without steps, the whole value. */
export type Path = readonly Step[];

/** The root, where a path begins with it. */
const ROOT = /^\$(?=$|[.[])/;

/** A step: after a period, unless it is the first or in brackets. */
const STEP =
  /(?:^|\.)(?<name>[^.[\]{}]+)|(?:^|\.)\{(?<branches>[^{}]+)\}|\.?\[(?<index>\*|-?\d+)\]/g;

/**
 * The steps of a path such as `$`, `a.b`, `chapters[*].title`, `list[-1]`, `*`, `{title,author.name}`.
 *
 * @throws {InvalidInputError} when it is not written like one of these.
 */
export function parsePath(given: unknown): Path {
  if (typeof given !== "string") throw malformed(given);
  const path = given.replace(ROOT, "");
  const steps = [...path.matchAll(STEP)];
  if (steps.map(([text]) => text).join("") !== path) throw malformed(given);
  return steps.map(({ groups = {} }) => toStep(groups));
}

function toStep({ name, index, branches }: Readonly<Record<string, string | undefined>>): Step {
  if (branches !== undefined) {
    return {
      type: "branches",
      paths: branches.split(",").map((branch) => parsePath(branch.trim())),
    };
  }
  if (index !== undefined) {
    return index === "*" ? { type: "elements" } : { type: "element", index: Number(index) };
  }
  return name === "*" ? { type: "children" } : { type: "property", name: name ?? "" };
}

function malformed(path: unknown): InvalidInputError {
  return new InvalidInputError(
    `"${String(path)}" is no path to a field: write $, a.b, list[*].a, list[0], list[-1], * or {a,b.c}.`,
    { parameter: "index", value: path },
  );
}
