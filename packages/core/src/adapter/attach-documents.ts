import type { MessagePart } from "../record.ts";

/**
 * Characters of the documents of one message that are kept: a fifth of what one exchange may hold by
 * default (`limits.exchange`), so that a long file does not cost what was said with it.
 */
const MOST_CHARACTERS = 100_000;

/**
 * The content of a message: what somebody says, and the texts of the files that came with it, which are
 * nobody's words in the conversation; `""` when nothing but white space is in them. Of the files all that
 * stands behind 100,000 characters, counted together, is left out.
 */
export function attachDocuments(
  said: string,
  documents: readonly string[],
): string | readonly MessagePart[] {
  let left = MOST_CHARACTERS;
  const parts = documents.flatMap((document) => {
    const text = document.slice(0, left).toWellFormed();
    left -= text.length;
    return text.trim() === "" ? [] : [{ type: "document", text }];
  });
  if (parts.length > 0) return [{ type: "text", text: said }, ...parts];
  return said.trim() === "" ? "" : said;
}
