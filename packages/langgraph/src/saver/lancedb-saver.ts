import type { RunnableConfig } from "@langchain/core/runnables";
import {
  BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  type DeltaChannelHistory,
  getCheckpointId,
  type PendingWrite,
  type SerializerProtocol,
} from "@langchain/langgraph-checkpoint";
import { type DurableTable, durableTable, type DurableTableOptions } from "@palimpsest/core/tables";
import { checkOptions } from "./check-options.ts";
import { type CheckpointRow, toDefinition } from "./checkpoint-row.ts";
import { chooseNewest } from "./choose-newest.ts";
import { copyThread } from "./copy-thread.ts";
import { createStamps } from "../create-stamps.ts";
import { deleteRuns } from "./delete-runs.ts";
import { type CheckpointFinder, createCheckpointFinder } from "./find-checkpoint.ts";
import { listTuples } from "./list-tuples.ts";
import { loadTuples, type Reading } from "./load-tuples.ts";
import { nextVersion } from "./next-version.ts";
import { toCheckpointRows, type Writing } from "./put-checkpoint.ts";
import { toWritesRow } from "./put-writes.ts";
import { createAncestorReader } from "./read-ancestors.ts";
import { readConfig, requireCheckpoint, requireThread, toConfig } from "./read-config.ts";
import { toPrefix } from "./row-keys.ts";
import { sweepThread } from "./sweep-thread.ts";

/** Where checkpoints are kept, and how. */
export interface LanceDBSaverOptions extends Partial<
  Pick<DurableTableOptions, "uri" | "storageOptions" | "durability" | "maintenance">
> {
  /** Default: "lg_checkpoints". Savers of different tables know nothing of each other. */
  readonly table?: string | undefined;
  /**
   * Whether payloads above 1 kB are compressed: 60 kB of messages take a quarter of their JSON.
   * Default: true. What was written either way can always be read.
   */
  readonly compress?: boolean | undefined;
  /** What makes bytes of values. Default: LangGraph's own. */
  readonly serde?: SerializerProtocol | undefined;
}

/**
 * LangGraph's checkpoints in LanceDB, without a server: pass it as `checkpointer` when a graph is compiled.
 *
 * Nothing is opened before the first call. Several instances and processes may use one place. What was
 * acknowledged survives a kill, and calls that wait for a commit share the next one.
 */
export class LanceDBSaver extends BaseCheckpointSaver {
  readonly #table: DurableTable<CheckpointRow>;
  readonly #finder: CheckpointFinder;
  readonly #compress: boolean;
  readonly #stamp = createStamps();

  /** @throws {InvalidInputError} for a uri that names no place, and options that are not what they should be. */
  constructor(options: LanceDBSaverOptions = {}) {
    checkOptions(options);
    const {
      uri = "./.palimpsest",
      table = "lg_checkpoints",
      compress = true,
      serde,
      ...rest
    } = options;
    super(serde);
    this.#table = durableTable<CheckpointRow>({ uri, ...rest }, toDefinition(table));
    this.#finder = createCheckpointFinder(this.#table);
    this.#compress = compress;
  }

  /** A saver at a place: a folder, or `s3://`, `gs://`, `az://`. */
  static fromUri(uri: string): LanceDBSaver {
    return new LanceDBSaver({ uri });
  }

  /**
   * The checkpoint that a config points to, or the newest of its thread and namespace: two queries,
   * which cost the same in a long thread. `undefined` when there is none, or no thread is named.
   */
  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const { threadId, namespace = "" } = readConfig(config);
    if (!threadId) return undefined;
    const checkpointId = getCheckpointId(config);
    const row = checkpointId
      ? await this.#finder.at({ threadId, namespace, checkpointId })
      : await this.#finder.newest(threadId, namespace);
    const [tuple] = await loadTuples(row ? [row] : [], this.#reading());
    return tuple;
  }

  /** Checkpoints, those with the largest ids first: read as the caller goes on. A limit of 0 is none. */
  override async *list(
    config: RunnableConfig,
    { before, ...options }: CheckpointListOptions = {},
  ): AsyncGenerator<CheckpointTuple> {
    const listing = {
      ...options,
      at: readConfig(config),
      before: before && readConfig(before).checkpointId,
    };
    yield* listTuples(listing, this.#reading());
  }

  /**
   * Keeps a checkpoint and the channels that changed, in one commit; one of the same id takes its place.
   * The `checkpoint_id` of the config is its parent.
   *
   * @throws {InvalidInputError} without a thread.
   */
  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const { checkpointId: parent, ...thread } = requireThread(config, "put");
    const address = { ...thread, checkpointId: checkpoint.id };
    const given = { checkpoint, metadata, newVersions };
    await this.#table.append(await toCheckpointRows(address, parent, given, this.#writing()));
    this.#finder.note(address);
    return toConfig(address);
  }

