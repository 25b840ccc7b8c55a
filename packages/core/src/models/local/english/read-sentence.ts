import type { Statement } from "../claims/claim.ts";
import {
  NOTHING,
  type Others,
  type SentenceReading,
  type SpokenStatement,
} from "../extract/reader.ts";
import { arrangePredicate, isRelative } from "./arrange-predicate.ts";
import { completeClauses } from "./complete-clauses.ts";
import { expandContractions } from "./expand-contractions.ts";
import { readInstruction, splitWishes } from "./instructions.ts";
import { readIntroduction } from "./introductions.ts";
import { findEvents, findIntroduced, findMentioned, findRelatives } from "./people.ts";
import { readProfile } from "./read-profile.ts";
import {
  readAnySubject,
  readStructure,
  startsQuestion,
  type ClauseParts,
} from "./read-structure.ts";
import { isPersonal, readOwnName, readSubject, touchesFirstPerson } from "./read-subject.ts";
import { readVerb, tenseOf } from "./read-verb.ts";
import { joinWords, readWords, type Word } from "./read-words.ts";
import { resolveObjects } from "./resolve-objects.ts";
import { rephrase } from "./rephrase.ts";
import { splitClauses } from "./split-clauses.ts";
import { toThirdPerson } from "./to-third-person.ts";
import { dropCloser, dropConsequence, unwrap, unwrapGreeting } from "./unwrap.ts";
import { attributeOf, isWorthKeeping } from "./worth-keeping.ts";

