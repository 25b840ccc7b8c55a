import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { Send } from "@langchain/langgraph";
import type { PendingWrite } from "@langchain/langgraph-checkpoint";
import { type AgentTurn, LOOK_UP } from "./agent-turns.ts";

/** What happens in a step of a turn. */
export interface AgentMoment {
  /** The channels that changed with the step before. */
  changed: readonly string[];
  /** What its tasks say, one after another. */
  said: readonly BaseMessage[][];
  /** What each of them writes beside that. */
  also: readonly PendingWrite[];
  /** Values that stand in the next checkpoint, and only there. */
  passing: Readonly<Record<string, unknown>>;
}

/** Asked, the model calls, the tools answer, the model answers, the end. */
export const STEPS_PER_TURN = 5;
/** What is said in them. */
export const MESSAGES_PER_TURN = 5;

const START = "__start__";
const MODEL = "branch:to:model_request";
const TASKS = "__pregel_tasks";
const TO_MODEL: PendingWrite = [MODEL, null];

/** A step of a turn of `createAgent` (langchain 1.5.14), from the messages that were said before. */
export function toAgentMoment(
  { question, lookUps, answer }: AgentTurn,
  { turn, step, messages }: { turn: number; step: number; messages: readonly BaseMessage[] },
): AgentMoment {
  const id = (at: number) => `message-${turn}-${at}`;
  switch (step) {
    case 0: {
      const asked = [new HumanMessage({ id: id(0), content: question })];
      return { changed: [START], said: [asked], also: [TO_MODEL], passing: {} };
    }
    case 1: {
      const calls = lookUps.map((call) => ({
        id: call.id,
        name: LOOK_UP,
        args: { query: call.query },
        type: "tool_call" as const,
      }));
      const asking = new AIMessage({ id: id(1), content: "", tool_calls: calls });
      // Each call gets the whole state.
      const sends = calls.map(
        (call) => new Send("tools", { messages: [...messages, asking], lg_tool_call: call }),
      );
      return {
        changed: [START, "messages", MODEL],
        said: [[asking]],
        also: sends.map((send) => [TASKS, send]),
        passing: { [TASKS]: sends },
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
        also: [TO_MODEL],
        passing: {},
      };
    }
    case 3: {
      const answering = new AIMessage({ id: id(4), content: answer });
      return { changed: ["messages", MODEL, TASKS], said: [[answering]], also: [], passing: {} };
    }
    default:
      return { changed: ["messages", MODEL], said: [], also: [], passing: {} };
  }
}
