import { spellUnseen } from "../../mark-unseen.ts";

/**
 * A text of the store on one line of a terminal: no control or escape character is left that could
 * move the cursor, set the title or pretend to be another line; each is named where it stood.
 */
export function spellLine(text: string): string {
  return spellUnseen(text.trim().replace(/[\n\t]+/g, " "));
}

/**
 * JSON that a terminal shows as it is, of the same value. `JSON.stringify` escapes the controls below
 * U+0020 only: U+009B begins an escape sequence, too, and marks of direction turn text around.
 */
export function escapeJson(json: string): string {
  return json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
