import { isAdverb, isFiniteAt } from "./read-structure.ts";
import type { Word } from "./read-words.ts";

const IRREGULAR: Readonly<Record<string, string>> = {
  am: "is",
  are: "is",
  were: "was",
  have: "has",
  do: "does",
};

// Their past looks like their present; behind "I" the past is meant far more often.
const PAST_ALREADY = new Set(["quit", "got", "used"]);
const UNCHANGED = new Set([
  "can",
  "could",
  "will",
  "would",
  "should",
  "might",
  "may",
  "must",
  "did",
  "had",
  "was",
  "has",
  "is",
  "does",
]);

/** The form that goes with "User": "volunteer" as "volunteers", "am" as "is". */
export function toThirdPersonVerb(verb: string): string {
  const lower = verb.toLowerCase();
  const irregular = IRREGULAR[lower];
  if (irregular) return irregular;
  if (UNCHANGED.has(lower) || PAST_ALREADY.has(lower)) return lower;
  if (/(?:s|x|z|ch|sh|o)$/.test(lower)) return `${verb}es`;
  if (/[^aeiou]y$/.test(lower)) return `${verb.slice(0, -1)}ies`;
  return `${verb}s`;
}

/** Whose words stand for the first person behind the verb. */
const PRONOUNS = {
  user: {
    i: "they",
    me: "them",
    my: "their",
    mine: "theirs",
    myself: "themselves",
    we: "they",
    us: "them",
    our: "their",
    ours: "theirs",
    ourselves: "themselves",
  },
  other: {
    i: "the user",
    me: "the user",
    my: "the user's",
    mine: "the user's",
    myself: "the user",
    we: "the user",
    us: "the user",
    our: "the user's",
    ours: "the user's",
    ourselves: "the user",
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/**
 * A predicate said in the first person, in the third.
 *
 * `inflect` is off where the verb agrees already: behind "my sister", or behind several people.
 */
export function toThirdPerson(
  words: readonly Word[],
  options: { readonly subject: keyof typeof PRONOUNS; readonly inflect: boolean },
): string {
  const pronouns: Readonly<Record<string, string>> = PRONOUNS[options.subject];
  let expectsVerb = options.inflect;
  let bare = false;
  const spoken = words.map((word, index) => {
    const { before, after } = word;
    let { text } = word;
    const previous = words[index - 1]?.lower ?? "";
    // "US" is a country.
    const isShouted = word.text.length > 1 && word.text === word.text.toUpperCase();
    const pronoun = isShouted ? undefined : pronouns[word.lower];
    if (WEEKDAY.test(word.lower)) text = text.charAt(0).toUpperCase() + text.slice(1);
    else if (word.lower === "us" && previous === "of") text = "them";
    else if (pronoun) text = pronoun;
    else if (/^(?:i|we)$/.test(previous)) text = besidePronoun(word, options.subject);
    else if (expectsVerb && !isAdverb(word) && word.lower !== "not" && !isCompound(words, index)) {
      text = SAME_IN_PAST.test(word.lower) && isLongGone(words) ? text : agree(word);
      bare = isFollowedByBareVerb(word);
      expectsVerb = false;
    } else if (
      options.inflect &&
      !bare &&
      /^(?:and|but)$/.test(previous) &&
      continues(words, index)
    ) {
      text = agree(word);
    }
    return `${before}${text}${after}`;
  });
  return spoken
    .join(" ")
    .replace(/[\s,;:.!?–—-]+$/, "")
    .replace(/\bcan not\b/g, "cannot");
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/;
const SAME_IN_PAST = /^(?:read|put|cut|let|set|hit|hurt|cost|shut|split|spread|beat|bet)$/;

/** Whether a clause says itself that it is over. */
function isLongGone(words: readonly Word[]): boolean {
  return words.some(({ lower }) =>
    /^(?:recently|last|ago|yesterday|once|finally|just)$/.test(lower),
  );
}

/** "Batch" in "batch cook": the noun before its verb. */
function isCompound(words: readonly Word[], index: number): boolean {
  const [noun, verb] = words.slice(index);
  return !noun?.tags.has("Verb") && (verb?.tags.has("Infinitive") ?? false);
}

function agree(word: Word): string {
  const isPast = word.tags.has("PastTense") && !word.tags.has("PresentTense");
  return isPast || word.tags.has("Modal") ? word.text : toThirdPersonVerb(word.text);
}

/** Whether "and" goes on with a verb in the present: "get up at six and go". */
function continues(words: readonly Word[], index: number): boolean {
  const word = words[index];
  return (
    isFiniteAt(words, index) &&
    (word?.tags.has("Infinitive") ?? false) &&
    words[index + 1] !== undefined
  );
}

function isFollowedByBareVerb(word: Word): boolean {
  return (
    word.tags.has("Modal") ||
    /^(?:do|want|need|like|love|plan|try|hope|have|used)$/.test(word.lower)
  );
}

function besidePronoun(word: Word, subject: keyof typeof PRONOUNS): string {
  if (word.lower === "am") return subject === "user" ? "are" : "is";
  if (word.lower === "was" && subject === "user") return "were";
  if (subject === "other" && IRREGULAR[word.lower]) return toThirdPersonVerb(word.lower);
  if (subject === "other" && word.tags.has("Infinitive")) return toThirdPersonVerb(word.text);
  return word.text;
}
