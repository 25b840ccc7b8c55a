import { expect, test } from "vitest";
import { restoreCapitals } from "./restore-capitals.ts";

test.each([
  ["meine freundin isst glutenfrei", "meine Freundin isst glutenfrei"],
  ["ich suche eine neue wohnung in köln", "ich suche eine neue Wohnung in Köln"],
  ["unser sohn finn hat dienstags training", "unser Sohn Finn hat dienstags Training"],
  ["hab windows 11 und chrome", "hab Windows 11 und Chrome"],
  ["honig esse ich, den vertrag ich", "Honig esse ich, den vertrag ich"],
  ["ich hab mir den arm gebrochen", "ich hab mir den Arm gebrochen"],
])("nouns and names of %s get their capitals", (small, restored) => {
  expect(restoreCapitals(small)).toBe(restored);
});

test("verbs, adjectives and small words stay small", () => {
  const said = "ich bin heute sehr müde und möchte früh schlafen gehen";
  expect(restoreCapitals(said)).toBe(said);
});

test("a sentence with capitals of its own is left as it is", () => {
  const said = "Ich fahre mit dem Rad zur arbeit";
  expect(restoreCapitals(said)).toBe(said);
});
