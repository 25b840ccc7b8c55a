import type { MatchCondition } from "@langchain/langgraph-checkpoint";
import type { Condition, DurableTable } from "@palimpsest/core/tables";
import { livesAfter } from "./expiry/expiry.ts";
import { IS_ITEM, type ItemRow } from "./item-row.ts";
import { compareNamespaces, fromNamespacePath, toNamespacePath } from "./namespace.ts";
import type { List } from "./operation.ts";

/**
 * The namespaces that have items: those that meet all conditions, cut to the depth, each once, in the
 * order of their labels. It looks at one column of every item below the prefixes.
 */
export async function listNamespaces(
  table: DurableTable<ItemRow>,
  { conditions, maxDepth, limit, offset }: List,
): Promise<string[][]> {
  const rows = await table.find({
    where: { all: [...conditions.map(toCondition), IS_ITEM, livesAfter(new Date())] },
    columns: ["namespace"],
  });
  const paths = new Set(rows.map(({ namespace }) => namespace));
  const found = [...paths]
    .map(fromNamespacePath)
    .filter((namespace) => conditions.every((condition) => isMatch(namespace, condition)))
    .map((namespace) => namespace.slice(0, maxDepth))
    .toSorted(compareNamespaces);
  return found
    .filter((namespace, index) => {
      const previous = found[index - 1];
      return previous === undefined || compareNamespaces(previous, namespace) !== 0;
    })
    .slice(offset, offset + limit);
}

const ANY_LABEL = "*";

/** Whether a path is how a namespace begins or ends. One that is longer is neither. */
function isMatch(namespace: readonly string[], { matchType, path }: MatchCondition): boolean {
  const first = matchType === "prefix" ? 0 : namespace.length - path.length;
  return path.every((label, index) => {
    const present = namespace[first + index];
    return present !== undefined && (label === ANY_LABEL || label === present);
  });
}

/** What the table can look for: the labels of a prefix up to the first that may be any. */
function toCondition({ matchType, path }: MatchCondition): Condition<ItemRow> {
  if (matchType === "suffix") return { all: [] };
  const end = path.indexOf(ANY_LABEL);
  const known = end === -1 ? path : path.slice(0, end);
  return { column: "namespace", startsWith: toNamespacePath(known) };
}
