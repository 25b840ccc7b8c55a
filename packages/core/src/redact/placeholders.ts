import { CREDENTIAL_KINDS, PII_KINDS, type RedactedKind } from "./kinds.ts";

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

/** A space that stands in no text that was folded: only where something was removed. */
export const BLANK = "\u2003";

/** The text with blanks for what was removed from it before, every other character at its place. */
export function blankPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, (found) => BLANK.repeat(found.length));
}
