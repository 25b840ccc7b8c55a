import type { Statement } from "../claims/claim.ts";
import { dropFillers } from "./affirm.ts";
import {
  CARERS,
  CHAT_GOALS,
  CIVIL,
  ERRANDS,
  HABITS,
  LIFE_EVENTS,
  MILESTONE,
  MIND,
  MOMENTARY,
  PASSING,
  PLATITUDE,
  RELATIONS,
  SEARCH,
  SKILLS,
  TASK,
  TRAITS,
} from "./gate-words.ts";
import { kinKind } from "./kin.ts";
import type { Subject } from "./read-subject.ts";
import { readVerb, type VerbPhrase } from "./read-verb.ts";
import { joinWords, type Word } from "./read-words.ts";

/** What the gate goes by. */
export interface KeepInput {
  /** The predicate as it was said. */
  readonly words: readonly Word[];
  readonly subject: Subject;
  readonly isDated: boolean;
}

/** Whether a clause that no pattern knows is worth remembering: it lasts, or it is notable. */
export function isWorthKeeping({ words, subject, isDated }: KeepInput): boolean {
  const verb = readVerb(words);
  if (!verb || verb.form === "hypothetical" || isBehaviour(words)) return false;
  const text = dropFillers(verb.rest.map((word) => word.text).join(" "));
  if (speaksOfChat(text) || (isUnresolved(text) && !/^(?:eat|drink)$/.test(verb.lemma)))
    return false;
  const content = verb.rest.filter(isContent);
  if (!subject.isUser) return keepsOther(subject, verb, text, content, isDated);
  const isNotable = isDated || content.some(isEntity);
  switch (verb.form) {
    case "copula":
      return keepsCopula(verb, text, isDated);
    case "present":
      return keepsPresent(verb, content);
    case "turn":
    case "progressive":
      if (MOMENTARY.has(verb.lemma) && !words.some(({ lower }) => lower === "been")) return false;
      if (/\bright now\b/.test(joinWords(words))) return false;
      if (verb.lemma === "look") return SEARCH.test(text);
      if (verb.lemma === "get" && CIVIL.test(text)) return true;
      if (verb.lemma === "try" && text.startsWith("for ")) return content.length > 0;
      if (verb.lemma === "see" && CARERS.test(text)) return true;
      if (MIND.has(verb.lemma)) return false;
      if (content.length === 0) {
        return HABITS.has(verb.lemma) || (isDated && LIFE_EVENTS.has(verb.lemma));
      }
      return !ERRANDS.has(verb.lemma) || isNotable || isPursuit(verb);
    case "past":
    case "future":
      if (MIND.has(verb.lemma) || MOMENTARY.has(verb.lemma)) return false;
      if (content.length === 0) return isDated && LIFE_EVENTS.has(verb.lemma);
      if (verb.lemma === "start" && /^(?:an?|my own) /.test(text)) return true;
      return LIFE_EVENTS.has(verb.lemma) || isNotable || MILESTONE.test(text);
    case "perfect":
      return keepsPerfect(verb, words, content);
    case "ability":
      return (
        (SKILLS.has(verb.lemma) && (content.length > 0 || verb.rest.length === 0)) ||
        POSTURES.test(verb.lemma) ||
        (INABILITIES.test(verb.lemma) && content.length > 0 && words.some(isNot)) ||
        content.some(isWeekday) ||
        /\b(?:before|after|until|past) \d/.test(text)
      );
    case "intention":
      return keepsIntention(verb, content, isDated);
    default:
      return verb.form satisfies never;
  }
}

/** "Is being slow": how somebody or something is just now. */
function isBehaviour(words: readonly Word[]): boolean {
  const being = words.findIndex(({ lower }) => lower === "being");
  return (
    being > 0 &&
    !words[being + 1]?.tags.has("PastTense") &&
    /^(?:is|are|am|was)$/.test(words[being - 1]?.lower ?? "")
  );
}

function speaksOfChat(text: string): boolean {
  const isVague = /\b(?:you|your|yours|maybe|perhaps|possibly|if|whether|wish)\b/i.test(text);
  return isVague || TASK.test(text);
}

const UNRESOLVED: readonly RegExp[] = [
  /^(?:\S+ )?(?:it|them|him|her(?= (?:to|for|on|in|at|with)\b|$)|this|that|these|those|one|(?:something|anything|everything|nothing)(?! (?:but|except|with|\p{L}{4,}))|someone)\b/iu,
  /\b(?:it|them)$|\b(?:with|for|to|from|about|of) (?:him|them|it|her(?! \p{L}))(?!\p{L})|\b(?:this(?! (?:week|weekend|month|year|spring|summer|autumn|fall|winter|\p{L}+day)\b)|these|those) \p{L}+|\bthat (?:one|game|place|day|time|way|kind|sort|picture|pic|photo)\b/iu,
];

/** Whether it speaks of what only the chat shows: "took that picture", "have had them". */
function isUnresolved(text: string): boolean {
  return UNRESOLVED.some((pattern) => pattern.test(text));
}

const WISHES = /^(?:want|like|love|need|prefer|hope)$/;

