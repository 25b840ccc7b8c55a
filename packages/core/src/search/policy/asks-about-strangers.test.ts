import { expect, test } from "vitest";
import { termsOf } from "../../text/analyze-text.ts";
import { queryWords } from "../words/query-words.ts";
import { asksAboutStrangers } from "./asks-about-strangers.ts";

/** What is known in these tests. */
const KNOWN = ["User works with Anna at Globex", "Анна живёт в Праге"].map((text) => ({
  terms: termsOf(text).join(" "),
}));

const asks = (query: string) => asksAboutStrangers(query, { words: queryWords(query) }, KNOWN);

test.each([
  "When did Joanna move to Berlin?",
  "What does Melanie's brother do?",
  "¿Dónde vive Joanna?",
  "Où habite Joanna ?",
  "Где живёт Иван?",
])("somebody whom nobody ever named is a stranger: %s", (query) => {
  expect(asks(query)).toBe(true);
});

test.each([
  ["knows one of the names", "Did Anna go to Berlin with Joanna?"],
  ["knows the name in its inflection", "Сколько лет Анне?"],
  ["has no name", "which restaurant is good tonight"],
  ["has its only capital in front", "Joanna?"],
  ["is of whoever asks", "Should I fly to Lisbon next week?"],
  ["is of whoever asks, in Spanish", "¿Qué le gusta a mi hermana en Lisboa?"],
  ["is German, where every noun has a capital", "Welches Restaurant gibt es in der Nähe?"],
])("a question is about nobody strange that %s", (_, query) => {
  expect(asks(query)).toBe(false);
});
