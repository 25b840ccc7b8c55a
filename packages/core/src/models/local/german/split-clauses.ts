import { FIRST_PERSON, isFiniteVerb, isSmallWord } from "./closed-words.ts";
import { completeFragment, completeItem, completeSubject } from "./complete-ellipsis.ts";
import { isFirstPerson } from "./conjugate.ts";

const STARTS_CLAUSE =
  /^(?:(?:weil|da|obwohl|dass|wenn|falls|ob|denn) |(?:ich|wir) (?!und |oder )\p{Ll}|(?:er|sie|es|das|du|Sie|da|so|dann) \p{Ll}+[tn]?(?: |$)|(?:[Ww]as|[Ww]ie|[Ww]o|[Ww]er|[Ww]ann|[Ww]arum|[Ww]elche|[Kk]annst|[Kk]önntest|[Hh]ast du|[Bb]ist du|[Gg]ibt es) )/u;
const OWNED_CLAUSE =
  /^(?:mein|unser)\S* (?:[\p{Ll}\d-]+ ){0,3}?\p{Lu}\S*(?: \p{Lu}\S*){0,2} (\p{Ll}+)(?: |$)/u;
const DEFINITE_CLAUSE = /^(?:der|die|das) \p{Lu}[\p{L}-]+ (\p{Ll}+)(?: |$)/u;
/** What is done to the speaker: "Schreiben fällt mir schwer". */
const TOUCHING_CLAUSE = /^\p{Lu}[\p{L}-]+ \p{Ll}+(?:t|en) (?:mir|mich|uns)(?: |$)/u;
const INVERTED_CLAUSE = /^(?:\S+ ){0,6}?(\p{Ll}+) (?:ich|wir)(?: |$)/u;
const INVERTED_OWNED =
  /^(?:\S+ ){0,5}?(?:(?!(?:mit|seit|nicht|statt) )\p{Ll}+t|wird|war|kam|ging|hatte) (?:mein|unser)\p{Ll}* (?:\p{Ll}+ )?\p{Lu}\p{L}+(?: |$)/u;

/** A clause about something else, which only ends the one before: "die Gebühren waren frech". */
const OTHER_CLAUSE =
  /^(?!(?:der|die|das|dem|den) (?:ist|hat|wird)\b)(?:(?:der|die|das|ein|eine|jeder|alles|netto|brutto|da|dort|dann|so|deshalb) )?(?:[\p{L}\d]+ ){0,4}?(?:ist|sind|war|waren|hat|haben|hatte|wird|werden|kommt|kommen|gibt|geht|gehen|läuft|laufen|macht|machen|kostet|dauert) (?!sich$)\S/u;

/** When something is done, said without a verb because the clause before has it. */
const GAPPED =
  /^(?:am (?:Wochenende|Abend|Morgen|Mittag|Sonntag|Samstag)|unter der Woche|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|morgens|abends|mittags|nachts|werktags|im (?:Sommer|Winter|Urlaub|Büro)|zu Hause|zuhause)(?!\p{L})/u;

/**
 * The clauses of a German sentence, each with a subject: "Ich bin Lehrerin und wohne in Bonn" gives
 * "Ich bin Lehrerin" and "ich wohne in Bonn". Lists and relative clauses stay whole.
 */
export function splitClauses(sentence: string): string[] {
  const parts = sentence.split(
    // "…, wohne aber in Konstanz" is one part.
    /(, (?:und |aber |sondern |denn |also )?|(?<!, \p{L}+) (?:und|aber) |[;:] | [–-] )/u,
  );
  const clauses: string[] = [parts[0] ?? ""];
  for (let index = 1; index < parts.length; index += 2) {
    const separator = parts[index] ?? "";
    const part = parts[index + 1] ?? "";
    const before = clauses.at(-1) ?? "";
    // "Montag und Mittwoch arbeitet …" has one verb, and is one clause.
    const isList = index === 1 && /^(?:\p{Lu}\p{L}+)$/u.test(before);
    const next = isList ? undefined : startClause(part, before, / (?:und|aber) /.test(separator));
    // "…, also lieber mehr" draws a conclusion, which is nothing of the clause before.
    if (next === undefined && separator.includes("also")) clauses.push(part);
    else if (next === undefined) clauses[clauses.length - 1] = before + separator + part;
    else clauses.push(next);
  }
  return clauses.map((clause) => clause.trim()).filter(Boolean);
}

