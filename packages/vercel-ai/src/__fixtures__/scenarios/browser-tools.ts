import { type LanguageModel, type ModelMessage, tool, type ToolSet } from "ai";
import { memoryCall } from "../../middleware/memory-call.ts";
import { type Ask, partsOf } from "../ways-to-ask.ts";
import { NO_INPUT, ONE_TURN, type Scenario, untilAnswered, user, type World } from "./scenario.ts";

/** Turns that wait for a tool in the browser, and go on in another request. */
export const BROWSER_TOOL_SCENARIOS: readonly Scenario[] = [
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
