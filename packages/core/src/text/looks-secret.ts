/** Forms of credentials, by what they are called in the refusal. */
const SECRETS: readonly (readonly [kind: string, form: RegExp])[] = [
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY/],
  ["an API key", /\b(?:sk|pk|rk)[-_](?:live|test|proj|ant|or)?[-_]?[A-Za-z0-9_-]{20,}/],
  ["an access token", /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|npm_|hf_)[A-Za-z0-9_-]{16,}/],
  ["a cloud key", /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[A-Za-z0-9_-]{30,}/],
  ["a signed token", /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*/],
  [
    "a password",
    /\b(?:pass(?:word|code|phrase)|passwort|kennwort|contraseña|pin)\b\s*(?:is|ist|es|lautet|:|=)\s*\S{3,}/i,
  ],
];

const CARD_NUMBER = /\b\d(?:[ -]?\d){12,18}\b/g;

/** What kind of secret a text seems to hold, in words; `undefined` when none. */
export function looksSecret(text: string): string | undefined {
  const found = SECRETS.find(([, form]) => form.test(text));
  if (found) return found[0];
  const numbers = text.match(CARD_NUMBER) ?? [];
  return numbers.some(passesLuhn) ? "a card number" : undefined;
}

/** The checksum of payment cards (ISO/IEC 7812-1). */
function passesLuhn(number: string): boolean {
  const digits = Array.from(number.replace(/\D/g, ""), Number).toReversed();
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit : digit * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
