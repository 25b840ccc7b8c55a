import { expect, test } from "vitest";
import { writeAnswer } from "./write-answer.ts";

test.each([
  ["I live in Berlin.", [], "I see."],
  ["Where do I live?", [], "I don't know that yet. Tell me."],
  [
    "Suggest a dinner",
    ["User is vegetarian", "User lives in Berlin"],
    "What I was told to remember: User is vegetarian; User lives in Berlin.",
  ],
])("%s, with %j recalled, is answered: %s", (said, recalled, answer) => {
  expect(writeAnswer(said, recalled)).toBe(answer);
});
