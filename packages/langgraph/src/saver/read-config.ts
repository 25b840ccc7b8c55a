import type { RunnableConfig } from "@langchain/core/runnables";
import { InvalidInputError } from "@palimpsest/core/tables";
import type { CheckpointAddress } from "./row-keys.ts";

/** What a config says about where to look; the namespace of the root is "". */
export type PartialAddress = {
  readonly [NAME in keyof CheckpointAddress]: CheckpointAddress[NAME] | undefined;
};

/**
 * Where a config points to, as far as it does.
 *
 * @throws {InvalidInputError} when something of it is no string.
 */
export function readConfig(config: RunnableConfig): PartialAddress {
  return {
    threadId: readText(config, "thread_id"),
    namespace: readText(config, "checkpoint_ns"),
    checkpointId: readText(config, "checkpoint_id"),
  };
}

/**
 * The thread and the namespace that a call writes to, and the checkpoint it stands on, if any.
 *
 * @throws {InvalidInputError} when the thread is missing or something is no string.
 */
export function requireThread(config: RunnableConfig, call: string) {
  const { threadId, namespace = "", checkpointId } = readConfig(config);
  if (threadId) return { threadId, namespace, checkpointId };
  throw missing("thread_id", call, threadId);
}

/**
 * The checkpoint that a call writes to.
 *
 * @throws {InvalidInputError} when the thread or the checkpoint is missing, or something is no string.
 */
export function requireCheckpoint(config: RunnableConfig, call: string): CheckpointAddress {
  const { checkpointId, ...thread } = requireThread(config, call);
  if (checkpointId) return { ...thread, checkpointId };
  throw missing("checkpoint_id", call, checkpointId);
}

/** The config that points to a checkpoint, and holds nothing else. */
export function toConfig({ threadId, namespace, checkpointId }: CheckpointAddress): RunnableConfig {
  return {
    configurable: {
      thread_id: threadId,
      checkpoint_ns: namespace,
      checkpoint_id: checkpointId,
    },
  };
}

function readText(config: RunnableConfig, name: string): string | undefined {
  const value: unknown = config.configurable?.[name] ?? undefined;
  if (value === undefined || typeof value === "string") return value;
  throw new InvalidInputError(
    `"${name}" in the "configurable" of a config must be a string, but is of type ${typeof value}.`,
    { parameter: name, value },
  );
}

function missing(name: string, call: string, value: unknown): InvalidInputError {
  return new InvalidInputError(
    `${call} needs a config with a "${name}": { configurable: { ${name}: "…" } }.`,
    { parameter: name, value },
  );
}
