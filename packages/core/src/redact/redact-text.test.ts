import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { CREDENTIAL_SAMPLES } from "./__fixtures__/credentials.ts";
import { HARMLESS } from "./__fixtures__/harmless.ts";
import { PII_SAMPLES } from "./__fixtures__/pii.ts";
import { CREDENTIAL_KINDS, PII_KINDS, type PiiKind } from "./kinds.ts";
import { toPlaceholder } from "./placeholders.ts";
import { redactText } from "./redact-text.ts";

function textOf(text: string, pii: readonly PiiKind[] = []): string {
  return redactText(text, pii).text;
}

describe("credentials", () => {
  test.each(CREDENTIAL_SAMPLES.map((sample) => [sample.name, sample] as const))(
    "%s: the value goes, what is around it stays",
    (_, { text, secret, kind }) => {
      const { text: redacted, removed } = redactText(text);
      const [before = "", after = ""] = text.split(secret);
      expect(redacted).toContain(toPlaceholder(kind));
      expect(redacted).not.toContain(secret);
      if (removed.length === 1) expect(redacted).toBe(before + toPlaceholder(kind) + after);
    },
  );

  test.each(HARMLESS)("no credential: %s", (text) => {
    expect(textOf(text)).toBe(text);
  });

  test.each([
    ["p\u200Bassword is hun\u200Bter2", "p\u200Bassword is [password removed]"],
    ["my password is ｈｕｎｔｅｒ２", "my password is [password removed]"],
    ["𝓹𝓪𝓼𝓼𝔀𝓸𝓻𝓭: 𝓱𝓾𝓷𝓽𝓮𝓻𝟐", "𝓹𝓪𝓼𝓼𝔀𝓸𝓻𝓭: [password removed]"],
    ["card ４２４２ ４２４２\u2060 ４２４２ ４２４２, 👍🏽", "card [card number removed], 👍🏽"],
    ["card 4242\u00A04242\u202F4242\u20114242", "card [card number removed]"],
    [`key sk-\u00ADproj-${"a1B2".repeat(6)}\u{E0020}${"c3D4".repeat(6)}`, "key [api key removed]"],
  ])("signs that cannot be seen, or look alike, hide nothing: %s", (text, redacted) => {
    expect(textOf(text)).toBe(redacted);
  });

  test("what was redacted once stays as it is, whatever stands around it", () => {
    const pieces = [
      ...CREDENTIAL_SAMPLES.map(({ text }) => text),
      ...PII_SAMPLES.map(({ text }) => text),
      ...CREDENTIAL_KINDS.map(toPlaceholder),
      "my password is ",
      "token=",
      "://bob:",
      "@",
      '"',
      "-----BEGIN PRIVATE KEY-----",
    ];
    assert(
      property(
        array(constantFrom(...pieces), { maxLength: 5 }),
        constantFrom(PII_KINDS, []),
        (parts, pii) => {
          const once = textOf(parts.join(" "), pii);
          expect(redactText(once, pii)).toEqual({ text: once, removed: [] });
        },
      ),
      {
        numRuns: 300,
        // Where a sentence goes on with what is removed, it goes on.
        examples: [
          [["my password is swordfish", "es91-2100-0418-4502-0005-1332, thanks"], PII_KINDS],
        ],
      },
    );
  });
});

// Each is a beginning of a form, over and over: read to the end for each of them it would take hours.
test.each([
  ["eyJabcdefghijk-", "eyJaaaaaaaa.aaaaaaaa.", "sk-", "AKIAAAAAAAAAAAAAAAAA ", "bearer "],
  ["-----BEGIN PRIVATE KEY-----\n", "postgres://a:", "a://", "?sig=", "xoxb-1", "key-"],
  ["password ", "password for ", 'password: "', "pin for a b ", "secret for a ", "token:"],
  ["passphrase is aaa aaa ", "seed phrase is abc ", "[password removed]", "a\u200B", " ", "\n"],
  ["4 ", "4-", "DE89 ", "+1", "0 1", "a@a.", "a.", "Aa ", "1 A", "rue de la ", "Aastraße "],
])("hostile texts are read in one go: %s %s %s %s %s", (...units) => {
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    expect(textOf(text, PII_KINDS).length).toBeGreaterThan(0);
  }
});

describe("personal data", () => {
  test.each(PII_SAMPLES.map((sample) => [sample.kind, sample.text, sample] as const))(
    "%s: %s",
    (kind, text, { value }) => {
      expect(textOf(text)).toBe(text);
      expect(textOf(text, [kind])).toBe(text.replace(value, toPlaceholder(kind)));
      const others = PII_KINDS.filter((other) => other !== kind);
      expect(textOf(text, others)).toContain(value);
    },
  );

  test.each([
    ["iban", "DE89 3704 0044 0532 0130 01"],
    ["iban", "DE89 3704 0044 0532 0130"],
    ["iban", "order GB82 WEST 1234 5698 7654 33"],
    ["phone", "born on 01.02.1990 at 10:30, flight 0815 on 2026-03-01"],
    ["phone", "ISBN 978-3-16-148410-0, 1,000,000 of 3.14159265"],
    ["phone", "between 2019-2024 and at 192.168.178.21"],
    ["email", "@bob wrote to me at noon, see a@b and user@host"],
    ["address", "I have 3 Great Danes and 12 roses on Monday 5"],
    ["address", "The 5 Best Ways to Drive, in der Straße, la calle, the rue"],
  ] as const)("no %s: %s", (kind, text) => {
    expect(textOf(text, [kind])).toBe(text);
  });
});
