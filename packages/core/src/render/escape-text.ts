/**
 * Somebody's words as one line of a block: white space and control characters are single spaces,
 * and angle brackets and ampersands are entities. Nothing is left in it that reorders the line, as
 * marks of writing direction do, or that only a model sees, as Unicode's tags do.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[\p{Bidi_Control}\u{E0000}-\u{E007F}]/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** The words that `escapeText` was given, on one line. */
export function unescapeText(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
