import { InvalidNamespaceError } from "@langchain/langgraph-checkpoint";

/**
 * A namespace as one text in which every label ends: its JSON, but for the last bracket.
 *
 * So the paths below a namespace are those that begin with its path, and neither `["ab"]` nor `["a:b"]`
 * is below `["a"]`. The path of `[]` begins all others.
 */
export function toNamespacePath(namespace: readonly string[]): string {
  return JSON.stringify(namespace).slice(0, -1);
}

/** The labels of a path. */
export function fromNamespacePath(path: string): string[] {
  return JSON.parse(`${path}]`) as string[];
}

/** Negative when `a` comes before `b`: label by label, a namespace before what is below it. */
export function compareNamespaces(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((label, position) => label !== b[position]);
  const [left, right] = [a[index], b[index]];
  if (left === undefined) return a.length - b.length;
  return right === undefined || left > right ? 1 : -1;
}

/**
 * The value as a list of labels.
 *
 * @throws {InvalidNamespaceError} when it is not one of strings.
 */
export function readLabels(namespace: unknown): readonly string[] {
  if (!Array.isArray(namespace)) {
    throw new InvalidNamespaceError("A namespace must be an array of strings.");
  }
  for (const label of namespace as unknown[]) {
    if (typeof label !== "string") {
      throw new InvalidNamespaceError(
        `Invalid namespace label '${String(label)}' found in ${String(namespace)}. Namespace labels must be strings, but got ${typeof label}.`,
      );
    }
  }
  return namespace as string[];
}

/**
 * The value as a namespace that items may be put into. The root `langgraph` is among them, because
 * LangGraph keeps what is its own there; an application's `put` may not use it.
 *
 * @throws {InvalidNamespaceError} when it has no label, or one that is empty or holds a period.
 */
export function readNamespace(given: unknown): readonly string[] {
  const namespace = readLabels(given);
  if (namespace.length === 0) throw new InvalidNamespaceError("Namespace cannot be empty.");
  for (const label of namespace) {
    if (label === "") {
      throw new InvalidNamespaceError(
        `Namespace labels cannot be empty strings. Got ${JSON.stringify(namespace)}.`,
      );
    }
    if (label.includes(".")) {
      throw new InvalidNamespaceError(
        `Invalid namespace label '${label}' found in ${String(namespace)}. Namespace labels cannot contain periods ('.').`,
      );
    }
  }
  return namespace;
}

/**
 * Refuses the root that LangGraph keeps for itself.
 *
 * @throws {InvalidNamespaceError} when the namespace begins with `langgraph`.
 */
export function refuseReservedRoot(namespace: readonly string[]): void {
  if (namespace[0] !== "langgraph") return;
  throw new InvalidNamespaceError(
    `Root label for namespace cannot be "langgraph". Got: ${String(namespace)}`,
  );
}
