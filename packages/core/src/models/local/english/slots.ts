import { PRODUCTS } from "../claims/products.ts";
import { alternatives } from "../../../text/alternatives.ts";
import type { Slots } from "../claims/compile-pattern.ts";
import { readWords } from "./read-words.ts";
import { CONDITIONS } from "./conditions.ts";
import { DIETS, EATING_RULES } from "./diets.ts";
import { COUNTS, KIN } from "./kin.ts";
import { isNationality, LANGUAGES } from "./origins.ts";
import { isJob } from "./professions.ts";

/** A phrase that goes on until one of these words. */
function until(words: readonly string[]): string {
  return String.raw`[^\s,]+(?:,? (?!(?:${words.join("|")})(?: |$))\S+)*`;
}

/** A noun of a list, with a few words before it. */
function nounPhrase(nouns: readonly string[], adjectives = 3): string {
  return String.raw`(?:[\p{L}\d-]+ ){0,${adjectives}}(?:${alternatives(nouns)})(?![\p{L}-])`;
}

const CLAUSE = String.raw`because|since|when|while|if|so|but|though|although|until|where|whenever|that|which|who|as`;
const TIME = String.raw`(?:in|since|from|until) (?:early |late )?(?:\p{Lu}\p{L}+ )?\d{4}|on \d{1,2} \p{Lu}\p{L}+|in the week|every|for (?:\d+|${COUNTS}) (?:days?|weeks?|months?|years?)|once|twice|at the moment`;
const PHRASE_END = [CLAUSE, TIME];
const ARTICLE = /^(?:an?|the|my|their|some|any)\s+/i;
const QUANTITY =
  /^(?:(?:a little|a bit of|some|fluent|basic|conversational|broken|native|both)(?= \p{Lu})|an?|the|any|all kinds of)\s+/u;
/** "The idea", "the second one": something of the talk, where "the sea" and "the piano" are for life. */
const NOT_PASSING = String.raw`(?!the (?!(?:ocean|sea|beach|mountains?|outdoors|theatre|theater|gym|cinema|opera|ballet|piano|violin|guitar|drums|cello|flute|countryside|city|woods|forest|rain|snow|cold|heat|sun|dark|internet|news|desert|circus|zoo|park|smell|taste|sound|dentist|vet|doctor|office|commute|winter|summer)\b)(?:\S+(?: there)?$|(?:first|second|third|next|other|former|latter) ))`;

// People who write without capitals mean the same.
function bothCases(word: string): string[] {
  return [word, word.toLowerCase(), word.charAt(0).toUpperCase() + word.slice(1)];
}

const SPOKEN = String.raw`(?:(?:a little|a bit of|some|fluent|basic|both|conversational|broken) )?(?:${alternatives(LANGUAGES.flatMap(bothCases))})`;
const HAVING = String.raw`(?:an?|one|no|${COUNTS}) `;

const NUMBER = String.raw`(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\p{L}+)?)`;

