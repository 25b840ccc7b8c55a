import { CREDENTIAL_KINDS, type CredentialKind, type RedactedKind, removedKinds } from "./kinds.ts";
import { findSensitive } from "./redact-text.ts";

/** The kind of a credential that a text holds, or that was removed from it; `undefined` when none. */
export function findCredential(text: string): CredentialKind | undefined {
  return (
    removedKinds(text).find(isCredential) ?? findSensitive(text).map(toKind).find(isCredential)
  );
}

function isCredential(kind: RedactedKind): kind is CredentialKind {
  return CREDENTIAL_KINDS.some((known) => known === kind);
}
function toKind({ kind }: { kind: RedactedKind }): RedactedKind {
  return kind;
}
