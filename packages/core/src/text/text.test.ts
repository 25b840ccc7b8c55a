import { expect, test } from "vitest";
import { hashText, normalizeForComparison } from "./hash-text.ts";
import { looksSecret } from "./looks-secret.ts";

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