function keepsOther(
  subject: Subject,
  { form, lemma, rest }: VerbPhrase,
  text: string,
  content: readonly Word[],
  isDated: boolean,
): boolean {
  const isAdvice = /^(?:say|want|recommend|suggest)$/.test(lemma) && CARERS.test(subject.text);
  if (rest.length === 0 && form === "copula") return false;
  if (MIND.has(lemma) && !WISHES.test(lemma) && !isAdvice) return false;
  const isNamed = content.some(isEntity);
  if (TASK.test(subject.text.replace(/ one$/, "")) && !isNamed) return false;
  const isAboutUser = rest.some(({ lower }) => /^(?:me|my|us|our)$/.test(lower));
  if (form === "past" && content.length === 0 && !isAboutUser) {
    return isDated || LIFE_EVENTS.has(lemma);
  }
  if (form !== "copula") return content.length > 0 || isDated || !ERRANDS.has(lemma);
  if (PASSING.test(text) || PLATITUDE.test(text)) return false;
  const isAdjective = rest.some(({ tags }) => tags.has("Adjective"));
  const isMood = content.length === 0 && rest.some(({ tags }) => !tags.has("Date"));
  if (isMood && /\b(?:today|tonight|right now|this (?:morning|afternoon|evening))\b/i.test(text)) {
    return false;
  }
  return content.length > 0 || isDated || isAdjective;
}

const ABSENCE = /^(?:off|away|out of office|on (?:holiday|vacation|leave)|heading)\b/i;
const THING =
  /^(?:an?|the|on|part|down to|in charge|in (?:my|the) (?:\w+ )?(?:year|final)|in year) /i;

function keepsCopula({ rest }: VerbPhrase, text: string, isDated: boolean): boolean {
  if (PASSING.test(text) || PLATITUDE.test(text)) return false;
  if (TRAITS.test(text) || RELATIONS.test(text)) return true;
  if (isDated && ABSENCE.test(text)) return true;
  const hasThing = rest.some(
    ({ tags }) => (tags.has("Noun") && !tags.has("Date")) || tags.has("Value"),
  );
  return hasThing && (isDated || ABSENCE.test(text) || THING.test(`${text} `));
}

function keepsPresent({ lemma, rest }: VerbPhrase, content: readonly Word[]) {
  const isContact =
    /^(?:see|talk|call|visit|text|speak|miss|look|care)$/.test(lemma) &&
    (rest.some(isRelative) || CARERS.test(joinWords(rest)));
  if (MIND.has(lemma) && !isContact) return false;
  if (lemma === "prefer" && rest.length > 2) return true;
  return content.length > 0 || HABITS.has(lemma) || rest.some(({ lower }) => REGULAR.test(lower));
}

function keepsPerfect(
  { lemma, rest }: VerbPhrase,
  words: readonly Word[],
  content: readonly Word[],
) {
  if (words.some(({ lower }) => lower === "never") && HABITS.has(lemma)) return true;
  if (MIND.has(lemma) || content.length === 0) return false;
  if (LASTING.test(joinWords(rest))) return true;
  const isNever = words.some(({ lower }) => lower === "never");
  const isTelling = content.some((word) => isEntity(word) || word.tags.has("Value"));
  return isNever || isTelling || LIFE_EVENTS.has(lemma);
}

function keepsIntention(
  { lemma, intent }: VerbPhrase,
  content: readonly Word[],
  isDated: boolean,
): boolean {
  if (MIND.has(lemma)) return false;
  if (intent === "need" || intent === "have") return isDated;
  if (CHAT_GOALS.has(lemma)) return isDated;
  return content.length > 0 || lemma === "learn";
}

const POSTURES = /^(?:sit|stand|kneel|bend|sleep|lie|hear)$/;
const INABILITIES = /^(?:do|climb|lift|carry|reach|afford|swallow|chew|handle|manage)$/;
const REGULAR = /^(?:daily|weekly|monthly|yearly|annually|every|each)$/;
const LASTING = /\bsince\b|\bfor (?:\w+ )?(?:years|decades|ages|months)\b/;

function isNot({ lower }: Word): boolean {
  return lower === "not" || lower === "cannot";
}

function isRelative({ lower }: Word): boolean {
  return kinKind(lower.replace(/^their /, "")) !== undefined;
}

/** "Doing intermittent fasting", as against "doing the dishes". */
function isPursuit({ lemma, rest }: VerbPhrase): boolean {
  return (
    lemma === "do" &&
    rest.some(({ lower }) => /ing$|^(?:therapy|yoga|keto|rehab|physio)$/.test(lower))
  );
}

function isWeekday({ lower }: Word): boolean {
  return /^(?:mon|tues|wednes|thurs|fri|satur|sun)days$/.test(lower);
}

const NO_CONTENT =
  /^(?:times?|days?|weeks?|months?|years?|while|lot|bit|thing|way|kind|sort|ton|bunch)$/;

function isContent(word: Word): boolean {
  const { tags, lower } = word;
  if (isWeekday(word)) return true;
  if (tags.has("Pronoun") || tags.has("Date") || NO_CONTENT.test(lower)) return false;
  if (tags.has("Possessive") && lower.length < 6) return false;
  const isThing = tags.has("Noun") || tags.has("Gerund") || tags.has("Value");
  return isThing || tags.has("Email") || tags.has("Url") || /\p{L}-\p{L}/u.test(lower);
}

function isEntity(word: Word): boolean {
  return word.tags.has("ProperNoun") && word.lower !== "i";
}

/** How a kept clause is filed. */
export function attributeOf(words: readonly Word[], { predicate }: Statement): string {
  const form = readVerb(words)?.form ?? "present";
  switch (form) {
    case "past":
      return "event";
    case "perfect":
      return "experience";
    case "future":
    case "intention":
      return "plan";
    case "progressive":
      return /\b20\d\d\b/.test(predicate) ? "plan" : "habit";
    case "copula":
    case "present":
    case "turn":
    case "ability":
    case "hypothetical":
      return /^has\b/.test(predicate) ? "possession" : "habit";
    default:
      return form satisfies never;
  }
}
