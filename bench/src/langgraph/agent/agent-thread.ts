import type { BaseMessage } from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import {
  type BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointMetadata,
  type PendingWrite,
  uuid6,
} from "@langchain/langgraph-checkpoint";
import {
  type AgentMoment,
  MESSAGES_PER_TURN,
  STEPS_PER_TURN,
  toAgentMoment,
} from "./agent-moment.ts";
import { createAgentTurns } from "./agent-turns.ts";

/** What LangGraph gives to a saver in one step. */
export interface AgentStep {
  checkpoint: Checkpoint;
  metadata: CheckpointMetadata;
  /** The channels that changed. */
  newVersions: ChannelVersions;
  /** What each task of the step wrote. */
  writes: readonly { taskId: string; writes: PendingWrite[] }[];
}

/** A conversation of an agent, which goes on as long as somebody wants the next step. */
export interface AgentThread {
  readonly threadId: string;
  /** The checkpoints that were saved so far, the oldest first. */
  readonly checkpointIds: readonly string[];
  /** Makes the next step ready to be saved. */
  next(): AgentStep;
  /** Saves a step: the checkpoint, and then what its tasks wrote, as LangGraph does. */
  save(step: AgentStep): Promise<void>;
}

/** What of a saver a conversation needs. */
export type Saver = Pick<BaseCheckpointSaver, "put" | "putWrites" | "getNextVersion">;

/** The state keeps the messages of so many turns: 20 kB of JSON. */
const TURNS_KEPT = 6;

/**
 * A conversation that writes what `createAgent` (langchain 1.5.14) writes in a turn with two parallel
 * calls of a tool: five checkpoints and the writes of five tasks, of which one holds the whole state
 * twice, because it is sent to each call.
 */
export function createAgentThread(saver: Saver, threadId: string): AgentThread {
  const turnOf = createAgentTurns();
  const checkpointIds: string[] = [];
  const versions: Record<string, number> = {};
  let messages: BaseMessage[] = [];
  let last: AgentMoment = { changed: [], said: [], also: [], passing: {} };

  function toConfig(): RunnableConfig {
    const parent = checkpointIds.at(-1);
    return {
      configurable: {
        thread_id: threadId,
        checkpoint_ns: "",
        ...(parent && { checkpoint_id: parent }),
      },
    };
  }

  return {
    threadId,
    checkpointIds,

    next() {
      const at = checkpointIds.length;
      const turn = Math.floor(at / STEPS_PER_TURN);
      const step = at % STEPS_PER_TURN;
      const { said, passing } = last;
      messages = [...messages, ...said.flat()].slice(-TURNS_KEPT * MESSAGES_PER_TURN);
      last = toAgentMoment(turnOf(turn), { turn, step, messages });
      const newVersions: Record<string, number> = {};
      for (const channel of last.changed) {
        newVersions[channel] = saver.getNextVersion(versions[channel]);
      }
      Object.assign(versions, newVersions);
      return {
        checkpoint: {
          v: 4,
          id: uuid6(step),
          ts: new Date().toISOString(),
          channel_values: { messages, ...passing },
          channel_versions: { ...versions },
          versions_seen: { __input__: {}, model_request: { ...versions }, tools: {} },
        },
        metadata: { source: step === 0 ? "input" : "loop", step: at - 1, parents: {} },
        newVersions,
        writes: last.said.map((written, task) => ({
          taskId: `task-${at}-${task}`,
          writes: [["messages", written], ...last.also],
        })),
      };
    },

    async save({ checkpoint, metadata, newVersions, writes }) {
      const saved = await saver.put(toConfig(), checkpoint, metadata, newVersions);
      checkpointIds.push(checkpoint.id);
      // Tasks of one step end at about the same time, and nobody waits for the writes of another.
      await Promise.all(
        writes.map(({ taskId, writes: written }) => saver.putWrites(saved, written, taskId)),
      );
    },
  };
}
