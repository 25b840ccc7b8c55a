import type { Item, SearchItem } from "@langchain/langgraph-checkpoint";
import type { DurableTable } from "@palimpsest/core/tables";
import { getItems } from "./get-items.ts";
import { type ItemRow, type StoredItem, toItem } from "./item-row.ts";
import { listNamespaces } from "./list-namespaces.ts";
import type { Delete, Put, StoreOperation } from "./operation.ts";
import type { ScoredItem } from "./search/find-nearest-items.ts";
import { searchItems } from "./search/search-items.ts";
import type { Turns } from "./take-turns.ts";
import type { Direction, TextEmbedder } from "./text-embedder.ts";
import { writeItems } from "./write-items.ts";

/** What batches are run with. */
export interface BatchTools {
  readonly table: DurableTable<ItemRow>;
  readonly embedder: TextEmbedder | undefined;
  readonly turns: Turns;
  readonly nextRevision: () => string;
  /** Told of the items that a read found. */
  readonly onRead: (rows: readonly StoredItem[]) => void;
}

/** What an operation gives; writes give nothing. */
type Result = Item | null | SearchItem[] | string[][] | undefined;

type Directions = ReadonlyMap<string, Direction>;
const NO_DIRECTIONS: Directions = new Map();

/**
 * Does what a batch asks for. Its reads see what was there before its writes; of several writes of one
 * item only the last is done. All look-ups by key share one query, all texts one call of the embedder.
 * Batches that write the same item do so in the order of their calls.
 */
export async function runBatch(
  operations: readonly StoreOperation[],
  tools: BatchTools,
): Promise<Result[]> {
  const writes = new Map(
    operations.filter((one) => isWrite(one)).map((write) => [write.id, write]),
  );
  const puts = [...writes.values()].filter((write) => write.type === "put");
  const deletes = [...writes.values()].filter((write) => write.type === "delete");
  const { table, embedder, turns, nextRevision } = tools;
  return turns.run([...writes.keys()], async () => {
    const texts = new Set(puts.flatMap((put) => put.texts));
    const [results, directions = NO_DIRECTIONS] = await Promise.all([
      readAll(operations, tools),
      embedder?.ofDocuments(texts),
    ]);
    await writeItems(table, { puts, deletes, directions }, nextRevision);
    return results;
  });
}

function isWrite(operation: StoreOperation): operation is Put | Delete {
  return operation.type === "put" || operation.type === "delete";
}

async function readAll(
  operations: readonly StoreOperation[],
  { table, embedder, onRead }: BatchTools,
): Promise<Result[]> {
  const ids = operations.flatMap((one) => (one.type === "get" ? [one.id] : []));
  const queries = operations.flatMap((one) => (one.type === "search" ? (one.query ?? []) : []));
  const [items, directions = NO_DIRECTIONS] = await Promise.all([
    getItems(table, [...new Set(ids)]),
    embedder?.ofQueries(new Set(queries)),
  ]);
  onRead([...items.values()]);

  return Promise.all(
    operations.map(async (operation): Promise<Result> => {
      switch (operation.type) {
        case "get": {
          const row = items.get(operation.id);
          return row ? toItem(row) : null;
        }
        case "search": {
          const found = await searchItems(table, operation, directions);
          onRead(found.map(({ row }) => row));
          return found.map(toSearchItem);
        }
        case "list":
          return listNamespaces(table, operation);
        case "put":
        case "delete":
          return undefined;
        default:
          return operation satisfies never;
      }
    }),
  );
}

function toSearchItem({ row, score }: ScoredItem): SearchItem {
  return score === undefined ? toItem(row) : { ...toItem(row), score };
}
