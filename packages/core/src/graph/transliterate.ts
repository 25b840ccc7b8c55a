/** Letters of Cyrillic and Greek as passports write them, accents already taken off. */
const LETTERS: Readonly<Record<string, string>> = {
  ...pair("абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґђјљњћџ", [
    ..."a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch".split(" "),
    ..."_ y _ e yu ya e i i g dj j lj nj c dz".split(" "),
  ]),
  ...pair("αβγδεζηθικλμνξοπρσςτυφχψω", [
    ..."a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(" "),
  ]),
  // Latin letters that decomposition leaves as they are.
  ...pair("ßøæœłđðþı", "ss o ae oe l d d th i".split(" ")),
};

function pair(letters: string, spellings: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Array.from(letters, (letter, index) => [letter, spellings[index]?.replace("_", "") ?? letter]),
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
