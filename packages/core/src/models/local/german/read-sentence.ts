import type { Tense } from "../../../text/dates/spans.ts";
import {
  NOTHING,
  type Others,
  type SentenceReading,
  type SpokenStatement,
} from "../extract/reader.ts";
import { completeEllipsis, readProfile } from "./complete-ellipsis.ts";
import { isPast } from "./conjugate.ts";
import { readInstruction } from "./instructions.ts";
import { HABITUAL } from "./gate-words.ts";
import { findIntroduced, findNamed, findRelatives } from "./people.ts";
import { readMainClause } from "./read-main-clause.ts";
import { rephrase } from "./rephrase.ts";
import { restoreCapitals } from "./restore-capitals.ts";
import { splitClauses } from "./split-clauses.ts";
import { toThirdPerson } from "./to-third-person.ts";
import { readIntroduction, unwrap, writeOutSpoken } from "./unwrap.ts";
import { keepGerman } from "./worth-keeping.ts";

const MAKE_BELIEVE =
  /^(?:wenn|falls|angenommen|stell dir vor|ich würde sagen|sagen wir|nehmen wir an|tu so|tun wir so|ob|hätte|wäre|würde|gesetzt den fall)(?!\p{L})/iu;
const QUESTION =
  /^(?:was|wer|wie|wo|wohin|woher|wann|warum|wieso|weshalb|welche[nmrs]?|womit|wofür|kannst|könntest|können sie|hast du|bist du|willst|weißt|kennst|gibt es|soll|sollte|darf|magst|würdest|haben sie|sind sie|habt ihr|brauche[n]? (?:ich|wir))(?!\p{L})/iu;

/** "Kurz bitte, ich lese am Handy": behind a wish people tell why. */
const WITH_REASON = /, (?:weil |denn |da )?((?:ich|wir|mein\p{L}*|unser\p{L}*) .+)$/iu;

/** What a German sentence tells about the user. */
export function readGermanSentence(sentence: string, others: Others): SentenceReading {
  return readRestored(restoreCapitals(writeOutSpoken(sentence.trim())), others);
}

function readRestored(sentence: string, others: Others): SentenceReading {
  const text = sentence.endsWith("?") ? unwrap(sentence) : completeEllipsis(unwrap(sentence));
  const introduction = readIntroduction(sentence) ?? readIntroduction(text);
  if (introduction) {
    const { statements, ...rest } = readRestored(introduction.rest, others);
    return { ...rest, statements: [asKnown(`heißt ${introduction.name}`), ...statements] };
  }
  if (MAKE_BELIEVE.test(text)) return NOTHING;
  const instruction = readInstruction(text);
  if (instruction) {
    const [, reason = ""] = WITH_REASON.exec(text) ?? [];
    return {
      ...NOTHING,
      statements: readClauses(reason, false, others),
      instructions: [instruction],
    };
  }
  const asks = (text.endsWith("?") && !/^dass /i.test(text)) || QUESTION.test(text);
  const role = asks ? /(?<!\p{L})als ((?:\p{Ll}+ )?\p{Lu}\p{L}+)/u.exec(text)?.[1] : undefined;
  const statements = readClauses(text, asks, others);
  if (role) statements.push(asKnown(`ist ${role}`));
  others.push(...findNamed(text));
  return { statements, relatives: findRelatives(text), instructions: [] };
}

function readClauses(text: string, asks: boolean, others: Others): SpokenStatement[] {
  const plain = writeOutContrast(text.replace(/(?<!\d\.\d{1,2})[.!?…]+$/, ""));
  const profile = asks ? [] : readProfile(plain);
  const clauses =
    profile.length > 0
      ? profile
      : rephrase(plain.replace(AGE_FIRST, "ich bin $1 Jahre alt")).flatMap((part) =>
          splitClauses(part),
        );
  return clauses.flatMap((clause, index) => {
    const isAsked = QUESTION.test(clause) || (asks && index === clauses.length - 1);
    // "Then I take the first" answers what was offered.
    const isReaction = /^(?:dann|da) \p{Ll}+ (?:ich|wir)(?!\p{L})/iu.test(clause);
    const isTold = !isAsked && !isReaction && !MAKE_BELIEVE.test(clause);
    return isTold ? readClause(clause, others) : [];
  });
}

