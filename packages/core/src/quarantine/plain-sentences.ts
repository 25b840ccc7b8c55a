import { foldLetters } from "../text/fold-letters.ts";
import { straightenApostrophes } from "../text/straighten-apostrophes.ts";

/** Letters of other scripts that look like a Latin one, in words that mix the two. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
  і: "i",
  ѕ: "s",
  ј: "j",
  ԁ: "d",
  к: "k",
  м: "m",
  т: "t",
  в: "b",
  н: "h",
  һ: "h",
  ԛ: "q",
  ԝ: "w",
  ӏ: "l",
  α: "a",
  ε: "e",
  ι: "i",
  ο: "o",
  ρ: "p",
  ν: "v",
  κ: "k",
  τ: "t",
  υ: "u",
  η: "n",
};

/** The sentences of a text in lower case and without accents, and without what decorates or hides words. */
export function plainSentences(text: string): string[] {
  const visible = straightenApostrophes(text.normalize("NFKC"))
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/["“”„«»]/g, "")
    .toLowerCase();
  // "i g n o r e  a l l": letters with one space between them are one word.
  const joined = visible.replace(/(?<=(?<!\p{L})\p{L}) (?=\p{L}(?!\p{L}))/gu, "");
  return foldLetters(joined.replace(/[\p{L}\p{M}]+/gu, toLatin))
    .split(/[.!?;:]+(?=\s|$)|[\n[\]{}<>]+/u)
    .map((sentence) => sentence.replace(/[*`#~|\s]+/gu, " ").trim())
    .map((sentence) => sentence.replace(/^[-–—>•,\d.)(\s]+/u, ""))
    .filter((sentence) => sentence !== "");
}

function toLatin(word: string): string {
  if (!/\p{Script=Latin}/u.test(word) || /^\p{Script=Latin}+$/u.test(word)) return word;
  return word.replace(/[^\p{Script=Latin}]/gu, (letter) => LOOKALIKES[letter] ?? letter);
}
