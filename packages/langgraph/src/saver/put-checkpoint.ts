import type {
  ChannelVersions,
  Checkpoint,
  CheckpointMetadata,
  SerializerProtocol,
} from "@langchain/langgraph-checkpoint";
import type { CheckpointRow } from "./checkpoint-row.ts";
import { packValues } from "./pack-values.ts";
import { type CheckpointAddress, toBlobKey, toCheckpointKey } from "./row-keys.ts";

/** How rows are written. */
export interface Writing {
  readonly serde: SerializerProtocol;
  readonly compress: boolean;
  readonly stamp: string;
}

/** A checkpoint as LangGraph gives it. */
export interface GivenCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly metadata: CheckpointMetadata;
  /** The channels that changed. */
  readonly newVersions: ChannelVersions;
}

/**
 * The rows of a checkpoint: itself, and a blob for each channel that changed. They are one commit, so
 * a checkpoint is never there without its values.
 *
 * A channel that has no value any more gets a blob without payload, or with versions that only count
 * the value of a sibling would show through. A value without a version is not kept: LangGraph makes it
 * anew.
 */
export async function toCheckpointRows(
  address: CheckpointAddress,
  parent: string | undefined,
  { checkpoint, metadata, newVersions }: GivenCheckpoint,
  { serde, compress, stamp }: Writing,
): Promise<CheckpointRow[]> {
  const { channel_values: values } = checkpoint;
  // All of it is serialised before anything is waited for: the graph goes on meanwhile.
  const pack = async (value: unknown) => {
    const [type, bytes] = await serde.dumpsTyped(value);
    return packValues([{ type, bytes, label: undefined }], { compress });
  };
  const blobs = Object.entries(newVersions).map(async ([channel, version]) => ({
    key: toBlobKey(address, channel, version),
    stamp,
    ...(Object.hasOwn(values, channel) ? { payload: await pack(values[channel]) } : {}),
  }));
  const [packedCheckpoint, packedMetadata, ...packedBlobs] = await Promise.all([
    pack({ ...checkpoint, channel_values: {} }),
    pack(metadata),
    ...blobs,
  ]);
  const row = {
    key: toCheckpointKey(address),
    stamp,
    checkpoint: address.checkpointId,
    ...(parent ? { parent } : {}),
    metadata: packedMetadata,
    payload: packedCheckpoint,
  };
  return [row, ...packedBlobs];
}
