import type { Affirmed } from "../claims/language.ts";
import { readWords } from "./read-words.ts";
import { toThirdPersonVerb } from "./to-third-person.ts";

/** Words that carry no fact: dropped from what is stored. */
const FILLERS =
  /\b(?:actually|also|already|as well|at the moment|basically|currently|definitely|honestly|(?<!, )just|kind of|literally|(?<!for |until |by )now|nowadays|obviously|really|right now|sort of|these days|(?:too|then)(?=$|[,.;])|totally|simply|either|by now|of course|finally|absolutely|truly|pretty much|very much|lol|haha)\b(?! (?:of|as|like|late|many|much|young|old|long|far|big|small|good)\b),?/gi;

/** Adverbs that stay in the text, and do not matter to what is claimed. */
const ADVERBS =
  /\b(?:always|usually|mostly|mainly|often|sometimes|originally|occasionally|generally|normally|regularly|primarily|recently|only|again|especially|particularly|severely|highly|deathly|strictly|proudly|officially|probably|even|almost|exclusively|typically|frequently)\b /gi;

/** A predicate without filler words. */
export function dropFillers(predicate: string): string {
  return predicate
    .replace(FILLERS, (filler, offset: number) => {
      // "On Mondays now, at six" keeps the comma, "is now, actually, in Rome" needs none.
      const isEnclosed = /(?:^|,) ?$/.test(predicate.slice(0, offset));
      return filler.endsWith(",") && !isEnclosed ? "," : " ";
    })
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.;])/g, "")
    .trim();
}

type Reading = readonly [
  pattern: RegExp,
  polarity: Affirmed["polarity"],
  core: (match: RegExpExecArray) => string,
  /** The predicate in better words. */
  say?: (match: RegExpExecArray) => string,
];

const verbOf = (match: RegExpExecArray) => toThirdPersonVerb(match[1] ?? "");
const rest = (match: RegExpExecArray, group: number) => match[group] ?? "";

const READINGS: readonly Reading[] = [
  [
    /^wants the assistant (?:not to|to never) (.+)$/i,
    "denied",
    (m) => `wants the assistant to ${rest(m, 1)}`,
  ],
  [/^no longer (.+)$/i, "ended", (m) => rest(m, 1)],
  [
    /^does not (\w+)(.*?),? (?:anymore|any longer)\b(.*)$/i,
    "ended",
    (m) => verbOf(m) + rest(m, 2) + rest(m, 3),
    (m) => `no longer ${verbOf(m)}${rest(m, 2)}${rest(m, 3)}`,
  ],
  [
    /^(is|has|can)(?: not|not) (.*?),? (?:anymore|any longer)\b(.*)$/i,
    "ended",
    (m) => `${rest(m, 1)} ${rest(m, 2)}${rest(m, 3)}`,
    (m) =>
      rest(m, 1) === "is"
        ? `is no longer ${rest(m, 2)}${rest(m, 3)}`
        : `no longer ${rest(m, 1)} ${rest(m, 2)}${rest(m, 3)}`,
  ],
  [/^(is|has|can) no longer (.+)$/i, "ended", (m) => `${rest(m, 1)} ${rest(m, 2)}`],
  [
    /^(?:has )?(?:stopped|quit|given up|gave up) (\w+ing)\b(.*)$/i,
    "ended",
    (m) => gerundVerb(rest(m, 1)) + rest(m, 2),
  ],
  [
    /^used to (\w+)\b(.*)$/i,
    "ended",
    (m) => (/^be$/i.test(rest(m, 1)) ? "is" : verbOf(m)) + rest(m, 2),
  ],
  [
    /^(?:does not|never|rarely ever) (?!been\b)(\w+)\b(.*)$/i,
    "denied",
    (m) => baseVerb(rest(m, 1)) + rest(m, 2),
  ],
  [/^(is|has|was|can) (?:not|never) (.+)$/i, "denied", (m) => `${rest(m, 1)} ${rest(m, 2)}`],
  [/^(cannot) (.+)$/i, "denied", (m) => `can ${rest(m, 2)}`],
  [/^has no (.+)$/i, "denied", (m) => `has ${rest(m, 1)}`],
];

/** What a predicate says or denies, as an affirmation without adverbs. */
export function affirm(predicate: string): Affirmed {
  const plain = dropFillers(predicate);
  const bare = plain.replace(ADVERBS, "");
  for (const [pattern, polarity, core, say] of READINGS) {
    const match = pattern.exec(bare);
    if (!match) continue;
    const reworded = say && pattern.exec(plain);
    const affirmative = core(match).replace(/\bany /, "");
    const text = reworded ? say(reworded) : plain;
    return { text, bare, core: affirmative, variants: plainerForms(affirmative), polarity };
  }
  return { text: plain, bare, core: bare, variants: plainerForms(bare), polarity: "affirmed" };
}

/** "Has moved" as "moved", "is living" and "has been living" as "lives". */
function plainerForms(predicate: string): string[] {
  const progressive = /^(?:is|has been) (\w+ing)\b(.*)$/i.exec(predicate);
  if (progressive) return [gerundVerb(progressive[1] ?? "") + progressive[2]];
  const perfect =
    /^has ((?:been )?\w+(?:ed|en|t|got|left|sold|found|become|gone|begun|quit)?\b.*)$/i.exec(
      predicate,
    );
  return perfect && !/^has (?:an?|the|no|two|three|four|five|\d)\b/.test(predicate)
    ? [
        (perfect[1] ?? "")
          .replace(/^been /, "was ")
          .replace(/^gone\b/, "went")
          .replace(/^become\b/, "became"),
      ]
    : [];
}

/** "smoking" as "smokes". */
function gerundVerb(gerund: string): string {
  return toThirdPersonVerb(readWords(`keeps ${gerund}`)[1]?.root ?? gerund);
}

/** "never drinks" is inflected, "does not drink" is not. */
function baseVerb(verb: string): string {
  return /[^s]s$/.test(verb) || verb === "is" ? verb : toThirdPersonVerb(verb);
}
