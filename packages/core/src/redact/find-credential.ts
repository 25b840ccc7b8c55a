import { CREDENTIAL_KINDS, type CredentialKind, type RedactedKind } from "./kinds.ts";
import { removedKinds } from "./placeholders.ts";
import { findSensitive } from "./redact-text.ts";

/** The kind of a credential that a text holds, or that was removed from it; `undefined` when none. */
export function findCredential(text: string): CredentialKind | undefined {
  const found = findSensitive(text).map(({ kind }) => kind);
  return [...removedKinds(text), ...found].find(isCredential);
}

function isCredential(kind: RedactedKind): kind is CredentialKind {
  return CREDENTIAL_KINDS.some((known) => known === kind);
}
