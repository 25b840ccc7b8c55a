import { alternatives } from "../../../text/alternatives.ts";
import { EVENT_NOUNS } from "./event-nouns.ts";
import { TRAITS } from "./gate-words.ts";
import { KIN } from "./kin.ts";
import { isAdverb, isFiniteAt } from "./read-structure.ts";
import { readWords, type Word } from "./read-words.ts";

/** How sentences begin whose subject is left out, and the subject. */
const LEFT_OUT: readonly (readonly [start: RegExp, subject: string])[] = [
  [
    /^(?=(?:just |still |also |recently |never )*(?:been|gone|got(?:ten)?|had|taken|written|seen) (?!to\b))(?=(?:\w+ )*?(?:been \w+ing|been to|never \w+))/i,
    "I have ",
  ],
  [
    /^(?=(?:just |recently |finally |also )*(?:moved|started|bought|sold|got|quit|joined|signed up|switched|finished|adopted|went|graduated|met|lost|won|broke|passed|gave up|booked|grew up|used to|turned|had) \S)/i,
    "I ",
  ],
  [
    /^(?=(?:just |still |currently |also )*(?:working|living|studying|trying|planning|training|learning|thinking|looking|saving|going|moving|flying|getting|staying|teaching|building) \S)/i,
    "I am ",
  ],
  [
    /^(?=(?:can not|could not|will not|have not|did not|was not|am not|do not (?:have|like|own|eat|drink|speak|work|live|really|even|want)) \S)/i,
    "I ",
  ],
  [
    /^(?=no (?:(?:[\w-]+ ){1,3}(?:at home|in the house|except|apart from|so far)\b|(?:kids|children|pets|siblings|allergies|medication|equipment|experience|car|partner)\b(?! please)))/i,
    "I have ",
  ],
  [
    /^(?=(?:never|always|usually|mostly|rarely|hardly ever|often|sometimes) (?:had|have|eat|drink|cook|sleep|wake|get|go|fly|drive|smoke|work|train|run|walk|wear|travel|shop)\b)/i,
    "I ",
  ],
  [
    /^(?=(?:absolutely |really |also |totally )*(?:love|hate|loathe|adore|prefer|live in|live with|work at|work as|work in|work for|can not stand) \S)/i,
    "I ",
  ],
  [
    /^(?=(?:allergic to|married to|based in|originally from|born in|from \p{Lu}|vegetarian|vegan|single|divorced|retired)\b)/iu,
    "I am ",
  ],
];

const RELATIVES = alternatives([...KIN.partner, ...KIN.children, ...KIN.pet, ...KIN.family]);

/** What people have one of, and so speak of without "my". */
const OWN =
  "budget|rent|salary|mortgage|birthday|passport|visa|lease|contract|therapist|physio|doctor|dentist|gp|landlord|boss|manager|oven|car|phone|laptop|blood pressure|resting heart rate|diet|height|weight|job|commute|hometown|native language|mother tongue";

const FINITE = "is|are|was|were|has|have|had|will|can|does|did|got";

const UNOWNED = new RegExp(
  String.raw`(?<=^|[,;] (?:and |but |so )?|\b(?:and|but|because|so|since) )(?:the )?(?=(?:${RELATIVES}) (?:(?:${FINITE})\b|\p{Ll}+(?:s|ed|n't) (?!and\b)|do not\b|will not\b)|(?:${OWN}) (?:is|are|was|has|runs|starts|ends|expires|wants|says)\b)(?<first>.)`,
  "giu",
);

/** "Goal: a 10k in May". */
const LABELLED =
  /^(name|age|goal|budget|job|diet|height|weight|birthday|hometown|favou?rite [\w-]+): ?(?=\S)/i;

