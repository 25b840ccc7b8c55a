import { expect, test } from "vitest";
import { writeAnswer } from "./write-answer.ts";

const home = "User lives in Amsterdam";

test.each([
  ["Hi!", [], "Hello! Tell me something about yourself, and I will remember it."],
  ["Good morning", [home], "Hello! Good to see you again. I remember that you live in Amsterdam."],
  ["Where do I live?", [], "I don't know that yet. Tell me, and I will remember it."],
  ["Where do I live?", [home], "From what I remember, you live in Amsterdam."],
  [
    "Hello, can you suggest a restaurant",
    [home, "User is vegetarian", "User's sister Anna is a vet"],
    "Hello! From what I remember, you live in Amsterdam, you are vegetarian, and your sister Anna is a vet.",
  ],
  ["I moved to Amsterdam.", [], "Noted: you moved to Amsterdam."],
  [
    "I moved to my sister. It rains.",
    ["User lives in Berlin"],
    "Noted: you moved to your sister. Until now I knew that you live in Berlin.",
  ],
  ["It rains.", [], "I see. Tell me something about yourself, and I will remember it."],
])("%s, knowing %j, is answered: %s", (said, recalled, answer) => {
  expect(writeAnswer({ said, recalled })).toBe(answer);
});
