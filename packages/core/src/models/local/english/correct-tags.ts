import type { Word } from "./read-words.ts";

/** Words with the slips of compromise 14.17 mended, as far as their neighbours show them. */
export function correctTags(words: readonly Word[]): Word[] {
  const corrected: Word[] = [];
  for (const [index, word] of words.entries()) {
    corrected.push(correct(word, corrected, words[index + 1]));
  }
  return findLostVerbs(corrected);
}

const MOTION =
  /^(?:go|get|come|drive|walk|cycle|bike|commute|run|travel|ride|went|got|came|drove)$/;
const VERB = new Set(["Verb", "PresentTense", "Infinitive"]);

function correct(word: Word, before: readonly Word[], next: Word | undefined): Word {
  const previous = before.at(-1);
  // "Live in" behind a conjunction is no adjective, "drive to work" has no infinitive.
  if (word.lower === "live" && next?.tags.has("Preposition")) {
    return { ...word, root: "live", tags: VERB };
  }
  if (word.lower === "getting") {
    return { ...word, root: "get", tags: new Set(["Verb", "PresentTense", "Gerund"]) };
  }
  if (word.lower === "still") return { ...word, tags: new Set(["Adverb"]) };
  if (!next?.tags.has("Infinitive") && isVerbBehindPronoun(word, before))
    return { ...word, root: word.lower, tags: VERB };
  // Capitals inside of a sentence are names; compromise knows only some of them.
  const isCapital =
    previous !== undefined && /^\p{Lu}\p{Ll}/u.test(word.text) && !/[.!?:]$/.test(previous.after);
  if (isCapital && !word.tags.has("ProperNoun")) {
    return { ...word, tags: new Set([...word.tags, "ProperNoun"]) };
  }
  const isPlace =
    word.lower === "work" && previous?.lower === "to" && MOTION.test(before.at(-2)?.lower ?? "");
  return isPlace ? { ...word, tags: new Set(["Noun", "Singular"]) } : word;
}

const NO_VERB = [
  "Verb",
  "Conjunction",
  "Preposition",
  "Determiner",
  "Pronoun",
  "Adverb",
  "Negative",
  "Date",
  "Value",
  "ProperNoun",
  "QuestionWord",
  "Expression",
];

/** "I still vape", "we host": behind the pronoun there must be a verb. */
function isVerbBehindPronoun({ lower, tags }: Word, before: readonly Word[]): boolean {
  if (NO_VERB.some((tag) => tags.has(tag)) || !/^[a-z]{3,}$/.test(lower)) return false;
  const subject = before.findLast(({ tags: own }) => !own.has("Adverb"));
  return (
    subject !== undefined &&
    /^(?:i|we)$/.test(subject.lower) &&
    before.slice(before.indexOf(subject)).every(({ after }) => after === "")
  );
}

/** "Our year starts in April": a clause without a verb whose "starts" was taken for a noun. */
function findLostVerbs(words: readonly Word[]): Word[] {
  const corrected = [...words];
  let start = 0;
  let isReason = false;
  for (const [index, word] of words.entries()) {
    const ends = index === words.length - 1 || /[,;:.!?]/.test(word.after);
    const joins = /^(?:and|but|so|because|when|if|while)$/.test(words[index + 1]?.lower ?? "");
    if (!ends && !joins) continue;
    const clause = words.slice(start, index + 1);
    const hasVerb = clause.some(({ tags }) => tags.has("Verb"));
    const lost = hasVerb ? -1 : lostVerb(clause, isReason);
    const found = clause[lost];
    if (found) {
      corrected[start + lost] = {
        ...found,
        tags: new Set(["Verb", "PresentTense"]),
      };
    }
    isReason = /^(?:so|because)$/.test(words[index + 1]?.lower ?? "");
    start = joins ? index + 2 : index + 1;
  }
  return corrected;
}

const OBJECTS = ["Preposition", "Determiner", "Possessive", "Pronoun", "Value", "Adverb", "Date"];

function lostVerb(clause: readonly Word[], isReason: boolean): number {
  const isOwned = /^(?:my|our)$/.test(clause[0]?.lower ?? "");
  return clause.findIndex(({ tags, lower }, index) => {
    const previous = clause[index - 1];
    const next = clause[index + 1];
    if (!previous || !tags.has("Plural") || tags.has("ProperNoun") || lower.endsWith("ss"))
      return false;
    const hasSubject =
      index > (isOwned ? 1 : 0) &&
      (previous.tags.has("Noun") || previous.tags.has("RomanNumeral")) &&
      !previous.tags.has("Plural");
    return (
      hasSubject &&
      (next
        ? OBJECTS.some((tag) => next.tags.has(tag)) || /^(?:like|to)$/.test(next.lower)
        : isOwned || isReason)
    );
  });
}
