import type { Others } from "../extract/reader.ts";
import { describeOther, describeRelative } from "./people.ts";
import type { ClauseParts } from "./read-structure.ts";
import { isNationality } from "./origins.ts";
import { joinWords, type Word } from "./read-words.ts";

/** Who a clause is about, in the third person. */
export interface Subject {
  readonly text: string;
  readonly isUser: boolean;
  /** Whether clauses about it are worth more than what the patterns know. */
  readonly isKnown: boolean;
}

const USER: Subject = { text: "User", isUser: true, isKnown: true };
const NOBODY =
  /^(?:it|this|that|these|those|there|you|he|she|they|everyone|everybody|people|someone)$|^(?:his|her|their|its|your)\b/i;

/** Who a clause is about; `undefined` when that is neither the user nor anybody of theirs. */
export function readSubject(parts: ClauseParts, others: Others): Subject | undefined {
  const phrase = joinWords(parts.subject);
  if (/^(?:I|we)$/i.test(phrase)) return USER;
  const joint = /^(.+) and I$/i.exec(phrase)?.[1];
  if (joint) return { ...USER, text: `User and ${joint.replace(/^my\b/i, "their")}` };
  if (/^(?:my|our)\b/i.test(phrase)) {
    const other = describeOther(phrase);
    if (other.pronouns.length > 0) others.push(other);
    return { text: other.subject, isUser: false, isKnown: true };
  }
  const share = /^(\w+ of) (?:my|our) (.+)$/i.exec(phrase);
  if (share) {
    return {
      text: `${sentenceCase(share[1] ?? "")} the user's ${share[2]}`,
      isUser: false,
      isKnown: true,
    };
  }
  const relative = findRelative(phrase, others);
  if (relative !== undefined) return { text: relative, isUser: false, isKnown: true };
  const theirs = findPossessed(phrase, others);
  if (theirs !== undefined) return { text: theirs, isUser: false, isKnown: true };
  const meant = findMeant(phrase, others);
  // "It" is anything at all, save where it is on a day.
  if (/^it$/i.test(phrase) && !IS_DATED.test(joinWords(parts.predicate))) return undefined;
  if (meant !== undefined) return { text: meant, isUser: false, isKnown: true };
  return NOBODY.test(phrase) ? undefined : readStranger(phrase, parts, others);
}

const IS_DATED =
  /^(?:is|was|has been|takes place|starts|will be) (?:now |actually |on |at |in )*(?:the )?(?:\d+(?:st|nd|rd|th)?|next|this|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|moved to|postponed to)\b/i;

const POSSESSOR: Readonly<Record<string, string>> = { his: "he", her: "she", their: "they" };

/** "His wife Yuki" as the wife of the last man who was spoken of. */
function findRelative(phrase: string, others: Others): string | undefined {
  const pronoun = POSSESSOR[/^(his|her|their) (?!name$)/i.exec(phrase)?.[1]?.toLowerCase() ?? ""];
  const owner = pronoun && others.findLast(({ pronouns }) => pronouns.includes(pronoun));
  const relative = owner && describeRelative(phrase, owner);
  if (!relative) return undefined;
  others.push(relative);
  return relative.subject;
}

/** "Matteo's mum", where Matteo was spoken of. */
function findPossessed(phrase: string, others: Others): string | undefined {
  const owner = /^(\p{Lu}[\p{L}-]+)'s (?=\p{Ll})/u.exec(phrase)?.[1];
  if (!owner || !others.some(({ subject }) => subject.startsWith(`${owner},`))) return undefined;
  const relative = describeRelative(phrase.replace(`${owner}'s`, "their"), {
    subject: owner,
    pronouns: [],
  });
  if (relative) others.push(relative);
  return relative?.subject;
}

/** Whom "she", "her name" or "Anna" means among those who were spoken of. */
function findMeant(phrase: string, others: Others): string | undefined {
  const lower = phrase.toLowerCase();
  const owner = /^(his|her|their|its) name$/.exec(lower)?.[1];
  if (owner) {
    const pronoun = { his: "he", her: "she", their: "they", its: "it" }[owner] ?? "";
    const named = others.findLast(({ pronouns }) => pronouns.includes(pronoun));
    return named && `${named.subject}'s name`;
  }
  return others.findLast(
    ({ subject, pronouns }) => pronouns.includes(lower) || subject.startsWith(`${phrase},`),
  )?.subject;
}

