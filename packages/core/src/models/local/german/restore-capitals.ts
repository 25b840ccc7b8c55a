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
const KIND_OF_PERSON =
  /(?:händer|träger|fahrer|spieler|raucher|sportler|läufer|trinker|esser|anfänger|schläfer|aufsteher|besitzer|mieter)(?:in)?$/;
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

interface Text {
  readonly words: readonly string[];
  /** Whether a clause or an item ends behind the word. */
  readonly endsAt: (index: number) => boolean;
}

function findNouns(words: readonly string[], tokens: readonly string[]): ReadonlySet<number> {
  const text: Text = {
    words,
    endsAt: (index) => /[,;.!?:]/.test(tokens[2 * index + 1] ?? ""),
  };
  const nouns = new Set<number>();
  words.forEach((word, index) => {
    if (!isContent(word) || isVerbOfSpeaker(text, index)) return;
    if (isNounByItself(text, index)) nouns.add(index);
    const isStart = index === 0 || text.endsAt(index - 1);
    const noun = isStart ? subjectAt(text, index) : nounBehind(text, index, nouns);
    if (noun !== undefined) nouns.add(noun);
  });
  return nouns;
}

const SPEAKER = /^(?:ich|wir)$/;

/** "Ich wieg" and "vertrag ich": what touches the pronoun is its verb. */
function isVerbOfSpeaker({ words, endsAt }: Text, index: number): boolean {
  const isBefore = !endsAt(index) && SPEAKER.test(words[index + 1] ?? "");
  return isBefore || (index > 0 && !endsAt(index - 1) && SPEAKER.test(words[index - 1] ?? ""));
}

function isNounByItself({ words, endsAt }: Text, index: number): boolean {
  const [word = "", next = "", afterNext = ""] = words.slice(index, index + 3);
  // "Honig esse ich" begins with its object, and "typ 2" is counted.
  const isObject = SPEAKER.test(afterNext) && FIRST_PERSON.has(next);
  const isCounted = /^\d/.test(next) && !endsAt(index) && !isVerbLike(word);
  return isObject || isCounted || isKnownNoun(word);
}

/** The subject that begins a clause: "aktien kommen", "uwe hier". */
function subjectAt(text: Text, index: number): number | undefined {
  const { words, endsAt } = text;
  if (words[index + 1] === "hier" && endsAt(index + 1)) return index;
  const head = headOfPhrase(text, index);
  const isSubject = isFiniteVerb(words[head + 1] ?? "") && !isFiniteVerb(words[index] ?? "");
  return isSubject ? head : undefined;
}

/** The noun to which the word before leads: "eine neue wohnung", "trinke kaffee", "mein sohn finn". */
function nounBehind(text: Text, index: number, nouns: ReadonlySet<number>): number | undefined {
  const { words, endsAt } = text;
  const word = words[index] ?? "";
  const before = (words[index - 1] ?? "").toLowerCase();
  if (DETERMINERS.has(before) || PREPOSITIONS.has(before) || isNumber(before)) {
    return nounOfPhrase(text, index, before);
  }
  if (TRANSITIVE.test(before) && !PARTICIPLE.test(word) && !isFiniteVerb(word)) {
    return headOfPhrase(text, index);
  }
  const isNamed = NAMING.test(before) || (nouns.has(index - 1) && isName(text, index));
  const isComplement = COMPLEMENT.test(before) && isPerson(text, index);
  const isPaired = before === "und" && nouns.has(previousNoun(words, index));
  const isObject = hasTransitive(words, index) && !isPredicative(word);
  const endsPhrase =
    index === words.length - 1 || endsAt(index) || /^(?:und|oder)$/.test(words[index + 1] ?? "");
  return isNamed || isComplement || (endsPhrase && (isPaired || isObject)) ? index : undefined;
}

function nounOfPhrase(text: Text, index: number, before: string): number | undefined {
  const word = text.words[index] ?? "";
  if (before === "zu" && !isKnownNoun(word)) return undefined;
  const isSuperlative = before === "am" && word.endsWith("sten");
  const isPronoun = before === "das" ? isVerbLike(word) : isFiniteVerb(word);
  const isDone = isNumber(before) && PARTICIPLE.test(word);
  if (isSuperlative || isPronoun || isDone) return undefined;
  return DATIVE.test(before) && word.endsWith("e") ? index : headOfPhrase(text, index);
}

/** Whether somebody says who they are: a job, a kind of person, a name before an age. */
function isPerson({ words, endsAt }: Text, index: number): boolean {
  const word = words[index] ?? "";
  if (endsAt(index) && isNumber(words[index + 1] ?? "")) return true;
  return KIND_OF_PERSON.test(word) || (isJob(capitalize(word)) && !ADJECTIVE_IN_ER.test(word));
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
function headOfPhrase({ words, endsAt }: Text, start: number): number {
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
function isName({ words, endsAt }: Text, index: number): boolean {
  const owner = findKin(words[index - 1] ?? "");
  if (!owner || isVerbLike(words[index] ?? "")) return false;
  const next = words[index + 1] ?? "";
  return next === "" || endsAt(index) || next === "und" || isVerbLike(next);
}

function previousNoun(words: readonly string[], index: number): number {
  return /^\d/.test(words[index - 2] ?? "") ? index - 3 : index - 2;
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
