import { expect, test } from "vitest";
import { readRelations } from "./read-relations.ts";

const read = (text: string) =>
  readRelations(text).map(({ subject, predicate, object }) => `${subject} ${predicate} ${object}`);

test.each([
  ["User's sister is Anna.", ["user sister Anna"]],
  ["My older sister Anna works at Globex.", ["user older_sister Anna", "Anna works_at Globex"]],
  ["User's mother, Helena, was born in Luanda.", ["user mother Helena", "Helena born_in Luanda"]],
  ["Tom is Anna's husband and works at Globex.", ["Anna husband Tom", "Tom works_at Globex"]],
  ["Tom, Anna's husband, works at Globex.", ["Anna husband Tom", "Tom works_at Globex"]],
  ["User's sister works at Globex.", ["user's sister works_at Globex"]],
  ["The head of the Globex Group is Mary Jane.", ["Mary Jane head_of Globex Group"]],
  ["Acme's chief executive is Zed.", ["Acme chief_executive Zed"]],
  ["Berlin is the capital of Germany.", ["Berlin capital_of Germany"]],
  ["I'm a member of the Chess Club.", ["user member_of Chess Club"]],
  ["Globex is owned by Initech GmbH.", ["Globex owned_by Initech GmbH"]],
  [
    "Anna, who leads the data team at Globex, is married to Ben.",
    ["Anna leads_data_team_at Globex", "Anna married_to Ben"],
  ],
  [
    "Anna and Ben live in Paris with Carl.",
    ["Anna live_in Paris", "Ben live_in Paris", "Anna live_with Carl", "Ben live_with Carl"],
  ],
  ["'The Salt Road' was written by Imogen Clarke", ["The Salt Road written_by Imogen Clarke"]],
  ["My wife's name is Ελένη.", ["user wife Ελένη"]],
  ["Iñaki works at Globex.", ["Iñaki works_at Globex"]],
  ["In März Anna met Ben.", ["Anna met Ben"]],
])("%s", (text, relations) => {
  expect(read(text)).toEqual(relations);
});

test.each([
  ["Ben Vogel, also known as Benedikt Vogel, rowed.", "Ben Vogel also_known_as Benedikt Vogel"],
  ["Dimitri's nickname is Jimmy.", "Dimitri also_known_as Jimmy"],
  ["My godfather is Robert Hale; we all call him Bob.", "Robert Hale also_known_as Bob"],
  ["Elizabeth, whom everybody calls Lizzy, cooks.", "Elizabeth also_known_as Lizzy"],
])("another name is an alias: %s", (text, alias) => {
  expect(read(text)).toContain(alias);
});

test("a pronoun goes on about whom the sentence before was about", () => {
  expect(read("Anna is from Oslo. She works at Globex.")).toEqual([
    "Anna from Oslo",
    "Anna works_at Globex",
  ]);
});

test("texts without two names state none", () => {
  expect(read("User is vegetarian.")).toEqual([]);
  expect(read("On Monday User bakes bread in March.")).toEqual([]);
  expect(read("")).toEqual([]);
});

test("however long the text, there are at most twenty", () => {
  const text = Array.from({ length: 60 }, (_, index) => `Anna knows Ben${index}.`).join(" ");
  expect(read(text)).toHaveLength(20);
});
