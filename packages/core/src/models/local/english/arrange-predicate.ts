import type { ClauseParts } from "./read-structure.ts";
import { joinWords, type Word } from "./read-words.ts";

/**
 * The words of a predicate with what stood before the subject in its place behind the verb: "Last
 * week I moved", "Coffee I have given up", "Welsh, I grew up with it".
 */
export function arrangePredicate({ front, predicate }: ClauseParts): Word[] {
  const said = withoutStop(predicate);
  const adverbial = readAdverbial(front);
  const object = adverbial.length > 0 ? [] : readObject(front);
  if (object.length === 0) return [...said, ...adverbial];
  const pronoun = said.findIndex(({ lower }) => /^(?:it|them)$/.test(lower));
  if (pronoun !== -1) return [...said.slice(0, pronoun), ...object, ...said.slice(pronoun + 1)];
  if (front.at(-1)?.after !== "") return said;
  const verb = mainVerbEnd(said);
  return [...said.slice(0, verb + 1), ...object, ...said.slice(verb + 1)];
}

/** The words without the punctuation behind the last. */
function withoutStop(words: readonly Word[]): Word[] {
  return words.map((word, index) => (index === words.length - 1 ? { ...word, after: "" } : word));
}

const NO_OBJECT = ["Preposition", "Conjunction", "Date", "QuestionWord", "Expression", "Verb"];

/** The object of the clause, when that is what stands before the subject. */
function readObject(front: readonly Word[]): Word[] {
  const words = front.filter(({ lower }) => !/^(?:no|and|but|though|oh)$/.test(lower));
  const [first] = words;
  const last = words.at(-1);
  if (
    !first ||
    !last ||
    words.length > 2 ||
    /^(?:an?|the|this|that|my|our|just|only)$/.test(first.lower)
  )
    return [];
  const isNoun = last.tags.has("Noun") && !last.tags.has("Date") && !last.tags.has("Pronoun");
  if (!isNoun || NO_OBJECT.some((tag) => first.tags.has(tag))) return [];
  return withoutStop([asInner(first), ...words.slice(1)]);
}

/** Where the verb ends, its particle included: "had", "have cut down". */
function mainVerbEnd(words: readonly Word[]): number {
  let index = words.findIndex(({ tags }) => tags.has("Verb"));
  while (
    (isVerb(words[index + 1]) && !words[index + 1]?.tags.has("Particle")) ||
    (words[index + 1]?.tags.has("Adverb") && isVerb(words[index + 2]))
  )
    index += 1;
  while (isParticle(words[index + 1])) index += 1;
  return index;
}

function isVerb(word: Word | undefined): boolean {
  return word?.tags.has("Verb") ?? false;
}

function isParticle(word: Word | undefined): boolean {
  return word !== undefined && /^(?:down|up|off|out|back|away)$/.test(word.lower);
}

/** Whether what stands before the subject is a thing that the clause only tells about. */
export function isRelative({ front }: ClauseParts): boolean {
  const last = front.at(-1);
  if (!last || last.after !== "" || readAdverbial(front).length > 0) return false;
  return last.tags.has("Noun") && !last.tags.has("Date") && readObject(front).length === 0;
}

const ADVERBIAL =
  /^(?:in|on|at|for|during|since|after|before|every|last|next|this|when|whenever|while|with|until|by|from|over|as|two|three|four|five|six|\d+|an?|yesterday|today|tomorrow|tonight|once)\b(?! (?:me|you|my opinion|general|fact|addition|case|another note|a \w+ note|the other hand|top of|the meantime|that|least|the same|usual|soon|sure|now|example|instance|time)\b)/i;

/** "Last week", "For breakfast": when, where and what for. */
function readAdverbial(front: readonly Word[]): readonly Word[] {
  const [first, ...rest] = front;
  if (/^(?:and|but|so)$/.test(front.at(-1)?.lower ?? "")) return [];
  return first && ADVERBIAL.test(joinWords(front)) ? [asInner(first), ...rest] : [];
}

function asInner(word: Word): Word {
  return { ...word, before: "", text: word.tags.has("ProperNoun") ? word.text : word.lower };
}
