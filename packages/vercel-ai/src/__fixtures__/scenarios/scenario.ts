import {
  isStepCount,
  jsonSchema,
  type LanguageModel,
  type ModelMessage,
  tool,
  type ToolSet,
} from "ai";
import { memoryCall } from "../../middleware/memory-call.ts";
import type { RecordingMemory } from "../recording-memory.ts";
import type { startChat } from "../start-chat.ts";
import type { Ask } from "../ways-to-ask.ts";

/** A model that remembers. */
export type Remembering = LanguageModel & { flush(): Promise<void> };

/** How a middleware is put around a model. */
export type Wrap = (
  model: Awaited<ReturnType<typeof startChat>>["model"],
  memory: RecordingMemory["memory"],
) => Remembering;

/** What happens in a scenario. */
export interface World {
  readonly chat: Awaited<ReturnType<typeof startChat>>;
  readonly ask: Ask;
  /** A model with the memory, as a process of its own has it. */
  readonly start: () => Remembering;
}

/** What memory and model saw of it. */
export interface Observed {
  /** What was looked for. */
  searches: string[];
  /** What was kept, an entry for each `add`. */
  kept: string[][];
  /** The blocks in each request that the model answered. */
  blocks: number[];
}

/** Something that happens to a turn, and what memory is to make of it. */
export interface Scenario {
  readonly name: string;
  readonly run: (world: World) => Promise<void>;
  readonly expected: Observed;
}

/** Whose memory most scenarios are about. */
export const alice = memoryCall({ userId: "alice" });

/** A message of the user. */
export const user = (content: string): ModelMessage => ({ role: "user", content });

/** A tool's schema that asks for nothing. */
export const NO_INPUT = jsonSchema<object>({ type: "object", properties: {} });

const weather = tool({ inputSchema: NO_INPUT, execute: async () => "22 degrees" });

/** A call that goes on until it is answered. */
export const untilAnswered = { tools: { weather } as ToolSet, stopWhen: isStepCount(5), ...alice };

/** What is kept of a turn about the weather. */
export const ONE_TURN = [["user: What is the weather?", "assistant: It is sunny."]];
