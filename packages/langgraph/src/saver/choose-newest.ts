import type { CheckpointMetadata } from "@langchain/langgraph-checkpoint";
import type { CheckpointAddress } from "./row-keys.ts";

/** A checkpoint, as far as it is needed to say whether it stays. */
export interface SweptCheckpoint {
  readonly key: string;
  readonly address: CheckpointAddress;
  readonly parent: string | undefined;
  readonly metadata: CheckpointMetadata<{ run_id?: unknown }>;
}

/** Of each namespace the checkpoint with the largest id. */
export function chooseNewest(checkpoints: readonly SweptCheckpoint[]): SweptCheckpoint[] {
  const newest = new Map<string, SweptCheckpoint>();
  for (const checkpoint of checkpoints) {
    const { namespace, checkpointId } = checkpoint.address;
    const other = newest.get(namespace);
    if (other === undefined || other.address.checkpointId < checkpointId) {
      newest.set(namespace, checkpoint);
    }
  }
  return [...newest.values()];
}
