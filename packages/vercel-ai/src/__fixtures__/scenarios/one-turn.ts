import { partsOf } from "../ways-to-ask.ts";
import { alice, ONE_TURN, type Scenario, untilAnswered, user } from "./scenario.ts";

/** What happens within one turn. */
export const ONE_TURN_SCENARIOS: readonly Scenario[] = [
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
    name: "a history that is pruned between two steps",
    async run({ ask, start }) {
      await ask({
        ...untilAnswered,
        model: start(),
        messages: [
          user("Hi"),
          { role: "assistant", content: "Hello." },
          user("What is the weather?"),
        ],
        prepareStep: ({ stepNumber, messages }) =>
          stepNumber === 0 ? {} : { messages: messages.slice(2) },
      });
    },
    expected: { searches: ["What is the weather?"], kept: ONE_TURN, blocks: [1, 1] },
  },
  {
    name: "an answer that was refused",
    async run({ ask, start, chat }) {
      chat.script(() => ({ text: "I can", finishReason: "content_filter" }));
      await ask({ model: start(), ...alice, prompt: "I live in Oslo." });
    },
    expected: { searches: ["I live in Oslo."], kept: [], blocks: [1] },
  },
];
