import { KIN_NOUNS } from "./vocabulary.ts";
import { alternatives } from "../claims/compile-pattern.ts";

const KIN = alternatives(KIN_NOUNS.map((noun) => noun.charAt(0).toUpperCase() + noun.slice(1)));
const THIRD = "ist|hat|wohnt|lebt|arbeitet|studiert|heißt|wird|mag|liebt|isst|spielt|geht|kommt";

/** Ways to put a sentence that hide who or what it is about, and the plain way. */
const REPHRASINGS: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [
    /^(\p{Lu}\p{Ll}+) und ich haben uns (.*)(getrennt|scheiden lassen)/u,
    "ich habe mich $2von $1 $3",
  ],
  [/^(\p{Lu}\p{Ll}+) und ich haben (.*)geheiratet/u, "ich habe $2$1 geheiratet"],
  [/^(.*?)(?:war|ist|hatte) mein Geburtstag\b/u, "ich habe $1Geburtstag"],
  [/^(?:[Mm]it |[Vv]on )?(\p{Lu}[\p{L} -]+), das ist (mein\S* Lieblings\p{L}+)/u, "$2 ist $1"],
  [/^(.+?) (?:ist|sind|wäre|wären) nichts für mich\b/u, "ich mag keine $1"],
  [/^(\p{Lu}\p{L}+) (?:habe?|hab) ich (.*?)kein(en|e|s)? mehr\b/u, "ich habe kein$3 $1 mehr"],
  [/^(\d{1,3}) bin ich (.*)geworden/u, "ich bin $2$1 geworden"],
];

const DEMONSTRATIVE = new RegExp(
  String.raw`^(.*?)(?<owner>(?:[Mm]ein|[Uu]nser)\S* (?:\p{Ll}+ )?(?<noun>${KIN})(?: (?<name>\p{Lu}\p{Ll}+))?), (?:der|die|das) (?<told>(?:${THIRD})(?: .+)?)$`,
  "u",
);
const NAMED_CHILD = new RegExp(
  String.raw`^(?<lead>.*(?:eine?n?|unser\S*|mein\S*) (?<noun>${KIN}), (?<name>\p{Lu}\p{Ll}+)), (?:der|die|das) (?<told>(?:${THIRD})(?: .+)?)$`,
  "u",
);

const CALLED = new RegExp(
  String.raw`^(.*eine?n? (?:\p{Ll}+ )?(?:${KIN})), (?:der|die|das) (\p{Lu}\p{Ll}+) heißt(.*)$`,
  "u",
);

/** The sentences that a German sentence is made of, each with its subject first. */
export function rephrase(sentence: string): string[] {
  const told = DEMONSTRATIVE.exec(sentence) ?? NAMED_CHILD.exec(sentence);
  if (told?.groups) {
    const { noun = "", name, told: predicate = "" } = told.groups;
    const head = sentence
      .slice(0, sentence.length - predicate.length)
      .replace(/, (?:der|die|das) $/, "");
    return [...rephrase(head), `mein ${noun}${name ? ` ${name}` : ""} ${predicate}`];
  }
  const called = CALLED.exec(sentence);
  if (called) return [`${called[1]} namens ${called[2]}${called[3]}`];
  const found = REPHRASINGS.find(([pattern]) => pattern.test(sentence));
  return [found ? sentence.replace(found[0], found[1]) : sentence];
}
