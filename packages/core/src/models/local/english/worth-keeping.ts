import type { Statement } from "../claims/claim.ts";
import { readVerb, type VerbPhrase } from "./read-verb.ts";
import type { Word } from "./read-words.ts";

const set = (words: string) => new Set(words.split(" "));

/** Verbs that say what somebody thinks, feels or does about the chat. */
const MIND = set(
  "think guess know mean see hope wish wonder believe suppose assume feel agree doubt bet promise understand remember forget realize realise notice hear say tell ask talk mention explain thank appreciate apologize want need like love look seem sound wait expect imagine care mind please welcome swear admit recommend suggest miss struggle refer kid joke try",
);

/** Verbs of errands and tries: worth a word only with a date or a name. */
const ERRANDS = set(
  "do make get go come take give put have be run use check write type text call send read watch work start stop finish create find show let keep stay leave feel figure fix sort add change update ask tell book",
);

const LIFE_EVENTS = set(
  "adopt break build buy cancel celebrate climb complete crash ditch divorce donate drop earn emigrate enroll enrol fail found fracture graduate hire immigrate inherit injure join launch lose marry move pass perform promote propose publish quit receive recover register renovate retire sell sign sprain steal subscribe switch train travel visit volunteer win",
);

const SKILLS = set(
  "play speak swim ride drive cook dance sing ski skate surf juggle sew knit read write draw eat drink tolerate digest bike",
);

/** Things of the task at hand, of the chat and of the moment. */
const TASK =
  /\b(?:questions?|problems?|issues?|errors?|bugs?|ideas?|doubts?|feelings?|thoughts?|code|functions?|scripts?|quer(?:y|ies)|files?|exceptions?|regex|strings?|arrays?|variables?|api|output|input|answers?|response|prompt|examples?|recipes?|suggestions?|recommendations?|tips?|advice|help|moment|minute|second|options?|sense|points?|things?|stuff|fun|luck|guess|mistake|assignment|homework|essay|paragraph|sentence|messages?|links?|page|button|screen|instructions?|documents?|spreadsheet|columns?|rows?|tables?|datasets?|database|headache|hurry|cold|nap|shower|bed|blast|lots? of|one|it all|pirate)\b/i;

const TRAITS =
  /\b(?:\S+-handed|colou?r-?blind|blind|deaf|pregnant|bilingual|trilingual|introvert\w*|extrovert\w*|gay|lesbian|bisexual|queer|trans\w*|non-?binary|asexual|jewish|muslim|christian|catholic|hindu|buddhist|sikh|atheist|agnostic|religious|disabled|dyslexic|autistic|diabetic|asthmatic|neurodivergent|sober|nearsighted|tall|anemic|vaccinated|certified|licensed)\b/i;

const PASSING =
  /^(?:an? )?(?:\w+ly )?(?:happy|sad|tired|sick|fine|ok|okay|good|great|nice|excited|here|there|back|busy|late|ready|right|wrong|amazing|awesome|beautiful|cute|cool|crazy|bored|hungry|thirsty|new|sure|glad|sorry|afraid|curious|confused|lost|stuck|mess|lot|little|while|few|huge pain|total|complete|joke)\b/i;

const PLATITUDE =
  /^(?:an? (?:mix|fan$|huge part|big part)|part of something|like |such |so |all about|(?:\w+ly |super |very )?important|everything|(?:my|our) (?:rocks?|future|world|strength|motivation|inspiration|happy place|everything)|off to (?:do|have|get|go|bed|work|school|sleep)\b)/i;

const CIVIL = /^(?:married|engaged|divorced|promoted|a (?:divorce|dog|cat|puppy|kitten))\b/i;

const SEARCH =
  /\b(?:job|flat|apartment|house|home|place to live|room|roommate|flatmate|internship|school|kindergarten|daycare)\b/i;

/** What the gate goes by. */
export interface KeepInput {
  /** The predicate as it was said. */
  readonly words: readonly Word[];
  readonly aboutUser: boolean;
  readonly isDated: boolean;
}

