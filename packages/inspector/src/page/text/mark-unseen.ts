/** A piece of a text: what can be seen, or a character that cannot, by its code point. */
export type Piece = { seen: string } | { unseen: string };

// Joiners and selectors that emoji are made of, and those that words of Arabic and Indian scripts need.
const HARMLESS =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier})[\uFE0E\uFE0F]|(?<=[0-9#*])\uFE0F(?=\u20E3)|(?<=\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D(?=\p{Extended_Pictographic})|(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Telugu}])[\u200C\u200D]/u;

// Controls, formats (bidirectional ones, zero width, tags), fillers, selectors, halves of characters, odd line ends.
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Surrogate}\u2028\u2029]/u;

const EITHER = new RegExp(`(?<harmless>${HARMLESS.source})|(?<unseen>${UNSEEN.source})`, "gu");

/** The text in pieces, so that what hides in it can be shown: characters nobody sees steer models, and eyes. */
export function markUnseen(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(EITHER)) {
    const unseen = match.groups?.["unseen"];
    if (unseen === undefined) continue;
    if (match.index > end) pieces.push({ seen: text.slice(end, match.index) });
    pieces.push({ unseen: nameCodePoint(unseen) });
    end = match.index + unseen.length;
  }
  if (end < text.length) pieces.push({ seen: text.slice(end) });
  return pieces;
}

/** The text for where no markup can stand: a label, a title. */
export function spellUnseen(text: string): string {
  return markUnseen(text)
    .map((piece) => ("seen" in piece ? piece.seen : `⟨${piece.unseen}⟩`))
    .join("");
}

function nameCodePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
