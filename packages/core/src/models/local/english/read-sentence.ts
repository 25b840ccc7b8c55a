import type { Statement } from "../claims/claim.ts";
import {
  NOTHING,
  type Others,
  type SentenceReading,
  type SpokenStatement,
} from "../extract/reader.ts";
import { readIntroduction } from "./introductions.ts";
import { expandContractions } from "./expand-contractions.ts";
import { readInstruction } from "./instructions.ts";
import { describeOther, findIntroduced, findRelatives } from "./people.ts";
import {
  readAnySubject,
  readStructure,
  startsQuestion,
  type ClauseParts,
} from "./read-structure.ts";
import { readVerb, tenseOf } from "./read-verb.ts";
import { joinWords, readWords, type Word } from "./read-words.ts";
import { splitClauses, type Clause } from "./split-clauses.ts";
import { toThirdPerson } from "./to-third-person.ts";
import { unwrap, unwrapGreeting } from "./unwrap.ts";
import { attributeOf, isWorthKeeping } from "./worth-keeping.ts";

const MAKE_BELIEVE =
  /^(?:if|unless|suppose|supposing|imagine|pretend|assume|assuming|what if|let us say|let's say|say that|hypothetically|in case|as if|once upon)\b/i;
const TOLD_QUESTION = /^(?:did|have|do) (?:I|you)\b/i;

/** What an English sentence tells about the user. */
export function readEnglishSentence(sentence: string, others: Others): SentenceReading {
  const expanded = expandContractions(sentence);
  const introduction = readIntroduction(unwrapGreeting(expanded));
  if (introduction) {
    const { statements, ...rest } = readEnglishSentence(introduction.rest, others);
    return {
      ...rest,
      statements: [
        asKnown({ subject: "User's name", predicate: `is ${introduction.name}` }),
        ...statements,
      ],
    };
  }
  let text = unwrap(expanded);
  if (MAKE_BELIEVE.test(text)) return NOTHING;
  if (TOLD_QUESTION.test(expanded) && !TOLD_QUESTION.test(text)) text = text.replace(/\?$/, ".");
  const instruction = readInstruction(text);
  if (instruction) return { ...NOTHING, instruction };

  const statements = detachRelatives(text).flatMap((part) => readPart(part, others));
  const role =
    /\bas an? ((?:[\w-]+ ){0,2}[\w-]+)(?=,| (?:who|I|what|which|how|can|my)\b|\?|$)/i.exec(
      text,
    )?.[1];
  if (role && isQuestion(text))
    statements.push(asKnown({ subject: "User", predicate: `is a ${role}` }));
  return { statements, relatives: findRelatives(text) };
}

function isQuestion(text: string): boolean {
  return /\?["')]*$/.test(text) || startsQuestion(readWords(text.slice(0, 60)), 0);
}

/** "My sister Anna, who lives in Munich, is a vet" as two sentences. */
function detachRelatives(text: string): string[] {
  const inner = /^((?:my|our) [^,]{2,40}), (?:who|which) ([^,]+), (.+)$/i.exec(text);
  if (inner) return [`${inner[1]} ${inner[2]}`, `${inner[1]} ${inner[3]}`];
  const last = /^(.*\b((?:my|our) [\p{L}' -]{2,40})), who (?!I\b)(.+)$/iu.exec(text);
  return last ? [last[1] ?? "", `${last[2]} ${last[3]}`] : [text];
}

function readPart(text: string, others: Others): SpokenStatement[] {
  const asks = /\?["')]*$/.test(text);
  const clauses = splitClauses(dropNames(readWords(reorder(text))));
  return clauses.flatMap((clause, index) => {
    const isLast = index === clauses.length - 1;
    if ((asks && isLast && !clause.reason) || startsQuestion(clause.words, 0)) return [];
    return readClause(clause, others);
  });
}

/** The words without the name of who is spoken to: "Nate, I won", "I won, Nate". */
function dropNames(words: Word[]): Word[] {
  const isName = (word: Word | undefined) => word?.tags.has("FirstName") ?? false;
  const start = isName(words[0]) && words[0]?.after === "," ? 1 : 0;
  const end = isName(words.at(-1)) && words.at(-2)?.after === "," ? words.length - 1 : words.length;
  return words.slice(start, end);
}

/** Ways to put a sentence that hide its subject, and the plain way. */
const REORDERINGS: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/^((?:\S+ ){0,3}\S+) (is|are) (my (?:all-time )?favou?rite [^.,!]+)/i, "$3 $2 $1"],
  [/^it is my (\d+(?:st|nd|rd|th))(?: birthday)? (.+)$/i, "my $1 birthday is $2"],
  [/^it is my birthday (.+)$/i, "my birthday is $1"],
  [
    /^they (have|are|were)? ?(\w+ed|put|made|given|got|taken|sent|let) me (?!know\b)(.+)$/i,
    "I was $2 $3",
  ],
  [/^(?:so )?no more ([\w -]+?)(?: for me)?$/i, "I no longer have $1"],
  [
    /^(?:I am )?(?:down|up) to (\d[\d.,]* ?(?:kg|kilos?|kilograms|pounds|lbs?|stone))\b(?: from [\d.]+)?(.*)$/i,
    "I weigh $1$2",
  ],
  [
    /^(\d[\d.,]* ?(?:kg|kilos?|kilograms|lbs?|stone))(?: (?:this morning|today|now|on the scales?))?$/i,
    "I weigh $1",
  ],
  [
    /^(?:the )?((?:[\w-]+ ){0,2}(?:test|exam|appointment|interview|flight|wedding|surgery|operation|deadline|check-?up|scan|due date|viewing|presentation|marathon|move|party|graduation)) (is|are) (?=(?:on|at|in|next|this|tomorrow|a week|\d)\b)(.+)$/i,
    "my $1 $2 $3",
  ],
  [/^((?:\S+ ){0,2}\S+) (?:is|are) (?:not my thing|not for me)$/i, "I do not like $1"],
  [/^what works (?:best )?for me is (.+)$/i, "$1 works for me"],
];

function reorder(text: string): string {
  const plain = text.replace(/[.!]+$/, "");
  const found = REORDERINGS.find(([pattern]) => pattern.test(plain));
  return found ? plain.replace(found[0], found[1]) : text;
}

function readClause({ words }: Clause, others: Others): SpokenStatement[] {
  const parts = readStructure(words) ?? readAboutUser(words);
  if (!parts || MAKE_BELIEVE.test(joinWords(words))) return [];
  const name = readName(parts);
  if (name) return [asKnown({ subject: "User's name", predicate: `is ${name}` })];
  const subject = readSubject(parts, others);
  const introduced = findIntroduced(joinWords(words));
  if (introduced) others.push(introduced);
  const verb = readVerb(parts.predicate);
  if (!subject || !verb || verb.form === "hypothetical") return [];
  if (/\b(?:maybe|perhaps|possibly)\b/i.test(joinWords(words))) return [];

  const aboutUser = subject.isUser;
  const front = readFront(parts.front);
  const said = [...withoutStop(parts.predicate), ...front];
  const predicate = toThirdPerson(said, {
    subject: aboutUser ? "user" : "other",
    inflect: aboutUser && subject.text === "User",
  });
  const statement = { subject: subject.text, predicate: predicate.replace(/, which .*$/i, "") };
  return [
    {
      statement,
      tense: tenseOf(verb),
      keepAs: (isDated, dated) =>
        subject.isKnown && isWorthKeeping({ words: parts.predicate, aboutUser, isDated })
          ? attributeOf(parts.predicate, { subject: subject.text, predicate: dated })
          : undefined,
    },
  ];
}

/** A clause whose subject is nobody's, and that speaks of the user all the same: "Drills bore me". */
function readAboutUser(words: readonly Word[]): ClauseParts | undefined {
  const parts = readAnySubject(words);
  const speaksOfUser = parts?.predicate.some(
    (word, index) => /^(?:me|my|us|our|mine)$/.test(word.lower) && index > 0,
  );
  return speaksOfUser ? parts : undefined;
}

/** A statement that is a fact only when a pattern knows it. */
function asKnown(statement: Statement): SpokenStatement {
  return { statement, tense: "present", keepAs: () => undefined };
}

const NO_NAMES =
  /^(?:muslim|christian|catholic|jewish|hindu|buddhist|aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces|ok|okay|sorry|gay|fine)$/i;

/** The name in "I am Max" or, at the beginning of a letter, "This is Max". */
function readName({ subject, predicate }: ClauseParts): string | undefined {
  const who = subject.at(-1)?.lower;
  const [verb, ...rest] = predicate;
  if ((who !== "i" && who !== "this") || !/^(?:am|is)$/.test(verb?.lower ?? "")) return undefined;
  const end = rest.findIndex((word) => /^(?:from|here|and|but|a|the)$/.test(word.lower));
  const name = end === -1 ? rest : rest.slice(0, end);
  if (name.length === 0 || name.length > 3 || !name.every((word) => isNameWord(word)))
    return undefined;
  return name.map(({ text }) => text.charAt(0).toUpperCase() + text.slice(1)).join(" ");
}

function isNameWord({ text, tags }: Word): boolean {
  if (NO_NAMES.test(text) || tags.has("Demonym") || tags.has("Place") || tags.has("Organization"))
    return false;
  return (
    tags.has("FirstName") ||
    (tags.has("ProperNoun") && /^\p{Lu}\p{Ll}+$/u.test(text)) ||
    (tags.has("Person") && /^\p{Lu}/u.test(text))
  );
}

interface Subject {
  readonly text: string;
  readonly isUser: boolean;
  /** Whether clauses about it are worth more than what the patterns know. */
  readonly isKnown: boolean;
}

function readSubject({ subject, predicate }: ClauseParts, others: Others): Subject | undefined {
  const phrase = joinWords(subject);
  const lower = phrase.toLowerCase();
  if (lower === "i" || lower === "we") return { text: "User", isUser: true, isKnown: true };
  const joint = /^(.+) and I$/i.exec(phrase)?.[1];
  if (joint)
    return { text: `User and ${joint.replace(/^my\b/i, "their")}`, isUser: true, isKnown: true };
  if (/^(?:my|our)\b/i.test(lower)) {
    const other = describeOther(phrase);
    if (other.pronouns.length > 0) others.push(other);
    return { text: other.subject, isUser: false, isKnown: true };
  }
  const owned = /^(?:his|her|their|its) name$/.test(lower);
  const pronoun = owned
    ? lower.startsWith("his")
      ? "he"
      : lower.startsWith("her")
        ? "she"
        : "it"
    : lower;
  const meant = others.findLast(
    (other) => other.pronouns.includes(pronoun) || (owned && pronoun === "it"),
  );
  if (meant)
    return {
      text: owned ? `${meant.subject}'s name` : meant.subject,
      isUser: false,
      isKnown: true,
    };
  const named = others.findLast((other) => other.subject.startsWith(`${phrase},`));
  if (named) return { text: named.subject, isUser: false, isKnown: true };
  if (
    /^(?:it|this|that|these|those|there|you|he|she|they|everyone|everybody|people|someone)$/i.test(
      phrase,
    ) ||
    /^(?:his|her|their|its|your)\b/i.test(phrase)
  )
    return undefined;
  const isPerson = subject.every(({ tags }) => tags.has("FirstName"));
  const speaksOfUser = predicate.some(({ lower: word }) => /^(?:me|my|us|our|mine)$/.test(word));
  const isNamed = subject.length === 1 && subject.every(isPersonal);
  if (!isPerson && !speaksOfUser && !isNamed) return undefined;
  if (isNamed) others.push({ subject: phrase, pronouns: ["she", "he"] });
  const first = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  const text = first.replace(/\b(?:my|our)\b/gi, "the user's");
  return { text, isUser: false, isKnown: isPerson || speaksOfUser };
}

/** The words without the punctuation behind the last. */
function withoutStop(words: readonly Word[]): Word[] {
  return words.map((word, index) => (index === words.length - 1 ? { ...word, after: "" } : word));
}

/** Whether a capitalized word may be the name of somebody: no place, company, language or day. */
function isPersonal({ text, tags }: Word): boolean {
  const isOther = ["Place", "Organization", "Demonym", "Date", "Acronym"].some((tag) =>
    tags.has(tag),
  );
  return /^\p{Lu}\p{Ll}+$/u.test(text) && !isOther;
}

const FRONT =
  /^(?:in|on|at|for|during|since|after|before|every|last|next|this|when|whenever|while|with|until|by|from|over|as|two|three|four|five|six|\d+|an?|yesterday|today|tomorrow|tonight|once)\b(?! (?:me|you|my opinion|general|fact|addition|case|another note|a \w+ note|the other hand|top of|the meantime|that|least|the same|usual|soon|sure|now|example|instance|time)\b)/i;

/** What stood before the subject and belongs behind the verb: "Last week", "For breakfast". */
function readFront(front: readonly Word[]): readonly Word[] {
  const [first, ...rest] = front;
  if (!first || !FRONT.test(joinWords(front))) return [];
  const start = {
    ...first,
    before: "",
    text: first.tags.has("ProperNoun") ? first.text : first.lower,
  };
  return [start, ...rest];
}
