import type { DurableTable } from "@palimpsest/core/tables";
import type { Direction } from "../embed-texts.ts";
import type { ItemRow } from "../item-row.ts";
import type { Search } from "../read-operation.ts";
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

  // Of a query without a direction everything that has a vector is as far away as a vector without one.
  const others = await lookUpItems(table, {
    prefix,
    tests,
    ...(direction && { where: { column: "similarity", notEquals: "by vector" } }),
    orderBy: [{ column: "similarity" }],
    limit: atLeast,
    offset: 0,
  });
  const known = new Set(nearest.map(({ row }) => row.item));
  return [
    ...nearest,
    ...others
      .filter(({ item }) => !known.has(item))
      .map((row) => ({ row, score: row.similarity === "none" ? undefined : 0 })),
  ].toSorted(inOrder);
}

/** Those without a score last, equal ones in the order of their creation. */
function inOrder(a: ScoredItem, b: ScoredItem): number {
  const [left, right] = [a.score ?? Number.NEGATIVE_INFINITY, b.score ?? Number.NEGATIVE_INFINITY];
  if (left !== right) return right - left;
  return a.row.created < b.row.created ? -1 : 1;
}
