import { createHash } from "node:crypto";

/** A digest that texts share when they differ in case, white space, what nobody sees or a closing full stop only. */
export function hashText(text: string): string {
  const normalised = normalizeForComparison(text).replace(CLOSING_STOPS, "");
  return createHash("sha256").update(normalised).digest("hex").slice(0, 32);
}

// Begun at the first stop of a run only: from each of them, 100,000 stops inside of a text take half a
// minute (Node 24.19).
const CLOSING_STOPS = /(?<![.!。])[.!。]+$/;

/**
 * A text without what does not change what it says: case, kinds of space and of apostrophes, and what
 * nobody sees. What a prompt showed compares equal to what was said, as `neutralizeText` promises.
 */
export function normalizeForComparison(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSEEN, "")
    .normalize("NFKC")
    .replaceAll("’", "'")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** Joiners too: models leave out those that the script needs. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