function startClause(part: string, before: string, isJoined: boolean): string | undefined {
  // "Und die ist voll" tells of something else; without a conjunction it may be a relative clause.
  if (isJoined && /^(?:der|die|das) (?:ist|sind|hat|haben|wird) /.test(part)) return part;
  if (/^bitte /i.test(part)) return part;
  if (STARTS_CLAUSE.test(part) || INVERTED_OWNED.test(part)) return part;
  const owned = OWNED_CLAUSE.exec(part)?.[1];
  if (owned && isThirdPerson(owned)) return part;
  const inverted = INVERTED_CLAUSE.exec(part)?.[1];
  if (inverted && isFirstPerson(inverted)) return part;
  const definite = DEFINITE_CLAUSE.exec(part)?.[1];
  if (definite && isThirdPerson(definite)) return part;
  if (TOUCHING_CLAUSE.test(part)) return part;
  const next = goOn(part, before);
  if (next !== undefined || OTHER_CLAUSE.test(part)) return next ?? part;
  return completeFragmentBehind(part, before) ?? completeSubject(part);
}

/** A part with a verb and no subject, with that of the clause before. */
function goOn(part: string, before: string): string | undefined {
  const verb = part.split(" ", 1)[0] ?? "";
  const subject = /(?<!\p{L})(?:ich|wir)(?!\p{L})/iu.exec(before)?.[0].toLowerCase();
  if (subject && GAPPED.test(part)) return fillGap(part, before);
  if (subject && goesOnWithVerb(part, verb, subject)) return `${subject} ${part}`;
  const owner = /^((?:[Mm]ein|[Uu]nser)\S* (?:\p{Ll}+ )?\p{Lu}\S*(?: \p{Lu}\S*)?) \p{Ll}/u.exec(
    before,
  )?.[1];
  return owner && isThirdPerson(verb) && part.includes(" ") ? `${owner} ${part}` : undefined;
}

function goesOnWithVerb(part: string, verb: string, subject: string): boolean {
  const [, next = ""] = part.split(" ", 2);
  if (next === "") return false;
  if (subject === "wir")
    return /^\p{Ll}{2,}n$/u.test(verb) && !isSmallWord(verb) && !isInfinitive(part);
  // "I found it, was a typo" says of something else what it was.
  if (/^(?:war|wurde|hatte)$/.test(verb)) return false;
  if (FIRST_PERSON.has(verb)) return true;
  // "Und wiege 72 Kilo": a verb that is not on the list shows by what follows it.
  return (
    /^\p{Ll}{2,}(?:e|[bcdfghklmnpstzß])$/u.test(verb) &&
    !isSmallWord(verb) &&
    !/(?:gerne|heute|gerade|ohne|t|n|s|ig|lich|isch|sam|bar)$/.test(verb) &&
    (isSmallWord(next) || /^\d/.test(next))
  );
}

/** "Und einkaufen gehen" goes on with an infinitive, not with a verb of "wir". */
function isInfinitive(part: string): boolean {
  return /^\S+ \p{Ll}+(?:en|ern|eln)$/u.test(part);
}

function isThirdPerson(verb: string): boolean {
  return (
    (/^\p{Ll}{2,}t$/u.test(verb) && !isSmallWord(verb)) ||
    (isFiniteVerb(verb) && !FIRST_PERSON.has(verb)) ||
    /^(?:kann|will|muss|soll|mag|war|hieß|starb|ging|kam|wird|hatte)$/.test(verb)
  );
}

/** "Wir essen unter der Woche vegetarisch, am Wochenende auch Fleisch" says "essen" once. */
function fillGap(part: string, before: string): string | undefined {
  const start = /^(?:ich|wir) \p{Ll}+/iu.exec(before)?.[0];
  const hasVerb = part.split(" ").some((word) => isFiniteVerb(word) || FIRST_PERSON.has(word));
  return start && !hasVerb && /\p{Lu}\p{L}+$/u.test(part.replace(GAPPED, ""))
    ? `${start} ${part}`
    : undefined;
}

function completeFragmentBehind(part: string, before: string): string | undefined {
  const isProfile = /^(?:ich (?:bin|heiße|habe|wiege)|mein \p{Lu}\p{L}+ ist) /iu.test(before);
  if (/^ich habe? kein/i.test(before) && /^(?:nur|bloß|dafür) /.test(part))
    return `ich habe ${part}`;
  if (/^ich bin /i.test(before)) {
    if (/^(?:nicht|kein\p{Ll}*|eher|leider) /u.test(part)) return `ich bin ${part}`;
    const item = completeItem(part);
    if (item && !item.startsWith("ich habe ein")) return item;
    if (/^(?:gerade |aktuell |seit \S+ )?(?:auf|in) \p{Lu}\p{L}+$/u.test(part))
      return `ich bin ${part}`;
  }
  const completed = completeFragment(part);
  return isProfile || completed?.startsWith("mein") ? completed : undefined;
}
