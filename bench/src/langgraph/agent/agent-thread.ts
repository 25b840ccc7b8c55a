import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import { Send } from "@langchain/langgraph";
import {
  type BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointMetadata,
  type PendingWrite,
  uuid6,
} from "@langchain/langgraph-checkpoint";
import { type AgentTurn, createAgentTurns, LOOK_UP } from "./agent-turns.ts";

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

/** A saver, whatever its versions are. */
export type Saver = Pick<
  BaseCheckpointSaver<string | number>,
  "put" | "putWrites" | "getTuple" | "list" | "getNextVersion"
>;

/** Put and writes of one turn: asked, the model calls, the tools answer, the model answers, the end. */
export const STEPS_PER_TURN = 5;
/** The state keeps the messages of so many turns: 20 kB of JSON. */
const TURNS_KEPT = 6;
const MESSAGES_PER_TURN = 5;
const MODEL = "branch:to:model_request";
const TASKS = "__pregel_tasks";

/** What the tasks of a step write, and which channels had changed before. */
interface Moment {
  changed: readonly string[];
  /** What the tasks write into the messages, one after another. */
  said: readonly BaseMessage[][];
  /** What they write beside it. */
  also: readonly PendingWrite[];
}

/**
 * A conversation that writes what `createAgent` (langchain 1.5.14) writes in a turn with two parallel
 * calls of a tool: five checkpoints and the writes of five tasks, of which one holds the whole state
 * twice, because it is sent to each call.
 */
export function createAgentThread(saver: Saver, threadId: string): AgentThread {
  const turnOf = createAgentTurns();
  const checkpointIds: string[] = [];
  const versions: ChannelVersions = {};
  let messages: BaseMessage[] = [];
  let said: readonly BaseMessage[][] = [];

  function toConfig(): RunnableConfig {
    const last = checkpointIds.at(-1);
    return {
      configurable: {
        thread_id: threadId,
        checkpoint_ns: "",
        ...(last && { checkpoint_id: last }),
      },
    };
  }

  return {
    threadId,
    checkpointIds,

    next() {
      const at = checkpointIds.length;
      const step = at % STEPS_PER_TURN;
      const turn = Math.floor(at / STEPS_PER_TURN);
      messages = [...messages, ...said.flat()].slice(-TURNS_KEPT * MESSAGES_PER_TURN);
      const moment = toMoment(turnOf(turn), { turn, step, messages });
      said = moment.said;
      const newVersions: ChannelVersions = {};
      for (const channel of moment.changed) {
        newVersions[channel] = saver.getNextVersion(versions[channel]);
      }
      Object.assign(versions, newVersions);
      return {
        checkpoint: {
          v: 4,
          id: uuid6(step),
          ts: new Date().toISOString(),
          channel_values: { messages },
          channel_versions: { ...versions },
          versions_seen: { __input__: {}, model_request: { ...versions }, tools: {} },
        },
        metadata: { source: step === 0 ? "input" : "loop", step: at - 1, parents: {} },
        newVersions,
        writes: said.map((written, task) => ({
          taskId: `task-${at}-${task}`,
          writes: [["messages", written], ...moment.also],
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

function toMoment(
  { question, lookUps, answer }: AgentTurn,
  { turn, step, messages }: { turn: number; step: number; messages: readonly BaseMessage[] },
): Moment {
  const id = (at: number) => `message-${turn}-${at}`;
  const toModel: PendingWrite = [MODEL, null];
  switch (step) {
    case 0: {
      const asked = new HumanMessage({ id: id(0), content: question });
      return { changed: ["__start__"], said: [[asked]], also: [toModel] };
    }
    case 1: {
      const calls = lookUps.map((call) => ({
        id: call.id,
        name: LOOK_UP,
        args: { query: call.query },
        type: "tool_call" as const,
      }));
      const asking = new AIMessage({ id: id(1), content: "", tool_calls: calls });
      const state = { messages: [...messages, asking] };
      return {
        changed: ["__start__", "messages", MODEL],
        said: [[asking]],
        also: calls.map((call) => [TASKS, new Send("tools", { ...state, lg_tool_call: call })]),
      };
    }
    case 2: {
      const results = lookUps.map(
        (call, at) =>
          new ToolMessage({
            id: id(2 + at),
            name: LOOK_UP,
            tool_call_id: call.id,
            content: call.result,
          }),
      );
      return {
        changed: ["messages", MODEL, TASKS],
        said: results.map((result) => [result]),
        also: [toModel],
      };
    }
    case 3: {
      const answering = new AIMessage({ id: id(4), content: answer });
      return { changed: ["messages", MODEL, TASKS], said: [[answering]], also: [] };
    }
    default:
      return { changed: ["messages", MODEL], said: [], also: [] };
  }
}
