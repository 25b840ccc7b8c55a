import type { TestAgent } from "./start-agent.ts";

/** Of a run: whose it is, and its thread. */
interface Asked {
  readonly context?: Record<string, unknown>;
  readonly configurable?: Record<string, unknown>;
  readonly signal?: AbortSignal;
}

/** Says something to an agent, and gives what it answers. */
export type Ask = (agent: TestAgent, text: string, config: Asked) => Promise<string>;

const toState = (text: string) => ({ messages: [{ role: "user", content: text }] });

/** Each way to ask an agent. */
export const WAYS: readonly (readonly [name: string, ask: Ask])[] = [
  [
    "with invoke",
    async (agent, text, config) => {
      const { messages } = await agent.invoke(toState(text), config);
      return messages.at(-1)?.text ?? "";
    },
  ],
  [
    "with stream",
    async (agent, text, config) => {
      let said = "";
      const stream = await agent.stream(toState(text), { ...config, streamMode: "messages" });
      for await (const [message] of stream) if (message.getType() === "ai") said += message.text;
      return said;
    },
  ],
  [
    "with streamEvents",
    async (agent, text, config) => {
      let said = "";
      for await (const event of agent.streamEvents(toState(text), { ...config, version: "v2" })) {
        if (event.event === "on_chat_model_stream") said += event.data.chunk.text;
      }
      return said;
    },
  ],
];
