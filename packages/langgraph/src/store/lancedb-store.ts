import {
  BaseStore,
  type GetOperation,
  type Item,
  type ListNamespacesOperation,
  type MatchCondition,
  type Operation,
  type OperationResults,
  type PutOperation,
  type SearchItem,
  type SearchOperation,
} from "@langchain/langgraph-checkpoint";
import { type DurableTable, durableTable } from "@palimpsest/core/tables";
import { checkOptions, readTtl } from "./check-options.ts";
import { createStamps } from "./create-stamps.ts";
import { createRefresher, type Refresher } from "./expiry/refresh-items.ts";
import { createSweeper, type Sweeper, sweepItems } from "./expiry/sweep-items.ts";
import { ITEM_COLUMNS, type ItemRow } from "./item-row.ts";
import { readLabels, refuseReservedRoot } from "./namespace.ts";
import type { LanceDBStoreOptions } from "./options.ts";
import { type OperationDefaults, readOperation } from "./read-operation.ts";
import { createReport } from "./report-failure.ts";
import { type BatchTools, runBatch } from "./run-batch.ts";
import { createTurns } from "./take-turns.ts";
import { createTextEmbedder } from "./text-embedder.ts";
import { parsePath } from "./texts/parse-path.ts";

/** An operation that may say how many minutes its item lives, as those of PostgresStore may. */
type TtlPutOperation = PutOperation & { options?: { ttl?: number } };

const DEFAULT_SWEEP_INTERVAL_MINUTES = 60;

/**
 * A store of LangGraph in a folder, or a bucket: items by namespace and key, found by their fields and
 * by meaning, and there again after a restart. Several instances and processes may share a place.
 *
 * It opens with the first call, so `start` is not needed; `stop` ends what goes on behind the calls.
 *
 * Of 100,000 items `get` takes 3 ms, `put` 20, a search below one of 1,000 prefixes 5 to 10, and one of
 * all of them 20 to 30, by meaning or not (0.39.0, two cores, fsync).
 *
 * @throws {InvalidInputError} for options that are not what they should be.
 */