/** What the slots of the English patterns hold. */
export const ENGLISH_SLOTS: Slots = {
  ...Object.fromEntries(
    Object.entries(PRODUCTS).map(([kind, names]) => [
      kind,
      { pattern: `(?:${names})(?![\\p{L}\\d])` },
    ]),
  ),
  name: {
    pattern: String.raw`\p{Lu}[\p{L}.'-]*(?: (?:(?:von|van|de|del|da|di|al|bin) )?\p{Lu}[\p{L}.'-]*){0,3}`,
    accepts: isName,
  },
  names: {
    pattern: String.raw`\p{Lu}[\p{L}.'-]*(?:(?:, and |, | and | )\p{Lu}[\p{L}.'-]*){0,5}`,
    accepts: isName,
  },
  place: {
    pattern: until([
      ...PHRASE_END,
      "with|for|and|together|to|over|during|around|before|after|by|but|so",
    ]),
    accepts: (value) => !/^(?:\d+|peace|fear|the moment|trouble|debt)\b/i.test(value),
  },
  origin: { pattern: until(["to"]), drops: ARTICLE },
  job: {
    pattern: until([...PHRASE_END, "at|for|with|and|from|by|on|here|working|living|based|in|to"]),
    drops: ARTICLE,
    accepts: isJob,
  },
  role: { pattern: until([...PHRASE_END, "at|for|with|and|from|by|on|here|in"]), drops: ARTICLE },
  sector: {
    pattern: String.raw`(?:customer \p{L}+|sales|marketing|finance|banking|insurance|logistics|retail|hospitality|healthcare|education|academia|construction|real estate|recruiting|recruitment|procurement|operations|tech|consulting|publishing|advertising|HR|IT|PR)(?![\p{L}-])`,
  },
  workless: {
    pattern: String.raw`retired|unemployed|self[- ]employed|freelancing|between jobs|on parental leave|on maternity leave|on sabbatical`,
  },
  org: {
    pattern: String.raw`[^\s,]+(?: (?!(?:${[...PHRASE_END, "in|on|for|and|with|from|full-time|part-time"].join("|")})(?: |,|$))[^\s,]+)*`,
    drops: ARTICLE,
    accepts: (value) =>
      !/^(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|almost|over|about) |home|nights?|weekends|themselves|the moment|them|work|least|it|hard|free)\b/i.test(
        value,
      ),
  },
  company: {
    pattern: String.raw`\p{Lu}[\p{L}\d&.-]*(?: \p{Lu}[\p{L}\d&.-]*){0,3}`,
    accepts: (value) => isName(value) && !isPlace(value),
  },
  firm: {
    pattern: String.raw`\p{Lu}[\p{L}\d&.-]*(?: \p{Lu}[\p{L}\d&.-]*){0,3}`,
    accepts: (value) => isName(value) && !isPlace(value) && !isPerson(value),
  },
  field: { pattern: until([...PHRASE_END, "at|in|for|with|and|on"]) },
  degree: {
    pattern: String.raw`(?:[\p{L}'’.-]+ )?(?:[Pp]h\.?[Dd]|MBA|[Mm]aster|[Bb]achelor|MSc|BSc|degree|doctorate|diploma|apprenticeship|internship|thesis)\S*(?: (?:in|at|of|degree|on) \S+(?: \S+)*)?`,
  },
  school: {
    pattern: String.raw`(?:the )?(?:\S+ ){0,4}(?:university|college|school|academy|institute)(?: of \S+(?: \S+)?)?`,
  },
  number: { pattern: NUMBER },
  ordinal: { pattern: String.raw`\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|tenth` },
  age: { pattern: `${NUMBER}(?=$|[,.]| and| but)` },
  amount: { pattern: String.raw`\d.*` },
  height: {
    pattern: String.raw`\d'\d{1,2}|\d[.,]\d{1,2} ?m(?:et(?:er|re)s?)?|\d{3} ?cm|\d f(?:oo|ee)t(?: \d{1,2})?`,
  },
  years: { pattern: String.raw`\d+.*|${COUNTS} .*` },
  offspring: {
    pattern: String.raw`(?:(?:an?|their|our|my|the) )?(?:(?:first|second|third|fourth|another) )?(?:child|baby|twins|daughter|son|girl|boy)\b|(?:our|my|their) (?:first|second|third|fourth)\b`,
    drops: ARTICLE,
  },
  timezone: {
    pattern: String.raw`(?:GMT|UTC|CET|CEST|EST|PST|CST|MST|EDT|PDT|BST|IST|JST)(?:[+-]\d+)?`,
  },
  count: { pattern: COUNTS },
  length: {
    pattern:
      "(?:very |more )?(?:short|shorter|brief|concise|long|longer|detailed|succinct|to the point)(?: and \\w+)?",
  },
  status: { pattern: "single|married|divorced|engaged|widowed|separated" },
  partnerkin: { pattern: `(?:${alternatives(KIN.partner)})` },
  childkin: { pattern: nounPhrase(KIN.children) },
  petkin: { pattern: nounPhrase(KIN.pet) },
  breed: { pattern: `${nounPhrase(KIN.pet)}(?=$|,| and| who| that|[.])` },
  familykin: { pattern: nounPhrase(KIN.family) },
  contactkin: { pattern: nounPhrase(KIN.contact) },
  children: { pattern: `${HAVING}${nounPhrase(KIN.children)}.*`, drops: ARTICLE },
  pets: { pattern: `${HAVING}${nounPhrase(KIN.pet)}.*`, drops: ARTICLE },
  relatives: { pattern: `${HAVING}${nounPhrase(KIN.family)}.*`, drops: ARTICLE },
  siblinghood: {
    pattern: String.raw`(?:only child|twin|(?:oldest|eldest|youngest|middle) (?:child|sibling|of \w+).*)`,
  },
  diet: { pattern: `(?:${alternatives(DIETS.flatMap(bothCases))})` },
  rule: { pattern: `(?:${alternatives(EATING_RULES)})` },
  food: {
    pattern: until([...PHRASE_END, "for|at|on|in|with|before|after|per|again|from|together"]),
    drops: QUANTITY,
    accepts: (value) =>
      !/^(?:out|lunch|dinner|breakfast|late|early|healthy|healthily|well|less|more|too|like|here|there|it|that|this|them|about|something|anything|everything)\b/i.test(
        value,
      ),
  },
  foodstuff: {
    pattern: String.raw`\p{Ll}[^\s,]*(?: (?!(?:${TIME}|${CLAUSE}|for|at|on|in)(?: |$))[^\s,]+)*`,
    drops: QUANTITY,
  },
  impairment: {
    pattern: String.raw`(?:an? )?(?:(?:type \d|insulin-dependent) )?(?:coeliac|celiac|diabetic|asthmatic|dyslexic|epileptic|an[ae]+mic|autistic|hard of hearing|deaf|blind|(?:\S+ )?colou?r[- ]?blind|visually impaired|hypertensive|neurodivergent|immunocompromised|short-sighted|near-?sighted|bipolar|insulin-dependent)`,
    drops: ARTICLE,
  },
  sickness: {
    pattern:
      "(?:horribly |easily |really |very )?(?:seasick|carsick|travel sick|motion sick|airsick|migraines|hay fever|panic attacks|heartburn|nosebleeds|cold sores|sunburnt)(?: easily)?",
  },
  condition: {
    pattern: nounPhrase(
      CONDITIONS.flatMap((word) => [
        word,
        word.toUpperCase(),
        word.charAt(0).toUpperCase() + word.slice(1),
      ]),
    ),
    drops: ARTICLE,
  },
  ailment: { pattern: until([...PHRASE_END, "in|at|after|as|on|last"]), drops: ARTICLE },
  allergen: { pattern: String.raw`[\p{L}-]+`, drops: ARTICLE },
  language: { pattern: `(?:${alternatives(LANGUAGES.flatMap(bothCases))})` },
  languages: {
    pattern: String.raw`${SPOKEN}(?:(?:, and |, | and |, as well as | as well as | but also )${SPOKEN})*`,
    drops: QUANTITY,
  },
  nationality: { pattern: String.raw`[\p{L}-]+`, accepts: isNationality },
  thing: { pattern: until(PHRASE_END), drops: ARTICLE },
  things: {
    pattern: NOT_PASSING + until(PHRASE_END),
    drops: QUANTITY,
    accepts: (value) =>
      !/\b(?:it|its|them|him|his|her|hers|you|your|yours|one|everything|something|nothing|anything|stuff|things|the (?:way|fact|idea))\b|\b(?:this|that|these|those)\b(?! (?:the|is|are)\b)|^(?:to|how|what|when|being|seeing)\b/i.test(
        value,
      ),
  },
  beverage: { pattern: "coffees?|tea|wine|beer|alcohol|soda|cola|caffeine" },
  passion: {
    pattern: String.raw`[\p{L}-]+(?: [\p{L}-]+)?`,
    accepts: (value) => !/^(?:big|huge|real|massive|great|total)\b/i.test(value),
  },
  title: {
    pattern: String.raw`(?:co-)?(?:head|director|ceo|cto|cfo|founder|president|vp|vice president|chief \S+ officer|lead|captain|chair)\b.*`,
  },
  plan: { pattern: String.raw`(?:\S+ ){1,2}(?:plan|tier|subscription|package)` },
  topic: { pattern: String.raw`[\p{L}-]+(?: [\p{L}-]+){0,2}` },
  purpose: { pattern: String.raw`\S+(?: \S+){0,3}` },
  date: { pattern: until(["in", "and", "but"]), accepts: (value) => /\d/.test(value) },
};

function isPlace(value: string): boolean {
  return readWords(value).some(({ tags }) => tags.has("Place"));
}

function isPerson(value: string): boolean {
  return readWords(value).some(({ tags }) => tags.has("FirstName") || tags.has("Person"));
}

/** Whether a phrase may be a name: it begins with a capital. */
function isName(value: string): boolean {
  return /^\p{Lu}/u.test(value) && !/^(?:I|The|My)\b/.test(value);
}
