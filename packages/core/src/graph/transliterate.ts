/** Letters of Cyrillic and Greek as passports write them, accents already taken off. */
const LETTERS: Readonly<Record<string, string>> = {
  ...spell(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґђјљњћџ",
    "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya e i i g dj j lj nj c dz",
  ),
  ...spell("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o"),
  // Latin letters that decomposition leaves as they are.
  ...spell("ßøæœłđðþı", "ss o ae oe l d d th i"),
};

function spell(letters: string, spellings: string): Record<string, string> {
  const list = spellings.split(" ");
  return Object.fromEntries(
    Array.from(letters, (letter, index) => [letter, list[index]?.replace("_", "") ?? letter]),
  );
}

const DIACRITICS = /\p{M}/gu;
const FOREIGN = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/**
 * A text in lower-case Latin letters without accents, where its letters are Latin, Cyrillic or
 * Greek; other scripts stay as they are. One spelling of several that are in use: `toSoundKey`
 * brings those together.
 */
export function transliterate(text: string): string {
  return text
    .normalize("NFKD")
    .replace(DIACRITICS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(FOREIGN, (letter) => LETTERS[letter] ?? letter);
}
