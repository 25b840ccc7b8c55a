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

/** A kind of secret, removed unless `redact` is `false`. */
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];
/** A kind of personal data, removed when `redact.pii` names it: `email`, `phone`, `iban`, `address`. */
export type PiiKind = (typeof PII_KINDS)[number];
/** A kind of passage that is counted where it was removed. */
export type RedactedKind = CredentialKind | PiiKind;

/** A passage that has to go: from `start` up to, and without, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: RedactedKind;
}

/** The passages of one or more kinds in a text, in no order; they may overlap. */
export type Detector = (text: string) => Iterable<Span>;
