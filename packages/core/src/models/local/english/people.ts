import { alternatives } from "../../../text/alternatives.ts";
import type { Statement } from "../claims/claim.ts";
import type { Other } from "../extract/reader.ts";
import { EVENT_NOUNS } from "./event-nouns.ts";
import { COUNTS, KIN, kinKind } from "./kin.ts";

const NOUNS = alternatives(Object.values(KIN).flat());
const WORD = String.raw`\p{Lu}(?:[\p{L}-]|'\p{Lu})*\p{L}`;
const NAME = String.raw`${WORD}(?: (?!I\b)${WORD})?`;
const NAMES = String.raw`${NAME}(?:(?:, and |, | and )${NAME})*`;
const NO_NAME =
  /^(?:I|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|Christmas|Easter|English|German|French|Spanish|Italian)\b/;

/** "Ingrid, my new lead": the name may come first. */
const APPOSITION = new RegExp(
  String.raw`(?<names>${NAME}),? (?:my|our) (?<adjectives>(?:[\p{Ll}\d-]+ ){0,3}?)(?<noun>${NOUNS})(?=[,.!?)]|$)`,
  "gu",
);

const RELATIVE = new RegExp(
  String.raw`\b(?:my|our|My|Our) (?:(?<count>${COUNTS}) )?(?<adjectives>(?:[\p{Ll}\d-]+ ){0,3}?)(?<noun>${NOUNS})(?![\p{L}'-])(?:,? (?:(?:called|named) )?(?<names>${NAMES}))?(?:,? (?:who is )?\(?(?<age>\d{1,2})(?: years old|\)))?`,
  "gu",
);

/** "My dog's name is Pickle", "my dog is called Pickle". */
const CALLED = new RegExp(
  String.raw`\b(?:my|our|My|Our) (?<adjectives>(?:[\p{Ll}\d-]+ ){0,3}?)(?<noun>${NOUNS})(?:'s name is| is called| is named) (?<names>${NAME})`,
  "gu",
);

function mentionsOf(sentence: string): RegExpExecArray[] {
  return [...sentence.matchAll(RELATIVE), ...sentence.matchAll(APPOSITION)];
}

/**
 * What a sentence says in passing of who belongs to the user: "for my 5-year-old son Leo".
 *
 * Only those with a name or a number: "my wife" alone says little.
 */
export function findRelatives(sentence: string): Statement[] {
  const statements: Statement[] = [];
  for (const { groups } of mentionsOf(sentence)) {
    const { count, adjectives = "", noun = "", names: said, age } = groups ?? {};
    const names = said && !NO_NAME.test(said) ? said : undefined;
    const kind = kinKind(noun);
    if (!kind || (!names && !count)) continue;
    if (!names) {
      statements.push({ subject: "User", predicate: `has ${count} ${adjectives}${noun}` });
    } else if (kind === "partner" || kind === "contact") {
      statements.push({ subject: `User's ${adjectives}${noun}`, predicate: `is called ${names}` });
    } else {
      const aged = age ? `${age}-year-old ` : "";
      const what = `${aged}${adjectives}${noun}`;
      const article = count ?? (/^(?:[aeio]|8|11|18)/i.test(what) ? "an" : "a");
      statements.push({ subject: "User", predicate: `has ${article} ${what} named ${names}` });
    }
  }
  return statements;
}

const FEMALE =
  /^(?:wife|girlfriend|fiancée|daughter|stepdaughter|sister|mother|mom|mum|mama|grand(?:mother|ma|daughter)|granny|nan|nana|gran|aunt|niece|step(?:mother|mom)|mother-in-law|sister-in-law|ex-wife|twin sister|half-sister|mother in law|sister in law|goddaughter|godmother)$/;
const MALE =
  /^(?:husband|hubby|boyfriend|fiancé|son|stepson|brother|father|dad|papa|grand(?:father|pa|son|ad|dad)|uncle|nephew|step(?:father|dad)|father-in-law|brother-in-law|ex-husband|twin brother|half-brother|father in law|brother in law|godson|godfather)$/;