export class LanceDBStore extends BaseStore {
  readonly #table: DurableTable<ItemRow>;
  readonly #defaults: OperationDefaults;
  readonly #tools: BatchTools;
  readonly #refresher: Refresher;
  readonly #sweeper: Sweeper;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(options: LanceDBStoreOptions = {}) {
    super();
    checkOptions(options);
    const { uri = "./.palimpsest", table = "lg_store", index, ttl = {}, onError } = options;
    const { storageOptions, durability, maintenance } = options;
    const report = createReport(onError);
    this.#table = durableTable<ItemRow>(
      { uri, storageOptions, durability, maintenance, onMaintenanceError: report },
      { name: table, columns: ITEM_COLUMNS, dimensions: index?.dims },
    );
    this.#defaults = {
      paths: index && (index.fields ?? ["$"]).map(parsePath),
      ttlMs: ttl.defaultTtl === undefined ? undefined : readTtl(ttl.defaultTtl),
    };
    const refresher = createRefresher(this.#table, report);
    this.#refresher = refresher;
    const source = index?.embeddings ?? index?.embed;
    this.#tools = {
      table: this.#table,
      embedder: source && index && createTextEmbedder(source, index.dims),
      turns: createTurns(),
      nextRevision: createStamps(),
      onRead: (rows) => {
        if (ttl.refreshOnRead) refresher.refresh(rows);
      },
    };
    this.#sweeper = createSweeper(() => this.sweepExpiredItems(), {
      intervalMs: readTtl(ttl.sweepIntervalMinutes ?? DEFAULT_SWEEP_INTERVAL_MINUTES),
      onError: report,
    });
  }

  /**
   * The results of operations, in their order. All of them are checked before anything is written, and
   * when an embedder fails nothing is.
   *
   * @throws {InvalidNamespaceError} when an item is put where none may be.
   * @throws {InvalidInputError} when anything else of an operation is not what it should be.
   * @throws {EmbeddingError} when the embeddings are not vectors of `index.dims` numbers.
   */
  override async batch<Op extends Operation[]>(operations: Op): Promise<OperationResults<Op>> {
    const checked = operations.map((operation) => readOperation(operation, this.#defaults));
    this.#sweeper.begin();
    const running = runBatch(checked, this.#tools);
    this.#underWay.add(running);
    try {
      return (await running) as OperationResults<Op>;
    } finally {
      this.#underWay.delete(running);
    }
  }

  // The methods of BaseStore itself (1.2.2) refuse labels with a colon, which it took until 1.1.5,
  // and know no ttl.

  /** The item; `null` when there is none. */
  override async get(namespace: string[], key: string): Promise<Item | null> {
    const [item] = await this.batch<[GetOperation]>([{ namespace, key }]);
    return item;
  }

  /**
   * The items of all namespaces that begin with the prefix, of `[]` all there are: 10, unless `limit`
   * says otherwise. With a query the nearest in meaning first, where the store has an index; else
   * oldest first.
   */
  override async search(
    namespacePrefix: string[],
    options: Parameters<BaseStore["search"]>[1] = {},
  ): Promise<SearchItem[]> {
    const [items] = await this.batch<[SearchOperation]>([{ namespacePrefix, ...options }]);
    return items;
  }

  /**
   * Puts an item in the place of the one of this key, or anew.
   *
   * `index` says what of it is embedded: paths in the place of the store's own, or nothing. `ttl` is
   * how many minutes it lives, in the place of `ttl.defaultTtl`; `Infinity` is for ever.
   *
   * @throws {InvalidNamespaceError} when no item may be put there.
   */
  override async put(
    namespace: string[],
    key: string,
    value: Item["value"],
    index?: false | string[],
    options?: { ttl?: number },
  ): Promise<void> {
    refuseReservedRoot(readLabels(namespace));
    const put: TtlPutOperation = { namespace, key, value, ...(index !== undefined && { index }) };
    await this.batch([options ? { ...put, options } : put]);
  }

  /** Removes the item, if it is there. */
  override async delete(namespace: string[], key: string): Promise<void> {
    await this.batch([{ namespace, key, value: null }]);
  }

  /**
   * The namespaces that hold items, in the order of their labels: 100, unless `limit` says otherwise.
   * In `prefix` and `suffix` `*` is any one label.
   */
  override async listNamespaces(
    options: Parameters<BaseStore["listNamespaces"]>[0] = {},
  ): Promise<string[][]> {
    const { prefix, suffix, ...rest } = options;
    const matchConditions: MatchCondition[] = [
      ...(prefix ? [{ matchType: "prefix" as const, path: prefix }] : []),
      ...(suffix ? [{ matchType: "suffix" as const, path: suffix }] : []),
    ];
    const [namespaces] = await this.batch<[ListNamespacesOperation]>([
      { limit: 100, offset: 0, ...rest, matchConditions },
    ]);
    return namespaces;
  }

  /** Removes items that have expired, which no call finds any more. Resolves with how many there were. */
  async sweepExpiredItems(): Promise<number> {
    return sweepItems(this.#table);
  }

  /** Creates the table. Needed in a bucket only, once and from one process, before all other calls. */
  async setup(): Promise<void> {
    await this.#table.setup();
  }

  /** Compacts the table now, and removes for good what was replaced or removed. */
  async maintain(): ReturnType<DurableTable<ItemRow>["maintain"]> {
    return this.#table.maintain();
  }

  /** Figures for operators. An item is one row, and one more for each further vector. */
  async describe(): ReturnType<DurableTable<ItemRow>["describe"]> {
    return this.#table.describe();
  }

  /** Opens the store now, where a first call would do it later. */
  override async start(): Promise<void> {
    await this.#table.count();
    this.#sweeper.begin();
  }

  /** Finishes what is under way and lets go of the table; later calls fail. */
  override async stop(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await this.#sweeper.stop();
    await this.#refresher.flush();
    await this.#table.close();
  }

  /** What traces show of it. */
  toJSON(): string {
    return "[LanceDBStore]";
  }
}
