import { isStepCount } from "ai";
import { alice, type Scenario, untilAnswered, user } from "./scenario.ts";

/** Turns, and those before and beside them. */
export const MANY_TURNS_SCENARIOS: readonly Scenario[] = [
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
];
