import type { Path, Step } from "./parse-path.ts";

/**
 * The texts at some paths of a value, each of which becomes a vector; equal ones once.
 *
 * Numbers and booleans are texts as they are written, objects and lists as JSON. Null is none, and
 * neither is an empty text: it says nothing, and hosted models refuse to embed it.
 */
export function readTexts(value: unknown, paths: readonly Path[]): string[] {
  const texts = paths.flatMap((path) => follow(value, path)).map(toText);
  return [...new Set(texts)].filter((text) => text !== "");
}

function follow(value: unknown, [step, ...rest]: Path): unknown[] {
  if (step === undefined) return [value];
  return take(value, step).flatMap((next) => follow(next, rest));
}

function take(value: unknown, step: Step): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const list: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
  switch (step.type) {
    case "property":
      return !list && Object.hasOwn(value, step.name) ? [Reflect.get(value, step.name)] : [];
    case "element":
      return list ? [list.at(step.index)] : [];
    case "elements":
      return list ? [...list] : [];
    case "children":
      return Object.values(value) as unknown[];
    case "branches":
      return step.paths.flatMap((path) => follow(value, path));
    default:
      return step satisfies never;
  }
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