const MAKE_BELIEVE =
  /^(?:if|unless|suppose|supposing|imagine|pretend|assume|assuming|what if|let us say|let's say|say that|hypothetically|in case|as if|once upon)\b/i;
const TOLD_QUESTION = /^(?:did|have|do) (?:I|you)\b/i;

/** What an English sentence tells about the user. */
export function readEnglishSentence(sentence: string, others: Others): SentenceReading {
  const expanded = expandContractions(sentence);
  const introduction = readIntroduction(unwrapGreeting(expanded));
  if (introduction) {
    const named = asKnown({ subject: "User's name", predicate: `is ${introduction.name}` });
    const { statements, ...rest } = readEnglishSentence(introduction.rest, others);
    return { ...rest, statements: [named, ...statements] };
  }
  const text = unwrap(readProfile(unwrapGreeting(expanded)) ?? expanded);
  if (MAKE_BELIEVE.test(text)) return NOTHING;
  // "Did I tell you that I have a twin?" tells it.
  const isTold = TOLD_QUESTION.test(expanded) && !TOLD_QUESTION.test(text);
  return readParts(isTold ? text.replace(/\?$/, ".") : text, others);
}

/** A sentence in its parts: those that ask for something that lasts, and those that tell. */
function readParts(text: string, others: Others): SentenceReading {
  const parts = splitWishes(text).map((part) => ({ part, wish: readInstruction(part) }));
  const instructions = parts.flatMap(({ wish }) => wish ?? []);
  const told =
    instructions.length === 0
      ? detachRelatives(text)
      : parts.flatMap(({ part, wish }) => (wish === undefined ? part : []));
  others.push(...findEvents(text));
  const statements = told.flatMap((part) => readClauses(part, others));
  const role = readRole(text);
  if (role) statements.push(asKnown({ subject: "User", predicate: `is a ${role}` }));
  return {
    statements,
    relatives: instructions.length === 0 ? findRelatives(text) : [],
    instructions,
  };
}

/** "My sister Anna, who lives in Munich, is a vet" as two sentences. */
function detachRelatives(text: string): string[] {
  const inner = /^((?:my|our) [^,]{2,40}|\p{Lu}\p{Ll}+), who ([^,]+), (.+)$/iu.exec(text);
  if (inner) return [`${inner[1]} ${inner[2]}`, `${inner[1]} ${inner[3]}`];
  const last = /^(.*\b((?:my|our|My|Our) [\p{L}' -]{2,40}|\p{Lu}\p{Ll}+)), who (?!I\b)(.+)$/u.exec(
    text,
  );
  return last ? [last[1] ?? "", `${last[2]} ${last[3]}`] : [text];
}

/** What the user is, in a question like "As a vegetarian, what should I order?" */
function readRole(text: string): string | undefined {
  const asks = /\?["')]*$/.test(text) || startsQuestion(readWords(text.slice(0, 60)), 0);
  const role =
    /\bas an? ((?:[\w-]+ ){0,2}[\w-]+)(?=,| (?:who|I|what|which|how|can|my)\b|\?|$)/i.exec(text);
  return asks ? role?.[1] : undefined;
}

function readClauses(text: string, others: Others): SpokenStatement[] {
  const asks = /\?["')]*$/.test(text);
  const clauses = completeClauses(splitClauses(dropNames(readWords(rephrase(text)))));
  return clauses.flatMap(({ words, reason }, index) => {
    const isAsked = asks && index === clauses.length - 1 && !reason;
    const said = isAsked || startsQuestion(words, 0) ? [] : readClause(toPlain(words), others);
    others.push(...findMentioned(joinWords(words)));
    return said;
  });
}

function toPlain(words: readonly Word[]): readonly Word[] {
  const text = joinWords(words);
  const plain = rephrase(dropConsequence(dropCloser(text)));
  return plain === text ? words : readWords(plain);
}

/** The words without the name of who is spoken to: "Nate, I won", "I won, Nate". */
function dropNames(words: Word[]): Word[] {
  const start = isFirstName(words[0]) && words[0]?.after === "," ? 1 : 0;
  const end =
    isFirstName(words.at(-1)) && words.at(-2)?.after === "," ? words.length - 1 : words.length;
  return words.slice(start, end);
}

function isFirstName(word: Word | undefined): boolean {
  return word?.tags.has("FirstName") ?? false;
}

function readClause(words: readonly Word[], others: Others): SpokenStatement[] {
  const text = joinWords(words);
  const parts = readStructure(words) ?? readStrangers(words);
  if (!parts || MAKE_BELIEVE.test(text) || /\b(?:maybe|perhaps|possibly)\b/i.test(text)) return [];
  if (isRelative(parts)) return [];
  const name = readOwnName(parts);
  if (name) return [asKnown({ subject: "User's name", predicate: `is ${name}` })];
  const subject = readSubject(parts, others);
  const introduced = findIntroduced(text);
  if (introduced) others.push(introduced);
  const verb = readVerb(parts.predicate);
  if (!subject || !verb || verb.form === "hypothetical") return [];

  const arranged = arrangePredicate(parts);
  const said = subject.isUser ? resolveObjects(arranged, others) : arranged;
  const { isUser: aboutUser } = subject;
  const predicate = toThirdPerson(said, {
    subject: aboutUser ? "user" : "other",
    inflect: subject.text === "User",
  });
  const statement = { subject: subject.text, predicate: predicate.replace(/, which .*$/i, "") };
  const keepAs = (isDated: boolean, dated: string) =>
    subject.isKnown && isWorthKeeping({ words: said, subject, isDated })
      ? attributeOf(parts.predicate, { ...statement, predicate: dated })
      : undefined;
  // "Have been here since May" speaks of a May that was, whatever the verb.
  const isSince = verb.rest.some(({ lower }) => lower === "since");
  return [{ statement, tense: isSince ? "past" : tenseOf(verb), keepAs }];
}

/** A clause about somebody who was not introduced, or about what something does to the user. */
function readStrangers(words: readonly Word[]): ClauseParts | undefined {
  const parts = readAnySubject(words);
  const [name, ...rest] = parts?.subject ?? [];
  const isNamed =
    name !== undefined &&
    (rest.length === 0
      ? isPersonal(name)
      : name.tags.has("FirstName") && name.tags.has("Possessive"));
  return parts && (isNamed || touchesFirstPerson(parts.predicate)) ? parts : undefined;
}

/** A statement that is a fact only when a pattern knows it. */
function asKnown(statement: Statement): SpokenStatement {
  return { statement, tense: "present", keepAs: () => undefined };
}
