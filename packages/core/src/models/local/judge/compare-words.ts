import { compareEndings } from "./compare-endings.ts";
import type { ReadMemory } from "./read-memory.ts";
import type { Relation } from "./relation.ts";
import { countShared, includesAll, similarity } from "./word-sets.ts";

const ALIKE = 0.75;
const NEAR = 0.6;

/** What the words of a fact do to those of a memory that no pattern could compare. */
export function compareWords(fact: ReadMemory, memory: ReadMemory): Relation | undefined {
  const isOne = [...fact.subjects].some((subject) => memory.subjects.has(subject));
  if (!isOne && (isOfAnother(fact, memory) || !sharesOwner(fact, memory))) return undefined;
  const ending = compareEndings(fact, memory);
  if (ending) return ending;
  if (isNewSchedule(fact, memory)) return { type: "contradicts", reason: "the days changed" };
  const shared = countShared(fact.words, memory.words);
  if (shared === 0) return undefined;
  if (leavesAmount(fact, memory)) return { type: "contradicts", reason: "the amount changed" };
  const smaller = Math.min(fact.words.size, memory.words.size);
  const alike = similarity(fact.words, memory.words);
  if ((fact.polarity === "affirmed") !== (memory.polarity === "affirmed")) {
    const [said, told] = [withoutNegation(fact), withoutNegation(memory)];
    const isSame = countShared(said, told) === Math.min(said.size, told.size);
    return isSame && (shared > 1 || said.size + told.size <= 3)
      ? { type: "contradicts", reason: "the opposite holds now" }
      : undefined;
  }
  const addsFigures = includesAll(fact.figures, memory.figures);
  const lacksFigures = includesAll(memory.figures, fact.figures);
  const sameFigures = addsFigures && lacksFigures;
  if (!addsFigures && fact.figures.size > 0) {
    const isNear = alike >= NEAR || isSameEvent(fact, memory);
    return isNear && !fact.isPast && !memory.isPast
      ? { type: "contradicts", reason: "the date or the amount changed" }
      : undefined;
  }
  if (includesAll(fact.words, memory.words) && addsFigures && smaller > 1) {
    return alike === 1 && sameFigures
      ? { type: "same", reason: "the memory says the same" }
      : { type: "refines", reason: "the fact says the same and more" };
  }
  if (includesAll(memory.words, fact.words) && lacksFigures && smaller > 1) {
    return { type: "same", reason: "the memory says that, and more" };
  }
  return alike >= ALIKE && sameFigures
    ? { type: "same", reason: "the memory says much the same" }
    : undefined;
}

/** "User lives in Leeds" and "User's sister lives in Leeds": one thing, said of two. */
function isOfAnother(fact: ReadMemory, memory: ReadMemory): boolean {
  return fact.claims.some((claim) =>
    memory.claims.some(
      (other) => other.attribute === claim.attribute && other.subject !== claim.subject,
    ),
  );
}

const NEGATIONS = /^(?:no|not|never|longer|any|anymore|nicht|kein\w*|nie|mehr|nunca|ya)$/;

function withoutNegation({ words }: ReadMemory): ReadonlySet<string> {
  return new Set([...words].filter((word) => !NEGATIONS.test(word)));
}

/** "User's exam is on 12 December 2026" against "User's B1 exam is on 5 December 2026". */
function isSameEvent(fact: ReadMemory, memory: ReadMemory): boolean {
  const isNamedAgain = fact.words.size > 0 && includesAll(memory.words, fact.words);
  return isNamedAgain && [fact, memory].every(isDatedThing);
}

function isDatedThing({ figures, subjects }: ReadMemory): boolean {
  return !subjects.has("user") && [...figures].some((figure) => /^20\d\d$/.test(figure));
}

const WEEKDAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|sonnabends|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)$/;

/** "Does Mondays and Thursdays now" against "can train Tuesdays and Thursdays at six". */
function isNewSchedule(fact: ReadMemory, memory: ReadMemory): boolean {
  const days = [...fact.figures];
  return (
    days.length > 1 &&
    [...fact.words].every((word) => /^(?:time|zeit|hora)$/.test(word)) &&
    !fact.isPast &&
    days.every((day) => WEEKDAY.test(day)) &&
    days.some((day) => memory.figures.has(day)) &&
    days.some((day) => !memory.figures.has(day))
  );
}

/** "User's dog" and "User has a dog" are about one dog. */
function sharesOwner(fact: ReadMemory, memory: ReadMemory): boolean {
  return isOfUser(fact) && [...memory.subjects].some((subject) => USERS.test(subject));
}

const USERS = /^user|des nutzers|^nutzers|del usuario/;

/** Whether it is about the user, something of theirs, or something that was spoken of: "the Garmin". */
function isOfUser({ subjects, text }: ReadMemory): boolean {
  return (
    [...subjects].some((subject) => USERS.test(subject)) ||
    /^(?:The|Der|Die|Das|El|La) \p{Lu}/u.test(text)
  );
}

/** "Raised from 300 to 450 euros" against a memory of 300 euros. */
function leavesAmount(fact: ReadMemory, memory: ReadMemory): boolean {
  const [, before, after] =
    /(?<!\p{L})(?:from|von|de) (\d[\d.,]*)(?: [\p{L}€$£]+)? (?:to|auf|a) (\d[\d.,]*)(?!\p{L})/u.exec(
      fact.text,
    ) ?? [];
  if (before === undefined || after === undefined || memory.isPast) return false;
  return memory.figures.has(before) && !memory.figures.has(after);
}