  /**
   * Keeps what a task wrote, in one commit; the checkpoint may come later.
   *
   * @throws {InvalidInputError} without a thread or a checkpoint.
   */
  override async putWrites(
    config: RunnableConfig,
    writes: PendingWrite[],
    taskId: string,
    taskPath = "",
  ): Promise<void> {
    const address = requireCheckpoint(config, "putWrites");
    if (writes.length === 0) return;
    const row = await toWritesRow(address, { taskId, taskPath }, writes, this.#writing());
    await this.#table.append([row]);
  }

  /**
   * Removes all checkpoints, values and writes of a thread, in all its namespaces. Their bytes are gone
   * from the disk after `maintain`, at the latest.
   */
  override async deleteThread(threadId: string): Promise<void> {
    await this.#table.remove({ column: "key", startsWith: toPrefix(threadId) });
  }

  /**
   * What the state of a `DeltaChannel` is made of: see `BaseCheckpointSaver`. The walk is its own; only
   * that ancestors are read ahead. There may be 100 of them, each of which took 2.6 ms, and now takes 0.2.
   */
  override async getDeltaChannelHistory(
    options: Parameters<BaseCheckpointSaver["getDeltaChannelHistory"]>[0],
  ): Promise<Record<string, DeltaChannelHistory>> {
    const target = await this.getTuple(options.config);
    if (target === undefined) return super.getDeltaChannelHistory(options);
    const getTuple = createAncestorReader(this.#reading(), new Set(options.channels));
    const walker = Object.create(this, { getTuple: { value: getTuple } }) as this;
    return super.getDeltaChannelHistory.call(walker, { ...options, config: target.config });
  }

  /**
   * Makes threads smaller. `keep_latest` (default) keeps of each namespace the newest checkpoint, with all
   * that its state is made of: with a `DeltaChannel` that is the writes since its last snapshot. `delete`
   * removes the threads. The names are those of LangGraph in Python. What is written meanwhile stays, but
   * for runs that go on from a checkpoint that is removed.
   */
  async prune(
    threadIds: readonly string[],
    { strategy = "keep_latest" }: { readonly strategy?: "keep_latest" | "delete" } = {},
  ): Promise<void> {
    for (const threadId of threadIds) {
      if (strategy === "delete") await this.deleteThread(threadId);
      else await sweepThread(threadId, chooseNewest, this.#reading());
    }
  }

  /**
   * Copies a thread, with its past and its namespaces, to one that has nothing yet.
   *
   * @throws {InvalidInputError} when the other has something.
   */
  async copyThread(from: string, to: string): Promise<void> {
    await copyThread(this.#table, from, to);
  }

  /**
   * Removes the checkpoints of runs, in whatever threads: those whose metadata have one of these ids as
   * `run_id`. LangGraph puts none there (1.7.3): this is for those who put it there themselves, as in a
   * saver around this one. What later checkpoints are made of stays. Reads the metadata of all checkpoints.
   */
  async deleteForRuns(runIds: readonly string[]): Promise<void> {
    await deleteRuns(runIds, this.#reading());
  }

  /**
   * The version of a channel that follows `current`: text, which no other branch of the thread has.
   *
   * It is declared to be a number because `compile` and `createAgent` take no checkpointer whose
   * versions are declared to be texts, though they work with them (langgraph 1.7.3, langchain 1.5.14).
   */
  override getNextVersion(current: number | string | undefined): number {
    return nextVersion(current) as unknown as number;
  }

  /** Puts the table in order now; what was removed is gone from the disk, as far as nobody else reads it. */
  async maintain(): ReturnType<DurableTable<CheckpointRow>["maintain"]> {
    return this.#table.maintain();
  }

  /** What the table holds and takes, and where it is. */
  async describe(): ReturnType<DurableTable<CheckpointRow>["describe"]> {
    return this.#table.describe();
  }

  /** Creates the table. Needed in a bucket only, once, from one process; elsewhere the first call does it. */
  async setup(): Promise<void> {
    await this.#table.setup();
  }

  /** Finishes what is under way and lets go of the place: further calls reject with a `ClosedError`. */
  async end(): Promise<void> {
    await this.#table.close();
  }

  #reading(): Reading {
    return { table: this.#table, serde: this.serde };
  }

  #writing(): Writing {
    return { serde: this.serde, compress: this.#compress, stamp: this.#stamp() };
  }
}
