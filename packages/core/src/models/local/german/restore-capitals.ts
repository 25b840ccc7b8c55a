import {
  DETERMINERS,
  FIRST_PERSON,
  isFiniteVerb,
  isSmallWord,
  PREPOSITIONS,
} from "./closed-words.ts";
import { CONDITIONS, findKin, isJob, LANGUAGES } from "./vocabulary.ts";

const NOUN_ENDING =
  /(?:ung|heit|keit|schaft|tion|sion|tät|ismus|iker|ikerin|erin|[äöü]\p{Ll}{1,4}chen|ling|ment|euro|miete|budget|gehalt|marathon|termin|training|prüfung|allergie|probleme?|kurs|projekt|tag|woche|monat)(?:en|s)?$/u;
const NOUN_IN_T =
  /(?:arbeit|zeit|stadt|angst|welt|nacht|luft|kunst|fahrt|haut|wurst|brust|markt|boot|brot|obst|rest|test|punkt|recht|gericht|gewicht|sport|ort|wort|bett|haft|konzert|projekt|arzt|budget|internet|geburt|fleisch)$/;
const PARTICIPLE =
  /^(?:\p{Ll}{2,4})?ge\p{Ll}+(?:t|en)$|^(?:be|ver|er|ent|zer)\p{Ll}+(?:t|en)$|iert$/u;
const TRANSITIVE =
  /^(?:hab|habe|haben|hat|hatte|nehme|nehm|nimmt|trinke|trink|trinkt|trinken|esse|ess|isst|essen|mag|mögen|spiele|spiel|spielt|spreche|sprech|spricht|lerne|lern|lernt|nutze|nutz|benutze|verwende|liebe|liebt|hasse|hasst|brauche|brauch|braucht|studiere|studiert|unterrichte|kriege|mache|mach|macht|lese|les|fahre|fahr|koche|schreibe|schreib)$/;
/** Behind these an adjective ends in -n, so that what ends in -e is the noun. */
const DATIVE = /^(?:(?:k?ein|mein|dein|unser)e[rm]|dem|zum|zur|im|am|beim|vom)$/;
const ADJECTIVE_IN_ER =
  /^(?:schwanger|sicher|sauer|lecker|teuer|sauber|bitter|munter|heiser|tapfer|mager|bitter|locker|hager)$/;
const NAMING = /^(?:heiße|heißt|namens|heiß)$/;
const COMPLEMENT = /^(?:bin|ist|war|wurde|werde)$/;
const TIMES =
  /^(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|weihnachten|ostern|jahre?n?|monate?n?|wochen?|tagen?|stunden?|minuten?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|uhr)$/;
const KNOWN = new Set([...LANGUAGES, ...CONDITIONS.split("|")].map((word) => word.toLowerCase()));

/**
 * A sentence of somebody who writes all in small letters, with capitals for its nouns and names, by
 * the words around them; a sentence with capitals stays as it is. Keeps every word and its place.
 */
