import type { RunnableConfig } from "@langchain/core/runnables";
import {
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  emptyCheckpoint,
  uuid6,
} from "@langchain/langgraph-checkpoint";
import type { LanceDBSaver } from "../lancedb-saver.ts";

export const METADATA: CheckpointMetadata = { source: "loop", step: 0, parents: {} };

/** The config of a thread, or of more than that. */
export function at(thread_id: string, more: Record<string, unknown> = {}): RunnableConfig {
  return { configurable: { thread_id, checkpoint_ns: "", ...more } };
}

/**
 * Puts a checkpoint whose channels have these values, each with a new version where it is not the
 * parent's. Resolves with its config.
 */
export async function putValues(
  saver: LanceDBSaver,
  config: RunnableConfig,
  values: Record<string, unknown>,
  { metadata = METADATA, ...more }: Partial<Checkpoint> & { metadata?: CheckpointMetadata } = {},
): Promise<RunnableConfig> {
  const parent = config.configurable?.["checkpoint_id"] ? await saver.getTuple(config) : undefined;
  const old = parent?.checkpoint.channel_versions ?? {};
  const newVersions = Object.fromEntries(
    Object.keys(values).map((name) => [name, saver.getNextVersion(old[name])]),
  );
  const checkpoint = {
    ...emptyCheckpoint(),
    id: uuid6(0),
    channel_values: { ...parent?.checkpoint.channel_values, ...values },
    channel_versions: { ...old, ...newVersions },
    ...more,
  };
  return saver.put(config, checkpoint, metadata, newVersions);
}

export async function valuesOf(saver: LanceDBSaver, config: RunnableConfig) {
  return (await saver.getTuple(config))?.checkpoint.channel_values;
}

export async function writesOf(saver: LanceDBSaver, config: RunnableConfig) {
  return (await saver.getTuple(config))?.pendingWrites;
}

export function idOf(config: RunnableConfig | undefined): string {
  return String(config?.configurable?.["checkpoint_id"]);
}

export async function collect(
  saver: LanceDBSaver,
  config: RunnableConfig,
  options?: CheckpointListOptions,
): Promise<CheckpointTuple[]> {
  const tuples: CheckpointTuple[] = [];
  for await (const tuple of saver.list(config, options)) tuples.push(tuple);
  return tuples;
}
