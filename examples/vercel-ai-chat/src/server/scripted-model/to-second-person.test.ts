import { expect, test } from "vitest";
import { addressUser, toSecondPerson } from "./to-second-person.ts";

test.each([
  ["I'm vegetarian and I live with my cat", "you're vegetarian and you live with your cat"],
  ["I was born in Italy, it suits me", "you were born in Italy, it suits you"],
  ["I’ve painted it myself", "you've painted it yourself"],
])("%s becomes %s", (said, heard) => {
  expect(toSecondPerson(said)).toBe(heard);
});

test.each([
  ["User is vegetarian", "you are vegetarian"],
  ["User has a dog named Rex", "you have a dog named Rex"],
  ["User no longer works at Siemens", "you no longer work at Siemens"],
  ["User studies medicine", "you study medicine"],
  ["User watches birds", "you watch birds"],
  ["User moved to Graz", "you moved to Graz"],
  ["User's name is Alice", "your name is Alice"],
  ["Anna is a vet", "Anna is a vet"],
])("the memory %s is said as %s", (memory, heard) => {
  expect(addressUser(memory)).toBe(heard);
});
