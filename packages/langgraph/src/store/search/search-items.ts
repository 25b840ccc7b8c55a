import type { Condition, DurableTable } from "@palimpsest/core/tables";
import type { ItemRow } from "../item-row.ts";
import type { Search } from "../operation.ts";
import type { Direction } from "../text-embedder.ts";
import { findNearestItems, type ScoredItem } from "./find-nearest-items.ts";
import { lookUpItems } from "./look-up-items.ts";

/**
 * One page of the items below a prefix that pass a search's tests.
 *
 * With a query: those with vectors, nearest first, and after them the others, which have no score.
 * Without one: all of them, without scores. Equal ones in the order of their creation.
 */
export async function searchItems(
  table: DurableTable<ItemRow>,
  search: Search,
  directions: ReadonlyMap<string, Direction>,
): Promise<readonly ScoredItem[]> {
  const { query, limit, offset } = search;
  if (limit === 0) return [];
  if (query === undefined) {
    return (await lookUpItems(table, search)).map((row) => ({ row, score: undefined }));
  }
  const items = await rankItems(table, search, directions.get(query));
  return items.slice(offset, offset + limit);
}

/** The first items of all pages up to the one that is asked for. */
async function rankItems(
  table: DurableTable<ItemRow>,
  { prefix, tests, limit, offset }: Search,
  direction: Direction,
): Promise<readonly ScoredItem[]> {
  const atLeast = offset + limit;
  const nearest = direction
    ? await findNearestItems(table, { prefix, tests }, { vector: direction, atLeast })
    : [];
  const above = nearest.filter(({ score = 0 }) => score > 0);
  if (above.length >= atLeast) return above.toSorted(inOrder);

  const lookUp = async (where: Condition<ItemRow>) =>
    lookUpItems(table, { prefix, tests, where, limit: atLeast, offset: 0 });
  const [level, without] = await Promise.all([
    // To a query without a direction everything is as near as what has none itself.
    lookUp(
      direction
        ? { column: "similarity", equals: "at least zero" }
        : { column: "similarity", notEquals: "none" },
    ),
    lookUp({ column: "similarity", equals: "none" }),
  ]);
  const known = new Set(nearest.map(({ row }) => row.item));
  const unknown = level.filter(({ item }) => !known.has(item));
  return [
    ...[...nearest, ...unknown.map((row) => ({ row, score: 0 }))].toSorted(inOrder),
    ...without.map((row) => ({ row, score: undefined })),
  ];
}

/** The nearest first, equal ones in the order of their creation. */
function inOrder(a: ScoredItem, b: ScoredItem): number {
  return (b.score ?? 0) - (a.score ?? 0) || (a.row.created < b.row.created ? -1 : 1);
}