/** "34, two children": nobody begins with a number that is not their age. */
const AGE_FIRST = /^(\d{2})(?: Jahre(?: alt)?)?(?=, \p{L})/u;

/** "Ist 980, nicht 950" and "ist nicht 950, sondern 980" without what is not so. */
function writeOutContrast(text: string): string {
  return text
    .replace(/(?<=früher .*), (?:jetzt |heute |mittlerweile |inzwischen )?nicht mehr$/iu, "")
    .replace(/, (?:und )?nicht (?:mehr )?[^, ]+(?: [^, ]+)?$/, "")
    .replace(/(?<= )nicht (?:am |im |in |bei )?[^,]{1,30}, sondern (?:erst |nur )?/, "");
}

const SUBJUNCTIVE = /^(?:wäre|würde|würd|hätte|könnte|sollte|wünschte|müsste|dürfte)/;

function readClause(clause: string, others: Others): SpokenStatement[] {
  const plain = clause.replace(/ bei (?:euch|Ihnen|dir)(?!\p{L})/u, "");
  const main = readMainClause(rephrase(plain)[0] ?? plain, others);
  const introduced = findIntroduced(clause);
  if (introduced) others.push(introduced);
  if (!main || SUBJUNCTIVE.test(main.verb)) return [];
  const rest = toThirdPerson(main.rest, main.isUser ? "user" : "other");
  const statement = { subject: main.subject, predicate: `${main.verb} ${rest}`.trim() };
  return [
    {
      statement,
      tense: tenseOf(statement.predicate),
      keepAs: (isDated, predicate) =>
        main.isStranger && !isDated && !HABITUAL.test(predicate)
          ? undefined
          : keepGerman({ ...statement, predicate }, isDated),
    },
  ];
}

/** A statement about the user that is a fact only when a pattern knows it. */
function asKnown(predicate: string): SpokenStatement {
  return { statement: { subject: "Nutzer", predicate }, tense: "present", keepAs: () => undefined };
}

const AHEAD =
  /^(?:wird|möchte|will|muss|soll|plant|fliegt|fährt|reist|zieht|heiratet|beginnt|fängt|startet|feiert|geht|kommt|besucht|trifft|läuft|nimmt)$/;
const IN_A_MONTH =
  /(?<!\p{L})(?:im|Anfang|Mitte|Ende|bis|ab) (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)/iu;
const PARTICIPLE =
  /(?<!\p{L})(?:\p{Ll}*ge\p{Ll}+|be\p{Ll}+|ver\p{Ll}+|er\p{Ll}+|ent\p{Ll}+|zer\p{Ll}+|\p{Ll}+iert)(?:t|en)?(?: worden)?$/u;

/** When what a German predicate says happens. */
export function tenseOf(predicate: string): Tense {
  const verb = predicate.split(" ", 1)[0] ?? "";
  // What has been booked is still to come.
  if (/^hat .*(?:gebucht|reserviert|vereinbart)(?!\p{L})/u.test(predicate)) return "future";
  if (
    AHEAD.test(verb) ||
    (IN_A_MONTH.test(predicate) && !isPast(verb) && !/^(?:hat|ist|sind|wurde)$/.test(verb))
  )
    return "future";
  const isPerfect = PARTICIPLE.test(predicate.replace(/, .*$/, ""));
  if ((/^(?:hat|ist|sind|wurde)$/.test(verb) && isPerfect) || isPast(verb)) return "past";
  return /^(?:hat|ist)$/.test(verb) ? "future" : "present";
}
