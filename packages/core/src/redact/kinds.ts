/** What is removed unless redaction is turned off: whoever holds it gets in, or can pay. */
export const CREDENTIAL_KINDS = [
  "api-key",
  "token",
  "private-key",
  "password",
  "card-number",
] as const;

/** What is removed where it is asked for: it tells who somebody is. */
export const PII_KINDS = ["email", "phone", "iban", "address"] as const;

export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];
export type PiiKind = (typeof PII_KINDS)[number];
export type RedactedKind = CredentialKind | PiiKind;

/** A passage that has to go: from `start` up to, and without, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: RedactedKind;
}

/** The passages of one or more kinds in a text, in no order; they may overlap. */
export type Detector = (text: string) => Iterable<Span>;

/** What stands in the place of a passage, like `[api key removed]`: its kind, and nothing of it. */
export function toPlaceholder(kind: RedactedKind): string {
  return `[${kind.replace("-", " ")} removed]`;
}

const PLACEHOLDERS = new Map(
  [...CREDENTIAL_KINDS, ...PII_KINDS].map((kind) => [toPlaceholder(kind), kind] as const),
);
const PLACEHOLDER = new RegExp(
  [...PLACEHOLDERS.keys()].map((placeholder) => placeholder.replace(/[[\]]/g, "\\$&")).join("|"),
  "g",
);

/** The kinds of what was removed from a text before, one for each place. */
export function removedKinds(text: string): RedactedKind[] {
  return (text.match(PLACEHOLDER) ?? []).flatMap((found) => PLACEHOLDERS.get(found) ?? []);
}

/** Whether nothing is left of a text but that something was removed. */
export function isRemoved(text: string): boolean {
  return PLACEHOLDERS.has(text.trim());
}

/** The text with spaces for what was removed from it before, every other character at its place. */
export function blankPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, (found) => " ".repeat(found.length));
}
