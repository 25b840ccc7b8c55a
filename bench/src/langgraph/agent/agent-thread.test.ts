import type { RunnableConfig } from "@langchain/core/runnables";
import {
  type ChannelVersions,
  type Checkpoint,
  type CheckpointMetadata,
  MemorySaver,
  type PendingWrite,
} from "@langchain/langgraph-checkpoint";
import { expect, it } from "vitest";
import { createLookUpAgent } from "../disk/look-up-agent.ts";
import { STEPS_PER_TURN } from "./agent-moment.ts";
import { createAgentThread } from "./agent-thread.ts";

const TURNS = 3;

/** Remembers which channels it was given. */
class RecordingSaver extends MemorySaver {
  readonly calls: string[] = [];

  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions = {},
  ): Promise<RunnableConfig> {
    this.calls.push(`put ${metadata.source} ${Object.keys(newVersions).join(" ")}`);
    return super.put(config, checkpoint, metadata);
  }

  override async putWrites(
    config: RunnableConfig,
    writes: PendingWrite[],
    taskId: string,
  ): Promise<void> {
    this.calls.push(`putWrites ${writes.map(([channel]) => channel).join(" ")}`);
    return super.putWrites(config, writes, taskId);
  }
}

it("gives a saver what an agent of langchain gives it", async () => {
  const real = new RecordingSaver();
  const agent = createLookUpAgent(real, "async");
  for (let turn = 0; turn < TURNS; turn++) await agent.takeTurn();

  const made = new RecordingSaver();
  const thread = createAgentThread(made, "thread");
  for (let step = 0; step < TURNS * STEPS_PER_TURN; step++) await thread.save(thread.next());

  expect(made.calls).toEqual(real.calls);
});

it("keeps a state of about 20 kB, however long it goes on", async () => {
  const thread = createAgentThread(new MemorySaver(), "thread");
  for (let step = 0; step < 100 * STEPS_PER_TURN; step++) await thread.save(thread.next());
  const { checkpoint } = thread.next();
  expect(JSON.stringify(checkpoint).length).toBeGreaterThan(15_000);
  expect(JSON.stringify(checkpoint).length).toBeLessThan(25_000);
});
