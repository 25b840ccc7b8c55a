import { analyzeText } from "../../../text/analyze-text.ts";
import { describeAttribute } from "../claims/attributes.ts";
import type { Claim } from "../claims/claim.ts";
import { compareDiets } from "./diets.ts";
import type { ReadMemory } from "./read-memory.ts";
import type { Relation } from "./relation.ts";
import { includesAll, type WordSet } from "./word-sets.ts";

const ONE_AT_A_TIME: Readonly<Record<string, string>> = {
  name: "has one name",
  age: "has one age at a time",
  home: "lives in one place at a time",
  job: "has one profession at a time",
  employer: "works for one employer at a time",
  partner: "has one partner at a time",
  diet: "the diets exclude each other",
  budget: "has one budget at a time",
};

/** What the claims of a fact do to those of a memory; `undefined` when they have nothing in common. */
export function compareClaims(fact: ReadMemory, memory: ReadMemory): Relation | undefined {
  let found: Relation | undefined;
  for (const claim of fact.claims) {
    for (const other of memory.claims) {
      if (!isAboutSame(claim, other, fact, memory)) continue;
      const relation =
        compareDiets(claim, other, memory.text) ??
        compareAcross(claim, other) ??
        compareSame(toComparable(claim), toComparable(other));
      if (relation?.type === "contradicts") return relation;
      found ??= relation;
    }
  }
  return found;
}

function isAboutSame(claim: Claim, other: Claim, fact: ReadMemory, memory: ReadMemory): boolean {
  if (claim.subject === "user" || other.subject === "user") return claim.subject === other.subject;
  return [...fact.subjects].some((subject) => memory.subjects.has(subject));
}

/** A claim with opposites brought under one attribute: a dislike is a like that does not hold. */
interface Comparable {
  readonly attribute: string;
  readonly value: string;
  readonly holds: boolean;
  readonly isOne: boolean;
}

/** Attributes that state one thing: who dislikes something does not like it. */
const SAME: Readonly<Record<string, string>> = { dislikes: "likes", drinks: "eats" };

function toComparable({ attribute, value, polarity }: Claim): Comparable {
  const isOpposite = attribute === "dislikes";
  return {
    attribute: SAME[attribute] ?? attribute,
    value: value.replace(/^(?:not|nicht|no) /, ""),
    holds: (polarity === "affirmed") !== isOpposite,
    isOne: describeAttribute(attribute).cardinality === "one" || attribute === "diet",
  };
}

function compareSame(fact: Comparable, memory: Comparable): Relation | undefined {
  if (fact.attribute !== memory.attribute) return undefined;
  const values = compareValues(fact.value, memory.value);
  if (fact.holds !== memory.holds) {
    return values === "different" && fact.value !== "any"
      ? undefined
      : { type: "contradicts", reason: `${memory.value}: this is not so any more` };
  }
  if (isNewAmount(fact, memory)) return { type: "contradicts", reason: "the amount changed" };
  switch (values) {
    case "same":
      return { type: "same", reason: "the memory says the same" };
    case "wider":
      return { type: "same", reason: "the memory says that, and more exactly" };
    case "narrower":
      return { type: "refines", reason: "the fact says the same more exactly" };
    case "different":
      return fact.isOne && fact.holds ? replaces(fact, memory) : undefined;
    default:
      return values satisfies never;
  }
}

/** "Two coffees a day" against "six coffees a day". */
function isNewAmount(fact: Comparable, memory: Comparable): boolean {
  if (!/^(?:eats|weight)$/.test(fact.attribute)) return false;
  const [amounts, amountsBefore] = [figuresIn(fact.value), figuresIn(memory.value)];
  const differ = amounts.some((amount) => !amountsBefore.includes(amount));
  const [words, before] = [telling(fact.value), telling(memory.value)];
  const shared = [...words].filter((word) => before.has(word) && !amounts.includes(word));
  return amounts.length > 0 && amountsBefore.length > 0 && differ && shared.some(isNoUnit);
}

const FIGURES =
  /\d+|(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)(?!\p{L})/gu;

function figuresIn(value: string): string[] {
  return value.toLowerCase().match(FIGURES) ?? [];
}

function isNoUnit(stem: string): boolean {
  return !/^(?:dai|week|month|cup|glass|time|morn|even|tag|woch|monat|tass|glas|dia|seman|mes|taz|vas)$/.test(
    stem,
  );
}

function replaces(fact: Comparable, memory: Comparable): Relation {
  const rule = ONE_AT_A_TIME[fact.attribute] ?? "has one value at a time";
  return { type: "contradicts", reason: `${rule}; ${fact.value} replaces ${memory.value}` };
}

const UNATTACHED =
  /^(?:single|divorced|separated|widowed|ledig|geschieden|getrennt|verwitwet|solter[oa]|divorciad[oa]|separad[oa]|viud[oa])$/i;
const WORKLESS =
  /^(?:any|irgendein|cualquiera|retired|unemployed|between jobs|arbeitslos|arbeitssuchend|auf (?:Job|Arbeits)suche|Rentner(?:in)?|in Rente|im Ruhestand|pensioniert|berentet|(?:pre)?jubilad[oa]|en paro|desemplead[oa]|parad[oa]|sin trabajo|retirad[oa])$/i;

function isTaken({ attribute, value, polarity }: Claim): boolean {
  const isPaired = attribute === "relationship_status" && !UNATTACHED.test(value);
  return polarity === "affirmed" && (attribute === "partner" || isPaired);
}

function isUnattached({ attribute, value }: Claim): boolean {
  return attribute === "relationship_status" && UNATTACHED.test(value);
}

function isEmployed({ attribute, value, polarity }: Claim): boolean {
  const isWork = attribute === "employer" || attribute === "job";
  return polarity === "affirmed" && isWork && !WORKLESS.test(value);
}

function isWorkless({ attribute, value }: Claim): boolean {
  const isWork = attribute === "employer" || attribute === "job";
  return isWork && WORKLESS.test(value.replace(/^(?:not|nicht|no) /, ""));
}

/** Claims about one attribute that settle another: who is divorced has no husband. */
function compareAcross(fact: Claim, memory: Claim): Relation | undefined {
  if ((isUnattached(fact) && isTaken(memory)) || (isTaken(fact) && isUnattached(memory))) {
    return { type: "contradicts", reason: "the relationship changed" };
  }
  if ((isWorkless(fact) && isEmployed(memory)) || (isEmployed(fact) && isWorkless(memory))) {
    return { type: "contradicts", reason: "the work situation changed" };
  }
  return undefined;
}

/** The words of a value; names as they are, because Ann is not Anne. */
function telling(value: string): WordSet {
  const { words, stems } = analyzeText(value);
  return new Set(/^\p{Lu}/u.test(value) ? words : stems);
}

/** How the value of a fact stands to that of a memory: `narrower` says more. */
function compareValues(fact: string, memory: string): "same" | "narrower" | "wider" | "different" {
  const [a, b] = [telling(fact), telling(memory)];
  if (fact.toLowerCase() === memory.toLowerCase() || (covers(a, b) && covers(b, a))) return "same";
  if (covers(a, b)) return "narrower";
  return covers(b, a) ? "wider" : "different";
}

function covers(whole: WordSet, part: WordSet): boolean {
  return part.size > 0 && includesAll(whole, part);
}
