import { expect, test } from "vitest";
import { CREDENTIAL_SAMPLES } from "./__fixtures__/credentials.ts";
import { HARMLESS } from "./__fixtures__/harmless.ts";
import { redactText } from "./redact-text.ts";

test.each(CREDENTIAL_SAMPLES.map((sample) => [sample.name, sample] as const))(
  "%s is removed, and nothing else",
  (_name, { text, secret, kind }) => {
    const redacted = redactText(text);
    expect(redacted.text).not.toContain(secret);
    expect(redacted.removed.map((span) => span.kind)).toContain(kind);
    expect(redactText(redacted.text)).toEqual({ text: redacted.text, removed: [] });
  },
);

test.each(HARMLESS)("stays as it is: %s", (text) => {
  expect(redactText(text).text).toBe(text);
});