export function restoreCapitals(sentence: string): string {
  if (!/^[^\p{L}]*\p{Ll}/u.test(sentence) && /\S\s+\p{Lu}/u.test(sentence)) return sentence;
  const tokens = sentence.split(/([^\p{L}\d'-]+)/u);
  const words = tokens.filter((_, index) => index % 2 === 0);
  const nouns = findNouns(words, tokens);
  return tokens
    .map((token, index) => (index % 2 === 0 && nouns.has(index / 2) ? capitalize(token) : token))
    .join("");
}

function findNouns(words: readonly string[], tokens: readonly string[]): ReadonlySet<number> {
  const nouns = new Set<number>();
  const endsAt = (index: number) => /[,;.!?:]/.test(tokens[2 * index + 1] ?? "");
  const joinsNext = (index: number) => !endsAt(index);
  words.forEach((word, index) => {
    const before = (words[index - 1] ?? "").toLowerCase();
    const joins = index > 0 && !endsAt(index - 1);
    const isVerb = joinsNext(index) && /^(?:ich|wir)$/.test(words[index + 1] ?? "");
    const isFirst = joins && /^(?:ich|wir)$/.test(before);
    if (!isContent(word) || isVerb || isFirst) return;
    // "Honig esse ich" begins with its object.
    if (/^(?:ich|wir)$/.test(words[index + 2] ?? "") && FIRST_PERSON.has(words[index + 1] ?? "")) {
      nouns.add(index);
    }
    const head = headOfPhrase(words, index, endsAt);
    if (isKnownNoun(word)) nouns.add(index);
    if (/^\d/.test(words[index + 1] ?? "") && !endsAt(index) && !isVerbLike(word)) nouns.add(index);
    if (!joins) {
      if (isFiniteVerb(words[head + 1] ?? "") && !isFiniteVerb(word)) nouns.add(head);
      return;
    }
    if (DETERMINERS.has(before) || PREPOSITIONS.has(before) || isNumber(before)) {
      if (before === "zu" && !isKnownNoun(word)) return;
      const isSuperlative = before === "am" && word.endsWith("sten");
      const isPronoun = before === "das" ? isVerbLike(word) : isFiniteVerb(word);
      const isDone = isNumber(before) && PARTICIPLE.test(word);
      if (!isSuperlative && !isPronoun && !isDone)
        nouns.add(DATIVE.test(before) && word.endsWith("e") ? index : head);
    } else if (TRANSITIVE.test(before) && !PARTICIPLE.test(word) && !isFiniteVerb(word)) {
      nouns.add(head);
    } else if (NAMING.test(before) || (nouns.has(index - 1) && isName(words, index, endsAt))) {
      nouns.add(index);
    } else if (COMPLEMENT.test(before) && endsAt(index) && isNumber(words[index + 1] ?? "")) {
      nouns.add(index);
    } else if (COMPLEMENT.test(before) && isJob(capitalize(word)) && !ADJECTIVE_IN_ER.test(word)) {
      nouns.add(index);
    } else if (
      before === "und" &&
      nouns.has(previousNoun(words, index)) &&
      isLast(words, index, endsAt)
    ) {
      nouns.add(index);
    } else if (
      isLast(words, index, endsAt) &&
      hasTransitive(words, index) &&
      !isPredicative(word)
    ) {
      nouns.add(index);
    }
  });
  return nouns;
}

function isContent(word: string): boolean {
  // "pnpm" and its like are written small by everybody.
  const isWord = /^\p{Ll}[\p{L}\d'-]+$/u.test(word) && /[aeiouyäöü]/.test(word);
  return isWord && !isSmallWord(word) && !FIRST_PERSON.has(word);
}

function isKnownNoun(word: string): boolean {
  return (
    (NOUN_ENDING.test(word) && !PARTICIPLE.test(word) && word !== "machen") ||
    TIMES.test(word) ||
    KNOWN.has(word) ||
    (findKin(word) !== undefined && !/^(?:groß|klein|ältest|jüngst)e/.test(word))
  );
}

function isNumber(word: string): boolean {
  return /^\d[\d.,]*$|^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)$/.test(word);
}

/** The noun behind its adjectives: "neue wohnung" has it in "wohnung". */
function headOfPhrase(
  words: readonly string[],
  start: number,
  endsAt: (index: number) => boolean,
): number {
  let at = start;
  while (
    /(?:e|en|er|es|em)$/.test(words[at] ?? "") &&
    !isKnownNoun(words[at] ?? "") &&
    !endsAt(at) &&
    isContent(words[at + 1] ?? "") &&
    !isVerbLike(words[at + 1] ?? "")
  ) {
    at += 1;
  }
  return at;
}

function isVerbLike(word: string): boolean {
  return (
    isFiniteVerb(word) ||
    FIRST_PERSON.has(word) ||
    (word.length > 3 && word.endsWith("t") && !NOUN_IN_T.test(word)) ||
    PARTICIPLE.test(word)
  );
}

/** Whether a word behind a noun is the name of whom the noun speaks of: "mein sohn finn hat". */
function isName(
  words: readonly string[],
  index: number,
  endsAt: (index: number) => boolean,
): boolean {
  const owner = findKin(words[index - 1] ?? "");
  if (!owner || isVerbLike(words[index] ?? "")) return false;
  const next = words[index + 1] ?? "";
  return next === "" || endsAt(index) || next === "und" || isVerbLike(next);
}

function previousNoun(words: readonly string[], index: number): number {
  return /^\d/.test(words[index - 2] ?? "") ? index - 3 : index - 2;
}

function isLast(
  words: readonly string[],
  index: number,
  endsAt: (index: number) => boolean,
): boolean {
  return (
    index === words.length - 1 || endsAt(index) || /^(?:und|oder)$/.test(words[index + 1] ?? "")
  );
}

function hasTransitive(words: readonly string[], index: number): boolean {
  return words.slice(Math.max(0, index - 9), index).some((word) => TRANSITIVE.test(word));
}

function isPredicative(word: string): boolean {
  return (
    PARTICIPLE.test(word) ||
    isFiniteVerb(word) ||
    /(?:ig|lich|(?<!fle|^f|^t|esst)isch|los|bar|sam|haft|en|frei|mal|s)$/.test(word)
  );
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
