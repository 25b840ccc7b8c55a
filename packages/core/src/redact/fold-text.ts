/** A text as it is searched, and the way from its places back to those of the text. */
export interface FoldedText {
  readonly folded: string;
  /** The place in the text of a place in `folded`, the one behind its last character too. */
  readonly toSource: (place: number) => number;
}

/** Characters that are not seen, full-width forms, and letters and digits of formulas. */
const UNUSUAL = /[\p{Default_Ignorable_Code_Point}\u{FF01}-\u{FF5E}\u{1D400}-\u{1D7FF}]/u;

/**
 * The text as a reader takes it: without what cannot be seen, and with plain letters and digits for
 * those of other shapes, so that a zero-width space in a key hides nothing.
 */
export function foldText(text: string): FoldedText {
  if (!UNUSUAL.test(text)) return { folded: text, toSource: (place) => place };
  const places: number[] = [];
  let folded = "";
  let place = 0;
  for (const char of text) {
    const plain = UNUSUAL.test(char) ? unfold(char) : char;
    for (let unit = 0; unit < plain.length; unit++)
      places.push(plain === char ? place + unit : place);
    folded += plain;
    place += char.length;
  }
  places.push(place);
  return { folded, toSource: (index) => places[index] ?? place };
}

function unfold(char: string): string {
  return /\p{Default_Ignorable_Code_Point}/u.test(char) ? "" : char.normalize("NFKC");
}
