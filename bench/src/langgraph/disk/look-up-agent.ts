import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, type BaseMessage, HumanMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { createAgent, tool } from "langchain";
import { z } from "zod";
import { type AgentTurn, createAgentTurns, LOOK_UP } from "../agent/agent-turns.ts";

/** When LangGraph saves: after each step, behind the next one, or once at the end of a turn. */
export type Durability = "async" | "exit";

/** An agent of langchain, whose model calls a tool twice at once in each turn and then answers. */
export interface LookUpAgent {
  /** Takes the next turn of its only thread. */
  takeTurn(): Promise<void>;
  /** All messages of the thread, as JSON. */
  messageBytes(): number;
}

/** An agent that keeps its checkpoints with a saver. Its model answers at once. */
export function createLookUpAgent(saver: BaseCheckpointSaver, durability: Durability): LookUpAgent {
  const turnOf = createAgentTurns();
  const results = new Map<string, string>();
  let messages: readonly BaseMessage[] = [];
  const lookUp = tool(({ query }) => results.get(query) ?? "Nothing was found.", {
    name: LOOK_UP,
    description: "Looks something up.",
    schema: z.object({ query: z.string() }),
  });
  const agent = createAgent({
    model: new ScriptedModel(turnOf),
    tools: [lookUp],
    checkpointer: saver,
  });
  let turn = 0;
  return {
    async takeTurn() {
      const { question, lookUps } = turnOf(turn);
      for (const { query, result } of lookUps) results.set(query, result);
      const state = await agent.invoke(
        { messages: [new HumanMessage(question)] },
        { configurable: { thread_id: "thread" }, durability },
      );
      ({ messages } = state);
      turn += 1;
    },
    messageBytes: () => JSON.stringify(messages).length,
  };
}

/** Says what a turn's model says: the turn is the number of questions before the last one. */
class ScriptedModel extends BaseChatModel {
  readonly #turnOf: (turn: number) => AgentTurn;

  constructor(turnOf: (turn: number) => AgentTurn) {
    super({});
    this.#turnOf = turnOf;
  }

  override _llmType(): string {
    return "scripted";
  }

  override bindTools(): this {
    return this;
  }

  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const questions = messages.filter((message) => HumanMessage.isInstance(message)).length;
    const { lookUps, answer } = this.#turnOf(questions - 1);
    const isAsked = HumanMessage.isInstance(messages.at(-1));
    const message = isAsked
      ? new AIMessage({
          content: "",
          tool_calls: lookUps.map(({ id, query }) => ({ id, name: LOOK_UP, args: { query } })),
        })
      : new AIMessage(answer);
    return { generations: [{ message, text: message.text }] };
  }
}
