import {
  isStepCount,
  jsonSchema,
  type LanguageModel,
  type ModelMessage,
  tool,
  type ToolSet,
} from "ai";
import { memoryCall } from "../middleware/memory-call.ts";
import type { RecordingMemory } from "./recording-memory.ts";
import { recordingMemory } from "./recording-memory.ts";
import { startChat } from "./start-chat.ts";
import { type Ask, partsOf } from "./ways-to-ask.ts";

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

const alice = memoryCall({ userId: "alice" });
const NO_INPUT = jsonSchema<object>({ type: "object", properties: {} });
const user = (content: string): ModelMessage => ({ role: "user", content });
const assistant = (content: string): ModelMessage => ({ role: "assistant", content });

const weather = tool({ inputSchema: NO_INPUT, execute: async () => "22 degrees" });
const ONE_TURN = [["user: What is the weather?", "assistant: It is sunny."]];

/** A call that goes on until it is answered. */
const untilAnswered = { tools: { weather } as ToolSet, stopWhen: isStepCount(5), ...alice };

/** The scenarios of one turn and of the turns around it. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: "a turn of several steps",
    async run({ ask, start }) {
      await ask({ ...untilAnswered, model: start(), prompt: "What is the weather?" });
    },
    expected: { searches: ["What is the weather?"], kept: ONE_TURN, blocks: [1, 1] },
  },
  {
    name: "a first step that is tried again",
    async run({ ask, start, chat }) {
      chat.server.fail({ with: { type: "status", status: 429, retryAfter: 0 }, times: 2 });
      await ask({ ...untilAnswered, model: start(), prompt: "What is the weather?" });
    },
    expected: { searches: ["What is the weather?"], kept: ONE_TURN, blocks: [1, 1] },
  },
  {
    name: "a later step that is tried again",
    async run({ ask, start, chat }) {
      chat.server.fail({
        with: { type: "status", status: 503, retryAfter: 0 },
        when: () => chat.requests.length === 1,
      });
      await ask({ ...untilAnswered, model: start(), prompt: "What is the weather?" });
    },
    expected: { searches: ["What is the weather?"], kept: ONE_TURN, blocks: [1, 1] },
  },
  {
    name: "a tool that runs in the browser",
    async run({ ask, start }) {
      const model = start();
      const sendResult = await askForBrowserTool(ask, model);
      await sendResult(model);
    },
    expected: { searches: ["What is the weather?"], kept: ONE_TURN, blocks: [1, 1] },
  },
  {
    name: "a tool that runs in the browser, whose result reaches another process",
    async run({ ask, start }) {
      const sendResult = await askForBrowserTool(ask, start());
      await sendResult(start());
    },
    expected: {
      searches: ["What is the weather?", "What is the weather?"],
      kept: ONE_TURN,
      blocks: [1, 1],
    },
  },
  {
    name: "a result that reaches another process, which has to try twice",
    async run({ ask, start, chat }) {
      chat.server.fail({
        with: { type: "status", status: 503, retryAfter: 0 },
        when: () => chat.requests.length === 1,
      });
      const sendResult = await askForBrowserTool(ask, start());
      await sendResult(start());
    },
    expected: {
      searches: ["What is the weather?", "What is the weather?"],
      kept: ONE_TURN,
      blocks: [1, 1],
    },
  },
  {
    name: "a tool that somebody has to approve",
    async run({ ask, start }) {
      const model = start();
      const toolApproval = { weather: "user-approval" as const };
      const call = { ...untilAnswered, toolApproval, model };
      const question = user("What is the weather?");
      const { messages } = await ask({ ...call, messages: [question] });
      const approvals = partsOf(messages)
        .filter((part) => part.type === "tool-approval-request")
        .map(({ approvalId }) => ({
          type: "tool-approval-response" as const,
          approvalId,
          approved: true,
        }));
      await ask({
        ...call,
        messages: [question, ...messages, { role: "tool", content: approvals }],
      });
    },
    expected: { searches: ["What is the weather?"], kept: ONE_TURN, blocks: [1, 1] },
  },
  {
    name: "two turns of a model that numbers its calls",
    async run({ ask, start, chat }) {
      chat.script(({ messages }, count) =>
        messages.at(-1)?.role === "tool"
          ? { text: `Answer ${count}` }
          : { toolCalls: [{ id: "call_0", name: "weather", arguments: {} }] },
      );
      const call = { ...untilAnswered, model: start() };
      const first = user("In Oslo?");
      const { messages } = await ask({ ...call, messages: [first] });
      await ask({ ...call, messages: [first, ...messages, user("In Rome?")] });
    },
    expected: {
      searches: ["In Oslo?", "In Rome?"],
      kept: [
        ["user: In Oslo?", "assistant: Answer 2"],
        ["user: In Rome?", "assistant: Answer 4"],
      ],
      blocks: [1, 1, 1, 1],
    },
  },
  {
    name: "two chats at once with a model that numbers its calls",
    async run({ ask, start, chat }) {
      chat.script(numberCalls);
      const model = start();
      const inOslo = await askForBrowserTool(ask, model, { text: "In Oslo?" });
      const inRome = await askForBrowserTool(ask, model, { text: "In Rome?" });
      await inOslo(model);
      await inRome(model);
    },
    expected: {
      searches: ["In Oslo?", "In Rome?"],
      kept: [
        ["user: In Oslo?", "assistant: 22 degrees, then."],
        ["user: In Rome?", "assistant: 22 degrees, then."],
      ],
      blocks: [1, 1, 1, 1],
    },
  },
  {
    name: "two users at once with the same question and a model that numbers its calls",
    async run({ ask, start, chat }) {
      chat.script(numberCalls);
      const model = start();
      const ofAlice = await askForBrowserTool(ask, model, { userId: "alice" });
      const ofBob = await askForBrowserTool(ask, model, { userId: "bob" });
      await ofAlice(model);
      await ofBob(model);
    },
    expected: {
      searches: ["What is the weather?", "What is the weather?"],
      kept: [
        ["user: What is the weather?", "assistant: 22 degrees, then."],
        ["user: What is the weather?", "assistant: 22 degrees, then."],
      ],
      blocks: [1, 1, 1, 1],
    },
  },
  {
    name: "the result of a tool that is sent twice",
    async run({ ask, start }) {
      const model = start();
      const sendResult = await askForBrowserTool(ask, model);
      await sendResult(model);
      await sendResult(model);
    },
    expected: { searches: ["What is the weather?"], kept: ONE_TURN, blocks: [1, 1, 1] },
  },
  {
    name: "an answer that the model goes on with",
    async run({ ask, start }) {
      const model = start();
      const question = user("Hi");
      const { messages } = await ask({ model, ...alice, messages: [question] });
      await ask({ model, ...alice, messages: [question, ...messages] });
    },
    expected: { searches: ["Hi"], kept: [["user: Hi", "assistant: Answer 1"]], blocks: [1, 1] },
  },
  {
    name: "a message that is sent before the last one is answered",
    async run({ ask, start, chat }) {
      const model = start();
      const second = Promise.withResolvers<void>();
      chat.script(async (_, count) => {
        if (count === 1) await second.promise;
        return { text: `Answer ${count}` };
      });
      const first = ask({ model, ...alice, messages: [user("I ski.")] });
      while (chat.requests.length === 0) await new Promise(setImmediate);
      await ask({ model, ...alice, messages: [user("I ski."), user("In Oslo.")] });
      await model.flush();
      second.resolve();
      await first;
    },
    expected: {
      searches: ["I ski.", "In Oslo."],
      kept: [["user: I ski.", "user: In Oslo.", "assistant: Answer 2"], ["assistant: Answer 1"]],
      blocks: [1, 1],
    },
  },
  {
    name: "a loop that is cut, which the next turn makes good",
    async run({ ask, start }) {
      const model = start();
      const question = user("What is the weather?");
      const { messages } = await ask({
        ...untilAnswered,
        stopWhen: isStepCount(1),
        model,
        messages: [question],
      });
      const next = user("And in Rome?");
      await ask({ ...untilAnswered, model, messages: [question, ...messages, next] });
    },
    expected: {
      searches: ["What is the weather?", "And in Rome?"],
      kept: [["user: What is the weather?", "user: And in Rome?", "assistant: Answer 2"]],
      blocks: [1, 1],
    },
  },
  {
    name: "a history that is pruned between two steps",
    async run({ ask, start }) {
      await ask({
        ...untilAnswered,
        model: start(),
        messages: [user("Hi"), assistant("Hello."), user("What is the weather?")],
        prepareStep: ({ stepNumber, messages }) =>
          stepNumber === 0 ? {} : { messages: messages.slice(2) },
      });
    },
    expected: { searches: ["What is the weather?"], kept: ONE_TURN, blocks: [1, 1] },
  },
  {
    name: "a second turn, whose history holds the first",
    async run({ ask, start }) {
      const model = start();
      const first = user("I live in Oslo.");
      const { messages } = await ask({ model, ...alice, messages: [first] });
      await ask({ model, ...alice, messages: [first, ...messages, user("And I ski.")] });
    },
    expected: {
      searches: ["I live in Oslo.", "And I ski."],
      kept: [
        ["user: I live in Oslo.", "assistant: Answer 1"],
        ["user: And I ski.", "assistant: Answer 2"],
      ],
      blocks: [1, 1],
    },
  },
  {
    name: "a turn that the model failed, which the next turn makes good",
    async run({ ask, start, chat }) {
      const model = start();
      chat.server.fail({ with: { type: "status", status: 400 } });
      const first = user("I live in Oslo.");
      await ask({ model, ...alice, messages: [first] }).catch(() => {});
      await ask({ model, ...alice, messages: [first, user("And I ski.")] });
    },
    expected: {
      searches: ["I live in Oslo.", "And I ski."],
      kept: [["user: I live in Oslo.", "user: And I ski.", "assistant: Answer 1"]],
      blocks: [1],
    },
  },
  {
    name: "an answer that was refused",
    async run({ ask, start, chat }) {
      chat.script(() => ({ text: "I can", finishReason: "content_filter" }));
      await ask({ model: start(), ...alice, prompt: "I live in Oslo." });
    },
    expected: { searches: ["I live in Oslo."], kept: [], blocks: [1] },
  },
  {
    name: "the same words in two chats",
    async run({ ask, start }) {
      const model = start();
      await ask({ model, ...alice, prompt: "Hi" });
      await ask({ model, ...alice, prompt: "Hi" });
    },
    expected: {
      searches: ["Hi", "Hi"],
      kept: [
        ["user: Hi", "assistant: Answer 1"],
        ["user: Hi", "assistant: Answer 2"],
      ],
      blocks: [1, 1],
    },
  },
  {
    name: "the same question in two chats at once, each with a tool that runs in the browser",
    async run({ ask, start }) {
      const model = start();
      const inOne = await askForBrowserTool(ask, model);
      const inOther = await askForBrowserTool(ask, model);
      await inOne(model);
      await inOther(model);
    },
    expected: {
      searches: ["What is the weather?", "What is the weather?"],
      kept: [...ONE_TURN, ...ONE_TURN],
      blocks: [1, 1, 1, 1],
    },
  },
];

/** Lets a scenario happen to a middleware. */
export async function play(scenario: Scenario, wrap: Wrap, ask: Ask): Promise<Observed> {
  const chat = await startChat();
  const { memory, searches, kept } = recordingMemory();
  const started: Remembering[] = [];
  await scenario.run({
    chat,
    ask,
    start() {
      const model = wrap(chat.model, memory);
      started.push(model);
      return model;
    },
  });
  for (const model of started) await model.flush();
  return {
    searches: searches.map(({ query }) => query),
    kept: kept(),
    blocks: chat.requests.map(
      ({ system }) => system.split("\n").filter((line) => line === "<recalled-memories>").length,
    ),
  };
}

/** Asks until a tool is called that runs in the browser; gives a way to send its result. */
async function askForBrowserTool(
  ask: Ask,
  model: LanguageModel,
  { text = "What is the weather?", userId = "alice" } = {},
): Promise<(later: LanguageModel) => Promise<unknown>> {
  const tools = { weather: tool({ inputSchema: NO_INPUT }) } as ToolSet;
  const question = user(text);
  const call = { tools, ...memoryCall({ userId }) };
  const { messages } = await ask({ model, ...call, messages: [question] });
  const results = partsOf(messages)
    .filter((part) => part.type === "tool-call")
    .map(({ toolCallId, toolName }) => ({
      type: "tool-result" as const,
      toolCallId,
      toolName,
      output: { type: "text" as const, value: "22 degrees" },
    }));
  const history: ModelMessage[] = [question, ...messages, { role: "tool", content: results }];
  return (later) => ask({ model: later, ...call, messages: history });
}

/** Calls a tool by a number, as some models do. */
const numberCalls: Parameters<World["chat"]["script"]>[0] = ({ messages }) => {
  const last = messages.at(-1);
  return last?.role === "tool"
    ? { text: `${last.content}, then.` }
    : { toolCalls: [{ id: "call_0", name: "weather", arguments: {} }] };
};
