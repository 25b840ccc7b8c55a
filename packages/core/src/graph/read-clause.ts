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

/** The relations between the names of one main clause, from left to right. */
export function readClause(clause: string, before: string | undefined): Told {
  const { steps, rest } = toSteps(clause);
  const relations: Relation[] = [];
  const tell = (subject: string, predicate: string, object: string) => {
    if (predicate !== "" && subject !== object) relations.push({ subject, predicate, object });
  };
  const [first, ...others] = steps;
  if (first === undefined) return { relations, subject: before };

  let subject = first.name;
  let left = first.name;
  if (before !== undefined) {
    const named = IS_CALLED.test(first.gap) || NAMED_AS.test(first.gap);
    const [pronoun = "", ...words] = first.gap.split(" ");
    if (named) tell(before, ALIAS, first.name);
    else if (PRONOUN.test(pronoun)) tell(before, toPredicate(words.join(" ")), first.name);
    if (named || PRONOUN.test(pronoun)) subject = before;
  }
  let head = /^(?:the|an?) (.+ (?:of|at|in|for))(?: the)?$/i.exec(first.gap)?.[1];
  let subjects = [subject];
  let last: string | undefined;
  let isRoleTold = false;

  others.forEach((step, index) => {
    const { name } = step;
    const gap = isRoleTold ? withoutRole(step.gap) : step.gap;
    isRoleTold = false;
    const role = roleOf(others[index + 1]?.gap ?? rest);
    const owned = readOwned(gap);
    if (IS_CALLED.test(gap)) {
      tell(left, ALIAS, name);
    } else if (role && /^(?:is|was|,)$/.test(gap)) {
      for (const about of subjects) tell(name, role, about);
      isRoleTold = true;
    } else if (LIST.test(gap)) {
      // Objects go on, or, before the first predicate, subjects.
      if (last) for (const about of subjects) tell(about, last, name);
      else subjects.push(name);
    } else if (head !== undefined && COPULA.test(gap)) {
      tell(name, toPredicate(head), left);
      subjects = [name];
    } else if (owned && COPULA.test(owned.rest)) {
      tell(left, toPredicate(owned.role), name);
      // Whoever is named now is spoken of from here on.
      subjects = [name];
    } else {
      const words = owned?.rest ?? gap;
      if (owned) subjects = [`${left}'s ${owned.role}`];
      else if (OF_THE_LAST.test(gap)) subjects = [left];
      last = toPredicate(BARE_PREPOSITION.test(words) && last ? `${last.split("_", 1)[0]} ${words}` : words);
      for (const about of subjects) tell(about, last, name);
    }
    head = undefined;
    left = name;
  });
  return { relations, subject: subjects[0] };
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

/** What somebody is to the name that stands before: "'s husband, …" gives "husband". */
function roleOf(gap: string): string | undefined {
  const owned = readOwned(gap);
  return owned && toPredicate(owned.role);
}

/** Behind "Tom, Anna's husband, works at" the husband was told already. */
function withoutRole(gap: string): string {
  return readOwned(gap)?.rest ?? gap;
}