/** Who "my sister Anna" or "my car" is, in the third person. */
export function describeOther(phrase: string): Other {
  const owned = /^(?:my|our) (.+)$/i.exec(phrase)?.[1];
  if (!owned) return { subject: phrase, pronouns: ["she", "he"] };
  const named = new RegExp(
    String.raw`^(?<what>(?:[\p{Ll}\d-]+ ){0,3}?(?<noun>${NOUNS}))(?:,? (?:(?:called|named) )?(?<name>${NAMES}))?,?$`,
    "u",
  ).exec(owned)?.groups;
  const noun = named?.["noun"] ?? "";
  const name = named?.["name"];
  return {
    subject: name ? `${name}, the user's ${named?.["what"]},` : `User's ${owned}`,
    pronouns: pronounsOf(noun),
  };
}

function pronounsOf(noun: string): readonly string[] {
  if (FEMALE.test(noun)) return ["she"];
  if (MALE.test(noun)) return ["he"];
  const kind = kinKind(noun);
  if (!kind) return [];
  if (/(?:s|children|people)$/.test(noun) && noun !== "boss") return ["they"];
  return kind === "pet" ? ["he", "she", "it"] : ["he", "she", "they"];
}

const INTRODUCED = new RegExp(
  String.raw`\b(?:have|has|had|got|adopted|bought) (?:a|an|one) (?:[\p{Ll}\d-]+ ){0,3}?(?<noun>${NOUNS})(?![\p{L}'-])`,
  "iu",
);

/** Who a sentence brings in, to be spoken of as "she" later: "I have a sister". */
export function findIntroduced(sentence: string): Other | undefined {
  const noun = INTRODUCED.exec(sentence)?.groups?.["noun"];
  return noun === undefined ? undefined : { subject: `User's ${noun}`, pronouns: pronounsOf(noun) };
}

const UNNAMED = new RegExp(
  String.raw`\b(?:my|our) (?<adjectives>(?:[\p{Ll}\d-]+ ){0,2}?)(?<noun>${NOUNS})(?!\p{L}|-)(?! (?:\p{Lu}|called|named))`,
  "giu",
);

/** The people and animals that a sentence speaks of, to be spoken of by name or as "she" later. */
export function findMentioned(sentence: string): Other[] {
  const unnamed = [...sentence.matchAll(UNNAMED)].map(({ groups }) => ({
    subject: `User's ${groups?.["adjectives"]}${groups?.["noun"]}`,
    pronouns: pronounsOf(groups?.["noun"] ?? ""),
  }));
  return [...unnamed, ...findNamed(sentence)];
}

function findNamed(sentence: string): Other[] {
  return [...mentionsOf(sentence), ...sentence.matchAll(CALLED)].flatMap(({ groups }) => {
    const { adjectives = "", noun = "", names } = groups ?? {};
    if (!names || NO_NAME.test(names)) return [];
    return names.split(/, and |, | and /).map((name) => ({
      subject: `${name}, the user's ${adjectives}${noun},`,
      pronouns: pronounsOf(noun),
    }));
  });
}

const EVENT = new RegExp(
  String.raw`\b(?:the|a|an|my|our) ((?:[\w-]+ ){0,2}?(?:${EVENT_NOUNS}))\b`,
  "gi",
);

/** The events that a sentence brings in, to be spoken of as "it" later. */
export function findEvents(sentence: string): Other[] {
  return [...sentence.matchAll(EVENT)].map((match) => ({
    subject: `User's ${match[1]}`,
    pronouns: ["it"],
  }));
}

/** "His wife Yuki", behind "my brother Marcus": whose she is, and how she is called. */
export function describeRelative(phrase: string, owner: Other): Other | undefined {
  const match = new RegExp(
    String.raw`^(?:his|her|their) (?<what>(?:[\p{Ll}-]+ )?(?<noun>${NOUNS}))(?:,? (?<name>${NAME}))?,?$`,
    "iu",
  ).exec(phrase)?.groups;
  if (!match) return undefined;
  const { what = "", noun = "", name } = match;
  const [whose = owner.subject] = owner.subject.split(",", 1);
  const owned = `${whose}'s ${what}`;
  return { subject: name ? `${name}, ${owned},` : owned, pronouns: pronounsOf(noun) };
}
