import { expect, test } from "vitest";
import { answerByRules, type Heard } from "./answer-by-rules.ts";

const hear = (said: string, heard: Partial<Heard> = {}): Heard => ({
  said,
  recalled: [],
  results: [],
  ...heard,
});

test.each([
  ["note: the paint is blue", "save_note", { text: "the paint is blue" }],
  ["Please note down two things:\nsalt, oil", "save_note", { text: "two things:\nsalt, oil" }],
  ["What do my notes say about the paint?", "find_notes", { query: "the paint" }],
  ["mail Ada: are you there?", "send_mail", { to: "Ada", text: "are you there?" }],
  ["Mail ada@example.com hello", "send_mail", { to: "ada@example.com", text: "hello" }],
])("%j is a call", (said, name, args) => {
  expect(answerByRules(hear(said))).toEqual({ type: "call", name, args });
});

test.each([
  ["Where do I live?", [], "I do not know that yet. Tell me, and I will remember it."],
  ["Where do I live?", ["User lives in Oslo"], "From what I remember: User lives in Oslo."],
  ["I live in Oslo.", [], "I see, and I keep it in mind."],
  ["I moved.", ["A", "B"], "I see. Until now I remembered: A; B."],
  ["My mailbox is full", [], "I see, and I keep it in mind."],
])("%j, knowing %j, is answered: %s", (said, recalled, text) => {
  expect(answerByRules(hear(said, { recalled }))).toEqual({ type: "text", text });
});

test("what tools answered is the answer", () => {
  const heard = hear("note: a", { results: ['Noted: "a".'] });
  expect(answerByRules(heard)).toEqual({ type: "text", text: 'Noted: "a".' });
});
