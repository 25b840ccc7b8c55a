import type { Word } from "./read-words.ts";

/** A clause taken apart: "Last week", "I", "moved to Amsterdam". */
export interface ClauseParts {
  readonly front: readonly Word[];
  readonly subject: readonly Word[];
  /** From the first adverb or verb on. */
  readonly predicate: readonly Word[];
}

const PRONOUNS = new Set(
  "i we he she they it you this that there everything everyone everybody nothing nobody people".split(
    " ",
  ),
);
const ADVERBS = new Set(["now", "never", "just", "once", "no", "longer", "currently"]);
const OWNERS = new Set(["my", "our", "his", "her", "their", "your", "the"]);
const QUANTITIES = new Set(["half", "most", "some", "all", "both", "one", "two", "three"]);
const QUESTION_WORDS = new Set([
  "what",
  "which",
  "where",
  "how",
  "who",
  "why",
  "whose",
  "any",
  "please",
  "thoughts",
]);
const AUXILIARIES = new Set([
  "do",
  "does",
  "did",
  "can",
  "could",
  "would",
  "will",
  "should",
  "is",
  "are",
  "am",
  "was",
  "have",
  "has",
  "may",
  "shall",
]);
const REQUESTS = new Set([
  "suggest",
  "recommend",
  "help",
  "give",
  "tell",
  "show",
  "let",
  "write",
  "explain",
  "find",
]);
const TIME_OPENERS = new Set(["when", "whenever", "while", "after", "before", "once", "until"]);
const LONGEST_SUBJECT = 8;

/** The index of the next word that is no adverb. */
function skipAdverbs(words: readonly Word[], index: number): number {
  let at = index;
  while (isAdverb(words[at])) at += 1;
  return at;
}

export function isAdverb(word: Word | undefined): boolean {
  return word !== undefined && (word.tags.has("Adverb") || ADVERBS.has(word.lower));
}

/** Whether a word is a verb that can carry a clause: no "swimming", no "to swim". */
export function isFiniteAt(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (!word) return false;
  // "In May I moved": the month carries no clause.
  if (AUXILIARIES.has(word.lower)) return !word.tags.has("Month");
  return word.tags.has("Verb") && !word.tags.has("Gerund") && words[index - 1]?.lower !== "to";
}

/** Whether a clause of time or condition begins: "when I was ten", "as soon as I can". */
export function opensTime(words: readonly Word[]): boolean {
  const [first, second] = words.map((word) => word.lower);
  return (
    TIME_OPENERS.has(first ?? "") ||
    (first === "as" && /^(?:soon|long|often)$/.test(second ?? "")) ||
    (first === "every" && second === "time")
  );
}

/** Whether somebody asks or asks for something from here on. */
export function startsQuestion(words: readonly Word[], index: number): boolean {
  const lower = words[index]?.lower ?? "";
  if (QUESTION_WORDS.has(lower) || REQUESTS.has(lower)) return true;
  const next = words[index + 1];
  return (
    AUXILIARIES.has(lower) &&
    next !== undefined &&
    (PRONOUNS.has(next.lower) || OWNERS.has(next.lower))
  );
}

/** The number of words of the subject that begins here, before its verb; 0 when none does. */
export function subjectLength(words: readonly Word[], index: number): number {
  const word = words[index];
  if (!word) return 0;
  if (PRONOUNS.has(word.lower)) {
    const verb = skipAdverbs(words, index + 1);
    const isVerb = isFiniteAt(words, verb) || (word.lower === "i" && verb < words.length);
    return isVerb && word.after === "" ? 1 : 0;
  }
  const isJoint = words[index + 1]?.lower === "and" && words[index + 2]?.lower === "i";
  if (isJoint && /^\p{Lu}/u.test(word.text)) return 3;
  if (
    QUANTITIES.has(word.lower) &&
    words[index + 1]?.lower === "of" &&
    OWNERS.has(words[index + 2]?.lower ?? "")
  ) {
    return nounPhraseLength(words, index);
  }
  if (!OWNERS.has(word.lower) && !word.tags.has("ProperNoun") && !word.tags.has("Person")) return 0;
  return nounPhraseLength(words, index);
}

function nounPhraseLength(words: readonly Word[], index: number): number {
  const end = Math.min(words.length, index + LONGEST_SUBJECT);
  for (let at = index + 1; at < end; at += 1) {
    const word = words[at];
    const previous = words[at - 1];
    if (!word || /[,;:.]/.test(previous?.after ?? "")) return 0;
    if (word.lower === "i" || word.lower === "we")
      return previous?.lower === "and" ? at - index + 1 : 0;
    // Behind "our" there is a noun, whatever compromise takes "frontend" for.
    const isOwned = at === index + 1 && OWNERS.has(previous?.lower ?? "");
    if (isFiniteAt(words, at) && !isOwned && previous?.lower !== "and")
      return trimAdverbs(words, index, at);
    if (word.tags.has("Preposition") && word.lower !== "of") return 0;
  }
  return 0;
}

function trimAdverbs(words: readonly Word[], index: number, end: number): number {
  let at = end;
  while (at - 1 > index && isAdverb(words[at - 1])) at -= 1;
  return at - index;
}

const NO_SUBJECT =
  /^(?:here|whatever|whoever|nothing|something|it|this|that|these|those|there|you|your|what|who|which|how|why|where|when|if|please|one|he|she|they|his|her|their)$/;

/**
 * A clause about something that is nobody's: "Drills bore me". Whether it says anything about the
 * user is for the caller to see.
 */
export function readAnySubject(words: readonly Word[]): ClauseParts | undefined {
  if (NO_SUBJECT.test(words[0]?.lower ?? "")) return undefined;
  const verb = words.findIndex(
    (word, index) =>
      index > 0 && isFiniteAt(words, index) && !/[,;:]$/.test(words[index - 1]?.after ?? ""),
  );
  if (verb < 1 || verb > LONGEST_SUBJECT) return undefined;
  if (!words.slice(0, verb).some(({ tags }) => tags.has("Noun") || tags.has("Gerund")))
    return undefined;
  if (words[0]?.tags.has("Verb") && !words[0].tags.has("Gerund")) return undefined;
  return { front: [], subject: words.slice(0, verb), predicate: words.slice(verb) };
}

/** Whether a noun phrase here belongs to a preposition or a verb: "for my store". */
function isObject(words: readonly Word[], index: number): boolean {
  const previous = words[index - 1];
  if (!previous || previous.after !== "" || PRONOUNS.has(words[index]?.lower ?? "")) return false;
  return (
    previous.tags.has("Preposition") || previous.tags.has("Verb") || previous.tags.has("Determiner")
  );
}

/** A clause in its parts; `undefined` when it has no subject. */
export function readStructure(words: readonly Word[]): ClauseParts | undefined {
  const isTimeClause = opensTime(words);
  for (let index = isTimeClause ? 2 : 0; index < words.length; index += 1) {
    const length = isObject(words, index) ? 0 : subjectLength(words, index);
    if (length > 0 && (!isTimeClause || words[index - 1]?.after.endsWith(","))) {
      return {
        front: words.slice(0, index),
        subject: words.slice(index, index + length),
        predicate: words.slice(index + length),
      };
    }
    // Behind a verb there are objects and subordinate clauses, whose subjects are not the clause's.
    if (!isTimeClause && isFiniteAt(words, index)) return undefined;
  }
  return undefined;
}
