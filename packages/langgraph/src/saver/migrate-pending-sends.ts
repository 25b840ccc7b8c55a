import {
  type Checkpoint,
  type CheckpointPendingWrite,
  maxChannelVersion,
  TASKS,
} from "@langchain/langgraph-checkpoint";
import { nextVersion } from "./next-version.ts";

/** The first version of the format that keeps what is to be sent in a channel. */
const SENDS_IN_CHANNEL = 4;

/** Whether what a checkpoint is to send still stands among the writes of its parent. */
export function isLegacy({ v }: Checkpoint): boolean {
  return v < SENDS_IN_CHANNEL;
}

/** A legacy checkpoint as one of today, given the writes of its parent. */
export function migratePendingSends(
  checkpoint: Checkpoint,
  writesOfParent: readonly CheckpointPendingWrite[],
): Checkpoint {
  const sends = writesOfParent.flatMap(([, channel, value]) => (channel === TASKS ? [value] : []));
  const versions = Object.values(checkpoint.channel_versions);
  const version = versions.length > 0 ? maxChannelVersion(...versions) : nextVersion(undefined);
  return {
    ...checkpoint,
    channel_values: { ...checkpoint.channel_values, [TASKS]: sends },
    channel_versions: { ...checkpoint.channel_versions, [TASKS]: version },
  };
}
