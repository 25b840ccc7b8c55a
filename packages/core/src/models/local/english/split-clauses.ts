import {
  isAdverb,
  isFiniteAt,
  opensTime,
  readAnySubject,
  readStructure,
  startsQuestion,
  subjectLength,
} from "./read-structure.ts";
import { readWords, type Word } from "./read-words.ts";

/** A clause with its own subject, and "because" or the like when it came with it. */
export interface Clause {
  readonly words: readonly Word[];
  readonly reason: boolean;
}

const COORDINATORS = new Set(["and", "but", "so", "plus", "then", "yet", "or"]);
const REASONS = new Set(["because", "since", "as", "although", "though", "given"]);

/**
 * The clauses of a sentence, each with a subject.
 *
 * "I am vegetarian and live in Berlin" gives "I am vegetarian" and "I live in Berlin". Clauses of
 * time and relative clauses stay with what they tell about.
 */
export function splitClauses(words: readonly Word[]): Clause[] {
  const clauses: Clause[] = [];
  let current: Word[] = [];
  let reason = false;
  for (let index = 0; index < words.length;) {
    const next = clauseAt(words, index, current, reason);
    if (next) {
      if (current.length > 0) clauses.push({ words: current, reason });
      current = [...next.subject];
      reason = next.reason;
      index = next.start;
    }
    const word = words[index];
    if (word) current.push(next?.past ? toPast(word) : word);
    index += 1;
  }
  if (current.length > 0) clauses.push({ words: current, reason });
  return clauses;
}

const SAME_IN_PAST = /^(?:read|put|cut|let|set|hit|hurt|cost|shut|split|spread|beat|bet)$/;

function toPast(word: Word): Word {
  return SAME_IN_PAST.test(word.lower) ? { ...word, tags: new Set(["Verb", "PastTense"]) } : word;
}

interface NextClause {
  readonly start: number;
  /** The subject that it shares with the clause before, and the adverbs and the verb behind it. */
  readonly subject: readonly Word[];
  readonly reason: boolean;
  /** Whether the clause whose subject it shares is over: then "hit" and "put" are, too. */
  readonly past?: boolean;
}

function clauseAt(
  words: readonly Word[],
  index: number,
  current: readonly Word[],
  inReason: boolean,
): NextClause | undefined {
  const { start, adverbs, punctuated, coordinator, reason } = readGap(words, index);
  if (current.length === 0) {
    return reason && subjectLength(words, start) > 0 ? { start, subject: [], reason } : undefined;
  }
  if (!isComplete(current)) return undefined;
  // "Since I am vegan I skip cheese", "since I lost my job, things are hard": the reason comes first.
  if (inReason && (punctuated || (words[index]?.lower === "i" && current.length > 2))) {
    return { start, subject: [], reason };
  }
  if (!punctuated && !coordinator && !reason) return undefined;
  if (subjectLength(words, start) > 0) return { start, subject: [], reason };
  const rest = words.slice(start);
  const isJoined = coordinator !== undefined || punctuated;
  if (isJoined && !reason && opensAdverbial(rest) && (readStructure(rest)?.front.length ?? 9) < 6) {
    return { start, subject: [], reason };
  }
  if (isJoined && rest[0]?.lower === "no" && rest[1]?.lower === "more") {
    return { start, subject: [], reason };
  }
  // "…, so bakeries are a nightmare"
  if (
    (punctuated || coordinator === "so" || coordinator === "but") &&
    !reason &&
    readAnySubject(rest)
  ) {
    return { start, subject: [], reason };
  }
  if (reason) return undefined;
  if (startsQuestion(words, start)) return { start, subject: [], reason };
  const subject = readStructure(current)?.subject;
  if (!subject || coordinator === "or") return undefined;
  const verb = leftOut(rest, adverbs, current, coordinator);
  if (verb) return { start, subject: [...subject, ...readWords(verb), ...adverbs], reason };
  if (!continuesVerb(words, start, current, coordinator)) return undefined;
  const past = current.some(({ tags }) => tags.has("PastTense"));
  return { start, subject: [...subject, ...adverbs], reason, past };
}

function readGap(words: readonly Word[], index: number) {
  const punctuated =
    /[,;:–—.)!]/.test(words[index - 1]?.after ?? "") || words[index - 1]?.after === "-";
  let start = index;
  let coordinator: string | undefined;
  let reason = false;
  let adverbs: Word[] = [];
  for (; start < words.length; start += 1) {
    const word = words[start];
    const lower = word?.lower ?? "";
    if (COORDINATORS.has(lower)) coordinator = lower;
    else if (opensReason(words, start)) reason = true;
    else if (!word || !isAdverb(word) || lower === "no") break;
    else {
      adverbs.push(word);
      continue;
    }
    adverbs = [];
  }
  return { start, adverbs, punctuated, coordinator, reason };
}

const PLACED = /^(?:on|in|at|with|from|off)$/;

