import { expect, test } from "vitest";
import { toEntityKey, USER } from "./entity-key.ts";

test.each([
  ["Anna", "ANNA"],
  ["Anna's", "anna"],
  ["Beyoncé", "Beyonce"],
  ["Dr. Åkerman", "Doctor Akerman"],
  ["Müller", "Mueller"],
  ["Сергей Волков", "Sergey Volkov"],
  ["Сергей", "Sergei"],
  ["Ελένη", "Eleni"],
  ["Solenne Wind GmbH", "Solenne Wind"],
  ["Thalassa Ferries S.A.", "Thalassa Ferries"],
  ["The Copper Kettle", "copper kettle"],
  ['"The Salt Road"', "the salt road"],
])("%s and %s are spellings of one name", (one, other) => {
  expect(toEntityKey(one)).toBe(toEntityKey(other));
  expect(toEntityKey(one)).not.toBe("");
});

test.each([
  ["Anna", "Anton"],
  ["IT", "I"],
  ["Oak & Iron", "Oak Iron"],
  ["Tom Falk", "Falk Robotics"],
])("%s and %s are two names", (one, other) => {
  expect(toEntityKey(one)).not.toBe(toEntityKey(other));
});

test("the user has one key, by whatever word", () => {
  expect(["User", "the user", "me", "I", "Nutzer"].map(toEntityKey)).toEqual(Array(5).fill(USER));
});

test("a title or a legal form alone is a name, and signs are none", () => {
  expect(toEntityKey("Doctor")).toBe("doktor");
  expect(toEntityKey("?!")).toBe("");
});
