import { foldLetters } from "../text/fold-letters.ts";

const TITLE = String.raw`(?:Dr|Mr|Mrs|Ms|Prof|St)\.? `;
const WORD = String.raw`\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’.\-](?!s\b)\p{L}[\p{L}\p{M}\p{N}]*)*`;
const LINK = String.raw`(?: (?:&|of|for|the|de|da|do|das|dos|del|della|di|du|la|le|las|los|van|von|der|den|al|el|bin))*`;

/** A name, as the source of a regular expression with the flag `u`: capitalised words, and what joins them. */
const NAME = `(?:${TITLE})?${WORD}(?:${LINK} ${WORD})*`;

const NAMES = new RegExp(String.raw`(?<![\p{L}\p{N}'’])${NAME}`, "gu");
const QUOTED = /(?<![\p{L}\p{N}])["“„«'‘]([^"”“»'’]{2,80})["”“»'’](?![\p{L}\p{N}])/gu;

/** Capitalised for their place in a sentence or the calendar, acronyms of roles, and names for the user. */
const NO_NAME = new Set(
  `i a an the this that these those he she it we they you his her its their our your my me him us
  them who what where when which why how and but or if so as at by for from in into of on with
  after before during while because although then there here not no yes both each all most some
  any few user users nutzer nutzers nutzerin usuario usuaria everybody everyone nobody somebody someone
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday januar februar marz mai juni juli
  oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag many every another
  since today yesterday tomorrow last next one two three mr mrs ms dr prof ok yes
  mondays tuesdays wednesdays thursdays fridays saturdays sundays ceo cto cfo coo vp hr`.split(
    /\s+/,
  ),
);

/** A place in a text where something is named. */
export interface Name {
  text: string;
  /** Of its first character. */
  index: number;
}

/** Where a text names somebody or something: runs of capitalised words, and what stands in quotes. */
export function findNames(text: string): Name[] {
  const quoted = Array.from(text.matchAll(QUOTED), (match) => ({
    text: match[1] ?? "",
    index: match.index + 1,
  })).filter((name) => /^\p{Lu}/u.test(name.text));
  const isInQuotes = (index: number) =>
    quoted.some((quote) => index >= quote.index && index < quote.index + quote.text.length);
  const run = Array.from(text.matchAll(NAMES), (match) => trimName(match[0], match.index));
  return [...quoted, ...run.filter((name) => !isInQuotes(name.index))]
    .filter((name) => name.text !== "" && !isNoName(name.text))
    .toSorted((a, b) => a.index - b.index);
}

/** A run without the small words that begin it only because the sentence does: "The Hagen Quartet". */
function trimName(run: string, index: number): Name {
  let start = 0;
  for (const [word] of run.matchAll(/\S+\s*/gu)) {
    if (!isNoName(word.trim())) break;
    start += word.length;
  }
  return { text: run.slice(start).replace(/[.]$/, ""), index: index + start };
}

function isNoName(word: string): boolean {
  const lower = foldLetters(word.toLowerCase().replace(/['’]s$/, ""));
  // One letter is a name only where it stands for itself: "I" and "A" do not.
  return lower.length < 2 || NO_NAME.has(lower);
}