/**
 * The verb that a clause leaves out with its subject: "I am from Rome, been in London since May",
 * "I failed the exam, retaking it in May", "I got a raise, now on 61k", "I am 61 and on insulin".
 */
function leftOut(
  [first, second]: readonly Word[],
  adverbs: readonly Word[],
  current: readonly Word[],
  coordinator: string | undefined,
): "have" | "am" | undefined {
  const [subject, verb, complement] = current;
  if (!first || !second) return undefined;
  if (first.lower === "been") return "have";
  if (/^(?:based|married|retired)$/.test(first.lower)) return "am";
  if (!/^(?:i|we)$/.test(subject?.lower ?? "")) return undefined;
  if (coordinator === undefined && first.tags.has("Gerund")) {
    const isList = first.after !== "" || /^(?:and|or)$/.test(second.lower);
    return isList || current.some(({ tags }) => tags.has("Gerund")) || isTaste(verb)
      ? undefined
      : "am";
  }
  if (!PLACED.test(first.lower)) return undefined;
  if (adverbs.some(({ lower }) => /^(?:now|back|currently)$/.test(lower))) return "am";
  const isState = verb?.lower === "am" && !PLACED.test(complement?.lower ?? "");
  const isBare = current
    .slice(2)
    .every(({ tags }) => !tags.has("Verb") && !tags.has("Preposition"));
  return (coordinator ?? "and") === "and" && isState && isBare ? "am" : undefined;
}

function isTaste(verb: Word | undefined): boolean {
  return /^(?:like|love|enjoy|hate|prefer|do|go)$/.test(verb?.root ?? "");
}

function opensReason(words: readonly Word[], index: number): boolean {
  const lower = words[index]?.lower ?? "";
  // "Have had asthma since I was six" tells how long, not why.
  const isPeriod =
    lower === "since" && words.slice(0, index).some((word) => /^(?:have|has)$/.test(word.lower));
  return REASONS.has(lower) && !isPeriod && (lower !== "as" || words[index + 1]?.lower === "i");
}

function opensAdverbial(words: readonly Word[]): boolean {
  const [first] = words;
  return (
    first !== undefined &&
    (first.tags.has("Preposition") || first.tags.has("Date")) &&
    first.lower !== "like"
  );
}

/** Whether the words so far are a whole clause: "when I was ten" still waits for its own. */
function isComplete(current: readonly Word[]): boolean {
  const finite = current.filter((_, index) => isFiniteAt(current, index)).length;
  return opensTime(current) ? finite > 1 : finite > 0;
}

/** Whether a verb here goes on with the subject of the clause: "and live in Berlin". */
function continuesVerb(
  words: readonly Word[],
  index: number,
  current: readonly Word[],
  coordinator: string | undefined,
): boolean {
  const word = words[index];
  const next = words[index + 1];
  if (!word || !isFiniteAt(words, index) || /[^.!]/.test(word.after)) return false;
  if (!next)
    return coordinator !== undefined && word.tags.has("Infinitive") && !isGoverned(current);
  const own = /^(?:i|we)$/.test(readStructure(current)?.subject.at(-1)?.lower ?? "");
  if (/^(?:am|are|was|were|is|has|can|will)$/.test(word.lower)) return true;
  if (word.tags.has("PastTense")) {
    return (
      !next.tags.has("Noun") ||
      next.tags.has("Possessive") ||
      current.some((other) => other.tags.has("PastTense"))
    );
  }
  if (own !== word.tags.has("Infinitive")) return false;
  if (isGoverned(current)) return false;
  if (next.tags.has("Noun") && !next.tags.has("Possessive"))
    return coordinator !== undefined && isObject(next);
  return true;
}

function isObject(word: Word): boolean {
  return (
    word.tags.has("ProperNoun") ||
    word.tags.has("Plural") ||
    word.tags.has("Uncountable") ||
    word.tags.has("Singular")
  );
}

function isInfinitive(word: Word | undefined): boolean {
  if (!word || /^(?:work|school|bed)$/.test(word.lower)) return false;
  return (
    word.tags.has("Infinitive") ||
    (!/^(?:Determiner|Possessive|ProperNoun|Plural|Pronoun|Value|Date)$/.test(
      [...word.tags].at(-1) ?? "",
    ) &&
      !word.tags.has("Determiner") &&
      !word.tags.has("ProperNoun") &&
      !word.tags.has("Possessive"))
  );
}

/** Whether a bare verb would hang on an earlier word: "I want to travel and have kids". */
function isGoverned(current: readonly Word[]): boolean {
  return current.some(
    (word, index) =>
      word.tags.has("Modal") ||
      (/^(?:that|which|who)$/.test(word.lower) && isFiniteAt(current, index + 1)) ||
      (word.lower === "to" && isInfinitive(current[index + 1])) ||
      (word.lower === "not" && current[index - 1]?.lower !== "am"),
  );
}