/** "Knee surgery on 14 December", "vegan here". */
const APPOINTMENT = new RegExp(
  String.raw`^((?:[\w-]+ ){0,2}(?:${EVENT_NOUNS})) (?=(?:on|at|in|next|this|tomorrow)\b)`,
  "i",
);
const HERE =
  /^(?!same|nothing|almost|raining|anyone|anybody|nobody|everyone|I |we |you |it |that |this |is |from )([\p{L}\d' -]{3,40}?) here(?=[,.!]|$)/iu;

const FREQUENCY = String.raw`(?:every|each|most) (?:single )?(?:other )?(?:day|morning|evening|night|week|weekend|month|year|\p{Lu}\p{Ll}+day)s?|(?:once|twice|(?:\w+|\d+) times) (?:a|per|every) (?:day|week|month|year)|on (?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|weekdays)`;

/** "Porridge every morning", "yoga twice a week". */
const HABIT = new RegExp(
  String.raw`^(?!my |our |the |that |this |it |I |we |he |she |they |you )((?:[\p{L}\d-]+ ){0,4}?[\p{L}\d-]+),? ((?:${FREQUENCY})(?![\p{L}]).*)$`,
  "iu",
);

/** "Been living in Oslo since May" with the "I have" that people leave out, "rent is 900" with its "my". */
export function restoreSubject(text: string): string {
  const labelled = LABELLED.exec(text);
  if (labelled?.[1]) return `my ${labelled[1].toLowerCase()} is ${text.slice(labelled[0].length)}`;
  const appointment = APPOINTMENT.exec(text);
  if (appointment?.[1] && !hasVerb(readWords(text))) {
    return `my ${lowerFirst(appointment[1])} is ${text.slice(appointment[0].length)}`;
  }
  const owned = text.replace(UNOWNED, (_, first: string) => `my ${first.toLowerCase()}`);
  if (owned !== text) return owned;
  const here = HERE.exec(text);
  if (here?.[1] && !hasVerb(readWords(here[1]).slice(1))) {
    return `I am ${lowerFirst(here[1])}${text.slice(here[0].length)}`;
  }
  const found = LEFT_OUT.find(([start]) => start.test(text));
  if (found) return found[1] + lowerFirst(text);
  const [, what, often] = HABIT.exec(text) ?? [];
  if (what && often && !hasVerb(readWords(what))) return `I have ${lowerFirst(what)} ${often}`;
  const subject = subjectOfFragment(text);
  return subject ? subject + lowerFirst(text) : text;
}

/** What a sentence without a finite verb leaves out: "not a fan of okra", "new to Rust". */
function subjectOfFragment(text: string): string | undefined {
  const [fragment = ""] = text.split(/[,;:.!?](?: |$)| (?:and|but|so|because) /, 1);
  const words = readWords(fragment);
  const first = words.findIndex((word) => !isAdverb(word) || word.lower === "not");
  const [head, next] = words.slice(first === -1 ? words.length : first);
  if (!head || !next) return undefined;
  if (/^(?:allowed|supposed|diagnosed|raised|brought|laid|made) /i.test(fragment)) return "I was ";
  if (hasVerb(words)) return undefined;
  if (head.lower === "not" && /^(?:an?|into|keen|really|much|very|big)$/.test(next.lower))
    return "I am ";
  if (isTrait(words) || (head.tags.has("Gerund") && head.lower !== "meeting")) return "I am ";
  return head.tags.has("Adjective") && /^(?:to|with|in|at|of|on|from)$/.test(next.lower)
    ? "I am "
    : undefined;
}

/** "Nine weeks pregnant": ends with what somebody is. */
function isTrait(words: readonly Word[]): boolean {
  const isPlain = !/^(?:an?|the|my|our|his|her|their|your|is|are|any|some)$/.test(
    words[0]?.lower ?? "",
  );
  return isPlain && words.length < 5 && TRAITS.test(words.at(-1)?.lower ?? "");
}

function hasVerb(words: readonly Word[]): boolean {
  return words.some((_, index) => isFiniteAt(words, index));
}

function lowerFirst(text: string): string {
  return /^(?:I\b|\p{Lu}[\p{Lu}\d])/u.test(text) || readWords(text)[0]?.tags.has("ProperNoun")
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}
