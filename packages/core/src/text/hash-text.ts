import { createHash } from "node:crypto";

/** A digest that texts share when they differ in case, white space or a closing full stop only. */
export function hashText(text: string): string {
  const normalised = normalizeForComparison(text).replace(/[.!。]+$/, "");
  return createHash("sha256").update(normalised).digest("hex").slice(0, 32);
}

/** A text without what does not change what it says: case, kinds of space and of apostrophes. */
export function normalizeForComparison(text: string): string {
  return text.normalize("NFKC").replaceAll("’", "'").replace(/\s+/g, " ").trim().toLowerCase();
}
