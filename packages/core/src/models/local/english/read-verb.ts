import type { Tense } from "../../../text/dates/spans.ts";
import { isAdverb } from "./read-structure.ts";
import type { Word } from "./read-words.ts";

/** How the verb of a clause is put. */
type VerbForm =
  | "copula"
  | "present"
  | "progressive"
  | "past"
  | "perfect"
  | "future"
  /** "started to", "stopped doing": what begins or ends. */
  | "turn"
  | "ability"
  /** "would", "might", "should" and the like. */
  | "hypothetical"
  /** "want to", "plan to": what is intended. */
  | "intention";

/** The verb of a clause, and what follows it. */
export interface VerbPhrase {
  readonly form: VerbForm;
  /** The infinitive of the verb that carries the meaning: "learn" in "want to learn". */
  readonly lemma: string;
  /** The first verb of an intention: "want", "need". */
  readonly intent?: string;
  readonly rest: readonly Word[];
}

const HYPOTHETICAL = new Set(["would", "could", "might", "may", "should", "shall", "must"]);
const INTENTS = new Set(["want", "need", "plan", "hope", "try", "intend", "decide", "aim", "have"]);

/** The verb of a predicate; `undefined` when there is none. */
export function readVerb(predicate: readonly Word[]): VerbPhrase | undefined {
  const words = dropEarlyAdverbs(predicate);
  const [first, second] = words;
  if (!first) return undefined;
  const rest = words.slice(1);
  const lower = first.lower;
  if (HYPOTHETICAL.has(lower)) {
    if (lower === "would" && second?.lower === "rather") return form("present", rest.slice(1));
    if (isWish(rest)) return { ...form("intention", rest.slice(2)), intent: "want" };
    return form("hypothetical", rest);
  }
  if (lower === "can" || lower === "cannot") return form("ability", rest);
  if (lower === "will") return form("future", rest);
  if (/^(?:am|is|are|was|were)$/.test(lower)) return readCopula(lower, rest);
  if (/^(?:have|has|had)$/.test(lower) && isParticiple(second)) {
    return second?.lower === "been" && rest[1]?.tags.has("Gerund")
      ? form("progressive", rest.slice(1))
      : form("perfect", rest);
  }
  if (/^(?:do|does)$/.test(lower) && second?.tags.has("Infinitive")) return form("present", rest);
  if (lower === "did" && second?.tags.has("Infinitive")) return form("past", rest);
  if (lower === "used" && second?.lower === "to") return form("past", rest.slice(1));
  if (lower === "had" && second?.lower === "to") return form("past", rest.slice(1));
  const lemma = first.root;
  if (/^(?:start|begin|stop)$/.test(lemma) && second) {
    if (second.tags.has("Gerund")) return form("turn", rest);
    if (second.lower === "to" && lemma !== "stop") return form("turn", rest.slice(1));
  }
  if (INTENTS.has(lemma) && second?.lower === "to") {
    return { ...form("intention", rest.slice(1)), intent: lemma };
  }
  return { form: isPast(first) ? "past" : "present", lemma, rest };
}

/** Adverbs stand between the verbs; behind them they may be all there is: "am off to Rome". */
function dropEarlyAdverbs(predicate: readonly Word[]): readonly Word[] {
  const end = predicate.findIndex(
    (word) => !isBetween(word) && !word.tags.has("Verb") && word.lower !== "to",
  );
  const verbs = end === -1 ? predicate : predicate.slice(0, end);
  return [...verbs.filter((word) => !isBetween(word)), ...(end === -1 ? [] : predicate.slice(end))];
}

/** "Would like to learn": what is wished for in earnest; "would love to visit" is a dream. */
function isWish([first, second, third]: readonly Word[]): boolean {
  return (
    /^(?:like|love)$/.test(first?.lower ?? "") &&
    second?.lower === "to" &&
    /^(?:learn|practi[sc]e|improve|study|master|brush)$/.test(third?.lower ?? "")
  );
}

function isBetween(word: Word): boolean {
  return (isAdverb(word) || word.lower === "not") && !/^(?:rather|off|away|back)$/.test(word.lower);
}

function readCopula(copula: string, rest: readonly Word[]): VerbPhrase {
  const [first, second] = rest;
  const isPastCopula = copula.startsWith("w");
  if (first?.lower === "going" && second?.lower === "to" && rest[2]?.tags.has("Infinitive")) {
    return form("future", rest.slice(2));
  }
  if (/^(?:planning|trying|hoping|looking)$/.test(first?.lower ?? "") && second?.lower === "to") {
    return { ...form("intention", rest.slice(2)), intent: first?.root ?? "" };
  }
  if (/^(?:allowed|supposed|able|meant)$/.test(first?.lower ?? "") && second?.lower === "to") {
    return form("ability", rest.slice(2));
  }
  if (first?.lower === "being" && second) return form("progressive", rest.slice(1));
  if (first?.tags.has("Gerund")) return form(isPastCopula ? "past" : "progressive", rest);
  if (isPastCopula)
    return { form: "past", lemma: first?.tags.has("PastTense") ? first.root : "be", rest };
  return { form: "copula", lemma: "be", rest };
}

function form(verbForm: VerbForm, [verb, ...rest]: readonly Word[]): VerbPhrase {
  return { form: verbForm, lemma: verb?.root ?? "", rest };
}

function isParticiple(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (word.lower === "been" || word.tags.has("PastTense") || word.tags.has("Participle"))
  );
}

function isPast(word: Word): boolean {
  return (
    /^(?:got|quit)$/.test(word.lower) ||
    (word.tags.has("PastTense") && !word.tags.has("Infinitive"))
  );
}

/** When a clause with such a verb happens, for its dates. */
export function tenseOf({ form: verbForm, lemma, rest, intent }: VerbPhrase): Tense {
  switch (verbForm) {
    case "past":
      return isForLater(lemma, rest) ? "future" : "past";
    case "perfect":
      return isForLater(lemma, rest) ? "future" : "perfect";
    case "turn":
      return "past";
    case "future":
    case "progressive":
    case "hypothetical":
    case "intention":
    case "copula":
    case "ability":
      return "future";
    case "present":
      return intent || COMES.test(lemma) ? "future" : "present";
    default:
      return verbForm satisfies never;
  }
}

const COMES =
  /^(?:have|start|begin|leave|arrive|fly|graduate|turn|expire|end|run|close|open|finish|retire|move)$/;

/** "Booked a table for Friday", "signed up for the race in May": done for a day to come. */
function isForLater(lemma: string, rest: readonly Word[]): boolean {
  return (
    /^(?:book|schedule|plan|reserve|buy|sign|register|enroll|enrol|enter|apply|arrange)$/.test(
      lemma,
    ) && rest.some(({ lower }) => lower === "for")
  );
}
