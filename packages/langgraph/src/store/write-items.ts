import type { Condition, DurableTable } from "@palimpsest/core/tables";
import { isAlive, toExpiry } from "./expiry/expiry.ts";
import { type ItemRow, toItemKey } from "./item-row.ts";
import { toNamespacePath } from "./namespace.ts";
import type { Delete, Put } from "./operation.ts";
import type { Direction } from "./text-embedder.ts";

/** What a batch writes. */
export interface Writing {
  readonly puts: readonly Put[];
  readonly deletes: readonly Delete[];
  /** Of every text of the puts. */
  readonly directions: ReadonlyMap<string, Direction>;
}

/** What of a row decides on the one that takes its place. */
const PRESENT = ["item", "part", "revision", "created", "createdAt", "expiresAt"] as const;
type PresentRow = Pick<ItemRow, (typeof PRESENT)[number]>;

/**
 * Writes items: all puts in one commit, then, in another, what is to go: deleted items, and parts
 * that items had and have no more. Between the two those parts are known by their revision.
 *
 * Every item may be named once, and no other write of this process may be under way for it.
 */
export async function writeItems(
  table: DurableTable<ItemRow>,
  { puts, deletes, directions }: Writing,
  nextRevision: () => string,
): Promise<void> {
  const ids = [...puts, ...deletes].map(({ id }) => id);
  if (ids.length === 0) return;
  const present = await table.find({ where: { column: "item", isOneOf: ids }, columns: PRESENT });
  const now = new Date();
  const items = new Map(
    present.filter((row) => row.part === 0 && isAlive(row, now)).map((row) => [row.item, row]),
  );
  const rows = puts.flatMap((put) => {
    const revision = nextRevision();
    return toRows(put, { directions, revision, now, former: items.get(put.id) });
  });
  if (rows.length > 0) await table.upsert(rows);

  const written = new Set(rows.map(toPlace));
  const leftovers = present.filter((row) => !written.has(toPlace(row)));
  if (leftovers.length > 0) await table.remove(isLeftover(leftovers));
}

const toPlace = ({ item, part }: { item: string; part: number }) => `${item}/${part}`;

/** By their revisions, too: another process may have written others in their places since. */
function isLeftover(rows: readonly PresentRow[]): Condition<ItemRow> {
  return {
    all: [
      { column: "item", isOneOf: [...new Set(rows.map(({ item }) => item))] },
      { column: "revision", isOneOf: [...new Set(rows.map(({ revision }) => revision))] },
    ],
  };
}

function toSimilarity(directions: readonly Direction[]): ItemRow["similarity"] {
  if (directions.length === 0) return "none";
  return directions.includes(undefined) ? "at least zero" : "by vector";
}

/** The row of an item, and those of its further vectors. */
function toRows(
  put: Put,
  {
    directions,
    revision,
    now,
    former,
  }: {
    directions: Writing["directions"];
    revision: string;
    now: Date;
    former: PresentRow | undefined;
  },
): ItemRow[] {
  const found = put.texts.map((text) => directions.get(text));
  const vectors = found.filter((vector) => vector !== undefined);
  const row: Omit<ItemRow, "key" | "part"> = {
    item: put.id,
    revision,
    created: former?.created ?? revision,
    namespace: toNamespacePath(put.namespace),
    itemKey: toItemKey(put.key),
    fields: put.fields,
    createdAt: former?.createdAt ?? now,
    updatedAt: now,
    expiresAt: toExpiry(now, put.ttlMs),
    refreshedAt: now,
    similarity: toSimilarity(found),
  };
  const [first, ...others] = vectors;
  return [
    { ...row, key: toPlace({ item: put.id, part: 0 }), part: 0, value: put.value, vector: first },
    ...others.map((vector, index) => {
      const part = index + 1;
      return { ...row, key: toPlace({ item: put.id, part }), part, vector };
    }),
  ];
}
