import { expect, test } from "vitest";
import { stemBulgarian } from "./stem-bulgarian.ts";

test.each([
  ["зелен", "зелн"],
  ["зелена", "зелн"],
  ["зеленият", "зелн"],
  ["градове", "град"],
  ["градът", "град"],
  ["учебници", "учебник"],
  ["книгата", "книг"],
  ["книги", "книг"],
  ["час", "час"],
])("%s", (word, stem) => {
  expect(stemBulgarian(word)).toBe(stem);
});