/** Whether a clause that no pattern knows is worth remembering: it lasts, or it is notable. */
export function isWorthKeeping({ words, aboutUser, isDated }: KeepInput): boolean {
  const verb = readVerb(words);
  if (!verb || verb.form === "hypothetical") return false;
  const text = verb.rest.map((word) => word.text).join(" ");
  if (speaksOfChat(text) || isUnresolved(verb)) return false;
  const content = verb.rest.filter(isContent);
  const isNotable = isDated || content.some(isEntity);
  if (!aboutUser) return keepsOther(verb, content, isDated);
  switch (verb.form) {
    case "copula":
      return keepsCopula(verb, isDated);
    case "present":
      return !MIND.has(verb.lemma) && content.length > 0;
    case "progressive":
      if (verb.lemma === "look") return SEARCH.test(text);
      if (MIND.has(verb.lemma)) return false;
      if (verb.lemma === "get" && CIVIL.test(text)) return true;
      return ERRANDS.has(verb.lemma) ? isNotable : content.length > 0;
    case "past":
    case "future":
      if (LIFE_EVENTS.has(verb.lemma) && content.length > 0) return true;
      return !MIND.has(verb.lemma) && isNotable && content.length > 0;
    case "perfect":
      return (
        !MIND.has(verb.lemma) &&
        content.some(
          (word) => isEntity(word) || word.tags.has("Value") || LIFE_EVENTS.has(verb.lemma),
        )
      );
    case "ability":
      return SKILLS.has(verb.lemma) && (content.length > 0 || verb.rest.length === 0);
    case "intention":
      return keepsIntention(verb, content, isDated);
    default:
      return verb.form satisfies never;
  }
}

function speaksOfChat(text: string): boolean {
  return (
    /\b(?:you|your|yours|maybe|perhaps|possibly|if|whether|wish)\b/i.test(text) || TASK.test(text)
  );
}

/** Whether it speaks of what only the chat shows: "took that picture", "have had them". */
function isUnresolved({ rest }: VerbPhrase): boolean {
  const text = rest.map((word) => word.lower).join(" ");
  return (
    /^(?:\S+ )?(?:it|them|him|her(?= (?:to|for|on|in|at|with)\b|$)|this|that|these|those|one|something|anything|everything|nothing|someone)\b/.test(
      text,
    ) ||
    /\b(?:it|them)$|\b(?:this|these|those) \w+|\bthat (?:one|game|place|day|time|way|kind|sort|picture|pic|photo)\b/.test(
      text,
    )
  );
}

function keepsOther(verb: VerbPhrase, content: readonly Word[], isDated: boolean): boolean {
  if (
    MIND.has(verb.lemma) &&
    verb.lemma !== "want" &&
    verb.lemma !== "like" &&
    verb.lemma !== "love"
  )
    return false;
  const rest = verb.rest.map((word) => word.text).join(" ");
  if (verb.form === "copula" && (PASSING.test(rest) || PLATITUDE.test(rest))) return false;
  if (verb.form === "copula")
    return content.length > 0 || isDated || verb.rest.some(({ tags }) => tags.has("Adjective"));
  return content.length > 0 || isDated || !ERRANDS.has(verb.lemma);
}

function keepsCopula({ rest }: VerbPhrase, isDated: boolean): boolean {
  const text = rest.map((word) => word.text).join(" ");
  if (PASSING.test(text) || PLATITUDE.test(text)) return false;
  if (
    TRAITS.test(text) ||
    (isDated && rest.some(({ tags }) => tags.has("Noun") && !tags.has("Date")))
  )
    return true;
  const isAbsence = /^(?:off|away|out of office|on (?:holiday|vacation|leave)|heading)\b/i.test(
    text,
  );
  const isThing = /^(?:an?|the|on|part|in charge) /i.test(text);
  return (isAbsence || isThing) && rest.some(({ tags }) => tags.has("Noun"));
}

function keepsIntention(
  { lemma, intent }: VerbPhrase,
  content: readonly Word[],
  isDated: boolean,
): boolean {
  if (MIND.has(lemma)) return false;
  if (intent === "need" || intent === "have") return isDated;
  return ERRANDS.has(lemma) ? isDated : content.length > 0 || lemma === "learn";
}

function isContent(word: Word): boolean {
  if (
    word.tags.has("Pronoun") ||
    word.tags.has("Date") ||
    (word.tags.has("Possessive") && word.lower.length < 6)
  )
    return false;
  if (/^\p{L}+days$/u.test(word.lower)) return word.lower !== "days";
  if (
    /^(?:times?|days?|weeks?|months?|years?|while|lot|bit|thing|way|kind|sort|ton|bunch)$/.test(
      word.lower,
    )
  )
    return false;
  return word.tags.has("Noun") || word.tags.has("Gerund") || word.tags.has("Value");
}

function isEntity(word: Word): boolean {
  return word.tags.has("ProperNoun") && word.lower !== "i";
}

/** How a kept clause is filed. */
export function attributeOf(words: readonly Word[], { predicate }: Statement): string {
  const form = readVerb(words)?.form;
  switch (form) {
    case "past":
      return "event";
    case "perfect":
      return "experience";
    case "future":
    case "intention":
      return "plan";
    case "progressive":
      return /\b20\d\d\b/.test(predicate) ? "plan" : "habit";
    default:
      return /^has\b/.test(predicate) ? "possession" : "habit";
  }
}
