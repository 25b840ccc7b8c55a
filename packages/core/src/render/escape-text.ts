import { neutralizeLine } from "../trust/neutralize-text.ts";

/**
 * Somebody's words as one line of a block, with nothing in them that is hidden or that has the form of
 * structure. Angle brackets and ampersands are entities, so that they can be read back.
 */
export function escapeText(text: string): string {
  return neutralizeLine(
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  );
}

/** The words that `escapeText` was given, as far as it shows them, on one line. */
export function unescapeText(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
