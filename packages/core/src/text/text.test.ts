import { expect, test } from "vitest";
import { analyzeText, termsOf } from "./analyze-text.ts";
import { hashText, normalizeForComparison } from "./hash-text.ts";
import { looksSecret } from "./looks-secret.ts";
import { wordsOf } from "./words-of.ts";

test.each([
  ["Anna's dog isn't here", ["anna", "dog", "isn't", "here"]],
  ["Größe, CAFÉ, naïve", ["grosse", "cafe", "naive"]],
  ["e-mail: a.b@c.de!", ["e", "mail", "a.b", "c.de"]],
  ["", []],
  ["?!", []],
])("the words of %j", (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test.each([
  ["我喜欢咖啡", "咖啡"],
  ["ผู้ใช้ชอบกาแฟ", "กาแฟ"],
  ["ユーザーは東京に住んでいる", "東京"],
])("a word is found in %s, which has no spaces", (text, word) => {
  const terms = termsOf(text);
  expect(termsOf(word).some((term) => terms.includes(term))).toBe(true);
});

test.each([
  ["User lives in Berlin", "Where did the user live?"],
  ["User is allergic to peanuts", "Any allergies?"],
  ["Nutzer wohnt in Hamburg", "Wo wohnen die Nutzer?"],
  ["Usuario trabaja en un banco", "¿Dónde trabaja el usuario?"],
  ["User has two cats", "What pets does she have?"],
  ["User is vegetarian", "Which restaurant?"],
])("%j and %j share a term", (memory, question) => {
  const terms = termsOf(memory);
  expect(termsOf(question).some((term) => terms.includes(term))).toBe(true);
});

test("small words are passed over, unless there is nothing else", () => {
  expect(analyzeText("what is the user's name").words).toEqual(["name"]);
  expect(analyzeText("who are you").words).toEqual(["who", "are", "you"]);
});

test("texts that say the same in other letters have one hash", () => {
  expect(hashText("User  lives in Berlin.")).toBe(hashText("user lives\nin berlin"));
  expect(hashText("User lives in Berlin")).not.toBe(hashText("User lives in Bern"));
  expect(normalizeForComparison(" It’s\u00a0ﬁne ")).toBe("it's fine");
});

test.each([
  ["sk-proj-abcdefghijklmnopqrstuvwx", "an API key"],
  ["key sk_live_0123456789abcdefghij", "an API key"],
  ["ghp_abcdefghijklmnopqrstuvwxyz0123456789", "an access token"],
  ["AKIAIOSFODNN7EXAMPLE", "a cloud key"],
  ["-----BEGIN RSA PRIVATE KEY-----", "a private key"],
  ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc", "a signed token"],
  ["User's password is hunter2", "a password"],
  ["Mein Passwort lautet geheim1", "a password"],
  ["card 4111-1111-1111-1111", "a card number"],
])("%s looks like %s", (text, kind) => {
  expect(looksSecret(text)).toBe(kind);
});

test.each([
  "User forgot a password",
  "User's order number is 1234567890123",
  "User was born on 1990-01-01",
  "User likes sketching",
  "User's phone is +49 30 901820",
])("%s is no secret", (text) => {
  expect(looksSecret(text)).toBeUndefined();
});

test("a megabyte without a break is read in moments, up to where it matters", () => {
  expect(wordsOf("a".repeat(1_000_000)).join("").length).toBeLessThanOrEqual(20_000);
});
