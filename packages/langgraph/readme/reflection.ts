import type { RunnableConfig } from "@langchain/core/runnables";
import { createMemory } from "@palimpsest/core";
import { createReflectionExecutor } from "@palimpsest/langgraph";
import type { BaseMessage } from "langchain";

const memory = createMemory();
const executor = createReflectionExecutor(memory, { afterMs: 5 * 60_000 });

/** A node at the end of a graph: what was said is remembered once the user has been silent for five minutes. */
export function reflect(state: { messages: BaseMessage[] }, config: RunnableConfig) {
  executor.submit(state, config);
  return {};
}

/** Before the process ends: what still waits is remembered now. */
export async function shutDown(): Promise<void> {
  await executor.shutdown();
  await memory.close();
}