/** Somebody with a name who was not introduced, or something that does something to the user. */
function readStranger(
  phrase: string,
  { subject, predicate }: ClauseParts,
  others: Others,
): Subject | undefined {
  const isPerson = subject.every(({ tags }) => tags.has("FirstName"));
  const isNamed = subject.length === 1 && subject.every(isPersonal);
  const isOfSomebody = isNamed || (subject[0]?.tags.has("FirstName") ?? false);
  const touchesUser = touchesFirstPerson(predicate) && !isContextual(subject);
  const isScheduled = predicate.some(({ lower }) =>
    /^(?:mon|tues|wednes|thurs|fri|satur|sun)days$/.test(lower),
  );
  if (!isPerson && !isOfSomebody && !touchesUser) return undefined;
  const isName =
    isPerson || (isNamed && (touchesUser || subject.some(({ tags }) => tags.has("ProperNoun"))));
  if (isName) others.push({ subject: phrase, pronouns: ["she", "he"] });
  return {
    text: sentenceCase(phrase).replace(/\b(?:my|our)\b/gi, "the user's"),
    isUser: false,
    isKnown: isPerson || touchesUser || (isOfSomebody && isScheduled),
  };
}

function sentenceCase(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** "The owl", "the American order": what only the talk shows, where "the Garmin" has a name. */
function isContextual([first, ...rest]: readonly Word[]): boolean {
  const isNamed = rest.some(({ tags }) => tags.has("ProperNoun") && !tags.has("Demonym"));
  return /^(?:the|this|that|these|those)$/.test(first?.lower ?? "") && !isNamed;
}

// "Dancing keeps me going" is a mood, "drills bore me" is a trait.
const MOODS =
  /^(?:make|keep|help|give|bring|allow|let|inspire|motivate|remind|teach|show|tell|remember|touch|influence|have|support|encourage|enable|push|drive|get)$/;

/** Whether a predicate tells what something does to the user: "bore me", "is our limit". */
export function touchesFirstPerson(predicate: readonly Word[]): boolean {
  const [verb] = predicate;
  const isMood = predicate.slice(0, 3).some(({ root }) => MOODS.test(root));
  const object = predicate.findIndex(
    ({ lower }, index) => index > 0 && /^(?:me|my|mine)$/.test(lower),
  );
  const isOurs = /^(?:is|are)$/.test(verb?.lower ?? "") && predicate[1]?.lower === "our";
  const isIdiom = /\b(?:up the wall|crazy|mad|nuts)\b/.test(joinWords(predicate));
  return isOurs || (object !== -1 && (!isMood || isIdiom || predicate[object]?.lower === "my"));
}

const NO_PERSON = ["Place", "Organization", "Demonym", "Date", "Acronym"];

/** Whether a capitalized word may be the name of somebody. */
export function isPersonal({ text, tags }: Word): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(text) && !NO_PERSON.some((tag) => tags.has(tag));
}

const NO_NAME =
  /^(?:muslim|christian|catholic|jewish|hindu|buddhist|aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces|ok|okay|sorry|gay|fine)$/i;

/** The name in "I am Max" or "This is Max from Accounting". */
export function readOwnName({ subject, predicate }: ClauseParts): string | undefined {
  const who = subject.at(-1)?.lower ?? "";
  const [verb, ...rest] = predicate;
  if (!/^(?:i|this)$/.test(who) || !/^(?:am|is)$/.test(verb?.lower ?? "")) return undefined;
  const end = rest.findIndex(({ lower }) => /^(?:from|here|and|but|a|the)$/.test(lower));
  const name = end === -1 ? rest : rest.slice(0, end);
  if (name.length === 0 || name.length > 3 || !name.every(isNameWord)) return undefined;
  return name.map(({ text }) => text.charAt(0).toUpperCase() + text.slice(1)).join(" ");
}

function isNameWord(word: Word): boolean {
  const { text, tags } = word;
  if (NO_NAME.test(text) || isNationality(text)) return false;
  if (tags.has("FirstName")) return true;
  return isPersonal(word) && (tags.has("ProperNoun") || tags.has("Person"));
}
