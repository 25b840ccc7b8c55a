import type { Relation } from "../record.ts";
import { findNames } from "./find-names.ts";
import { ALIAS, toPredicate } from "./predicate.ts";
import { isRole } from "./relation-words.ts";

/** What a clause says, and whom a pronoun in the next one would mean. */
export interface Told {
  relations: Relation[];
  subject: string | undefined;
}

/** A name, with the words before it, from the name before it on. */
interface Step {
  gap: string;
  name: string;
}

const PRONOUN = /^(?:he|she|they|it)$/i;
const IS_CALLED = /\b(?:calls?|called) (?:him|her|them|it)$/;
const NAMED_AS = /\b(?:his|her|their|its) (?:full |real |nick)?name is$/i;

const LIST = /^(?:,|,? ?(?:and|or)|&)$/;
const BARE_PREPOSITION = /^(?:with|at|in|from|near|for|to|under|of|by)(?: the)?$/;
/** Begins what is said of the name just before, not of the subject. */
const OF_THE_LAST = /^,? ?(?:who|which|that|where|whom)\b|^, (?:the|an?) /;
const COPULA = /^(?:is|was|are|were|is called|is named|was called|named|called|['’]s name is|,)?$/;

/** How far a clause has been read. */
interface Reading {
  readonly relations: Relation[];
  /** Of whom the next predicate is told. */
  subjects: string[];
  /** The name before the one that is read. */
  left: string;
  /** What was told of the subjects last. */
  predicate?: string;
  /** "head of" in "the head of Globex is Mary". */
  head?: string | undefined;
  /** Whether the gap that comes begins with a role that was told already. */
  isRoleTold: boolean;
}

/** The relations between the names of one main clause, from left to right. */
export function readClause(clause: string, before: string | undefined): Told {
  const { steps, rest } = toSteps(clause);
  const [first, ...others] = steps;
  if (first === undefined) return { relations: [], subject: before };
  const reading = begin(first, before);
  others.forEach((step, index) => readStep(reading, step, others[index + 1]?.gap ?? rest));
  const { relations, subjects } = reading;
  return { relations, subject: subjects[0] };
}

function begin({ gap, name }: Step, before: string | undefined): Reading {
  const head = /^(?:the|an?) (.+ (?:of|at|in|for))(?: the)?$/i.exec(gap)?.[1];
  const reading = { relations: [], subjects: [name], left: name, head, isRoleTold: false };
  if (before === undefined) return reading;
  const [pronoun = "", ...words] = gap.split(" ");
  if (IS_CALLED.test(gap) || NAMED_AS.test(gap)) tell(reading, before, ALIAS, name);
  else if (PRONOUN.test(pronoun)) tell(reading, before, toPredicate(words.join(" ")), name);
  else return reading;
  return { ...reading, subjects: [before] };
}

function readStep(reading: Reading, step: Step, follows: string): void {
  const { name } = step;
  const { left, head, predicate, subjects } = reading;
  const gap = reading.isRoleTold ? (readOwned(step.gap)?.rest ?? step.gap) : step.gap;
  const owned = readOwned(gap);
  const role = readOwned(follows)?.role;
  reading.isRoleTold = false;
  reading.head = undefined;
  reading.left = name;
  if (IS_CALLED.test(gap)) {
    tell(reading, left, ALIAS, name);
  } else if (role && /^(?:is|was|,)$/.test(gap)) {
    for (const subject of subjects) tell(reading, name, toPredicate(role), subject);
    reading.isRoleTold = true;
  } else if (LIST.test(gap)) {
    // Objects go on, or, before the first predicate, subjects.
    if (predicate === undefined) subjects.push(name);
    else for (const subject of subjects) tell(reading, subject, predicate, name);
  } else if (head !== undefined && COPULA.test(gap)) {
    tell(reading, name, toPredicate(head), left);
    reading.subjects = [name];
  } else if (owned && COPULA.test(owned.rest)) {
    tell(reading, left, toPredicate(owned.role), name);
    // Whoever is named now is spoken of from here on.
    reading.subjects = [name];
  } else {
    const words = owned?.rest ?? gap;
    if (owned) reading.subjects = [`${left}'s ${owned.role}`];
    else if (OF_THE_LAST.test(gap)) reading.subjects = [left];
    const isContinued = predicate !== undefined && BARE_PREPOSITION.test(words);
    // "works at Globex with Tom" goes on as "works with".
    reading.predicate = toPredicate(isContinued ? `${predicate.split("_", 1)[0]} ${words}` : words);
    for (const subject of reading.subjects) tell(reading, subject, reading.predicate, name);
  }
}

function tell({ relations }: Reading, subject: string, predicate: string, object: string): void {
  if (predicate !== "" && subject !== object) relations.push({ subject, predicate, object });
}

function toSteps(clause: string): { steps: Step[]; rest: string } {
  const steps: Step[] = [];
  let end = 0;
  for (const { text, index } of [...findNames(clause), ...findUser(clause)].toSorted(
    (a, b) => a.index - b.index,
  )) {
    if (index < end) continue;
    steps.push({ gap: trimGap(clause.slice(end, index)), name: text });
    end = index + text.length;
  }
  const named = steps.map((step) => (step.name === "User" ? { ...step, name: "user" } : step));
  return { steps: named, rest: trimGap(clause.slice(end)) };
}

function findUser(clause: string) {
  return Array.from(clause.matchAll(/\bUser\b/g), ({ index }) => ({ text: "User", index }));
}

function trimGap(gap: string): string {
  return gap
    .replace(/["“”„«»()]|(?<!\p{L})['‘’](?!s\b)/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.!?]+$/, "");
}

/** "'s older sister works at" as the relationship, up to its last noun, and the rest. */
function readOwned(gap: string): { role: string; rest: string } | undefined {
  if (!/^['’]s /.test(gap)) return undefined;
  const words = gap.slice(3).split(" ");
  const nouns = words.map((word) => word.toLowerCase().replace(/(?:,|['’]s)$/, ""));
  const first = nouns.slice(0, 4).findIndex(isRole);
  if (first === -1) return undefined;
  // "chief executive" is one role.
  const isLonger = words[first] === nouns[first] && isRole(nouns[first + 1] ?? "");
  const end = first + (isLonger ? 1 : 0);
  const role = [...words.slice(0, end), nouns[end]].join(" ");
  return { role, rest: words.join(" ").slice(role.length).trim() };
}
