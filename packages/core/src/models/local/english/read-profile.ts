import { KIN } from "./kin.ts";
import { alternatives } from "../../../text/alternatives.ts";
import { isJob } from "./professions.ts";
import { isFiniteAt } from "./read-structure.ts";
import { readWords } from "./read-words.ts";

const COUNTED = new RegExp(
  String.raw`^(?:an?|no|one|two|three|four|five|\d) (?:[\w-]+ ){0,2}(?:${alternatives(Object.values(KIN).flat())})$`,
  "i",
);

const ENTRIES: readonly (readonly [entry: RegExp, says: string])[] = [
  [/^(?:age )?(\d{2})(?: ?(?:m|f|male|female|years old|yo|y\/o))?$/i, "I am $1 years old"],
  [/^(?:m|f|male|female) ?(\d{2})$/i, "I am $1 years old"],
  [/^(\d'\d{1,2}"?|\d[.,]\d{1,2} ?m|1\d{2} ?cm)$/i, "I am $1 tall"],
  [/^(\d{2,3} ?(?:kg|kilos?|lbs?|pounds|stone))$/i, "I weigh $1"],
  [
    /^((?:happily )?(?:married|single|divorced|engaged|widowed|retired|unemployed|self[- ]employed))$/i,
    "I am $1",
  ],
  [/^((?:strict )?(?:vegan|vegetarian|pescatarian|coeliac|celiac))$/i, "I am $1"],
];

/** The entries of a profile as sentences: "34, two kids, Leeds" as "I am 34 years old", "I have two kids", "I live in Leeds". */
export function readProfile(sentence: string): string | undefined {
  const entries = sentence.replace(/[.!]+$/, "").split(/, (?:and )?| and /);
  const [first = ""] = entries;
  if (entries.length < 2 || !/^(?:age )?\d{2}(?: ?[mf])?\b|^[mf] ?\d{2}$/i.test(first))
    return undefined;
  if (entries.every((entry) => /^\d+$/.test(entry))) return undefined;
  const said = entries.map(sayEntry);
  return said[0] === undefined ? undefined : said.flatMap((entry) => entry ?? []).join(", ");
}

function sayEntry(entry: string): string | undefined {
  const plain = entry.trim();
  const known = ENTRIES.find(([pattern]) => pattern.test(plain));
  if (known) return plain.replace(known[0], known[1]);
  if (COUNTED.test(plain)) return `I have ${plain}`;
  const words = readWords(plain);
  if (
    /^(?:I|my|we|our)$/i.test(words[0]?.text ?? "") ||
    words.some((_, index) => isFiniteAt(words, index))
  )
    return plain;
  if (isJob(plain)) return `I am a ${plain}`;
  return words.every(({ tags }) => tags.has("Place")) ? `I live in ${plain}` : undefined;
}
