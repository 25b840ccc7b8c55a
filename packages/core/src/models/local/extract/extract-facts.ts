import type { ExtractionInput } from "../../../add/extract-facts.prompt.ts";
import { describeAttribute } from "../claims/attributes.ts";
import type { Claim } from "../claims/claim.ts";
import { recognizeClaims } from "../claims/recognize-claims.ts";
import type { Span, Tense } from "../../../text/dates/spans.ts";
import { toDay } from "../../../to-day.ts";
import { LANGUAGES } from "../languages.ts";
import { splitSentences, type Sentence } from "../text/split-sentences.ts";
import { answerQuestion } from "./answer-question.ts";
import { detectLanguage } from "./detect-language.ts";
import { findEntities } from "./find-entities.ts";
import type { Language } from "./language.ts";
import type { Others, SentenceReading, SpokenStatement } from "./reader.ts";

/** A fact as the tool `record_facts` takes it. */
export interface RecordedFact {
  text: string;
  kind: string;
  level: "user";
  subject: string;
  attribute: string;
  value: string;
  cardinality: "one" | "many";
  entities: string[];
  /** Stands in the message exactly so. */
  quote: string;
  /** 1…5 */
  importance: number;
  /** An ISO date, as precise as it was said: 2026-05-20, 2026-05 or 2026. */
  validFrom?: string;
}

/** Beyond these, an exchange is an import of something, not a conversation. */
const MOST_SENTENCES = 400;

/** What "she" means was said a few messages ago. */
const MOST_RECENT = 4;

/**
 * What the user's messages of an exchange tell about the user, each fact once.
 *
 * The messages before it are read for whom "she" means and for what was asked, and give no facts.
 */
export function extractFacts({ at, recent, exchange }: ExtractionInput): RecordedFact[] {
  const facts = new Map<string, RecordedFact>();
  const others: Others = [];
  const spoken = exchange.map(({ role, content }) => (role === "user" ? content : ""));
  const usual =
    detectLanguage(spoken.join(" ")) ??
    detectLanguage(recent.map(({ content }) => content).join(" ")) ??
    "en";
  let left = MOST_SENTENCES;
  const before = recent.slice(-MOST_RECENT);
  [...before, ...exchange].forEach((message, index, messages) => {
    if (message.role !== "user") return;
    const previous = messages[index - 1];
    const question = previous?.role === "assistant" ? previous.content : "";
    const code = detectLanguage(message.content, question) ?? usual;
    if (code === "other") return;
    const language = LANGUAGES[code];
    const said = completeAnswer(question, splitSentences(message.content), language);
    for (const sentence of said.slice(0, left)) {
      const reading = language.readSentence(sentence.text, others);
      if (index < before.length) continue;
      left -= 1;
      for (const fact of toFacts(reading, sentence, language, at)) {
        if (!facts.has(fact.text)) facts.set(fact.text, fact);
      }
    }
  });
  return [...facts.values()];
}

/** The sentences of a message, the first one completed by the question that it answers. */
function completeAnswer(
  question: string,
  sentences: readonly Sentence[],
  { answers }: Language,
): readonly Sentence[] {
  const [first, ...rest] = sentences;
  const answer = first && answerQuestion(question, first.text, answers);
  if (!first || !answer) return sentences;
  // "No, I left in March" answers, and tells something of its own besides.
  const answered = { ...first, text: answer.text };
  return answer.isWhole ? [answered, ...rest] : [answered, ...sentences];
}

function toFacts(
  { statements, relatives, instructions }: SentenceReading,
  sentence: Sentence,
  language: Language,
  at: Date,
): RecordedFact[] {
  const facts = [
    ...statements.flatMap((spoken) => readStatement(spoken, sentence, language, at)),
    ...instructions.map((predicate) => toInstruction(predicate, sentence, language)),
  ];
  for (const statement of relatives) {
    for (const claim of recognizeClaims(statement, language.claims)) {
      const isTold = facts.some(({ text }) => text.includes(nameIn(claim)));
      if (!isTold) facts.push(toFact(claim, sentence));
    }
  }
  return facts;
}

function readStatement(
  { statement, tense, keepAs }: SpokenStatement,
  sentence: Sentence,
  language: Language,
  at: Date,
): RecordedFact[] {
  const { subject, predicate, date, isDated } = language.writeOutDates(statement, at, tense);
  const { claims: grammar } = language;
  const claims = recognizeClaims({ subject, predicate }, grammar);
  if (claims.length > 0) {
    return claims.map((claim) => toFact(claim, sentence, validFrom(claim, tense, date, at)));
  }
  const attribute = keepAs(isDated, predicate);
  if (!attribute) return [];
  const { text, polarity } = grammar.affirm(predicate);
  const claim: Claim = {
    subject: subject === grammar.user ? "user" : grammar.nameOf(subject),
    attribute,
    value: text,
    polarity,
    text: grammar.polish(grammar.say({ subject, predicate: text })),
  };
  return [toFact(claim, sentence, validFrom(claim, tense, date, at))];
}

/**
 * From when a fact holds, as precisely as it was told: a day, `2026-05` or `2026`. What is over has the
 * first day of any time that is named; what has changed has none of a time that is a guess.
 */
function validFrom(
  claim: Claim,
  tense: Tense,
  date: Span | undefined,
  at: Date,
): string | undefined {
  // "Signed up for the race of 14 March": what is ahead is no beginning of what has been done.
  if (!date || date.start > at || (tense !== "past" && tense !== "perfect")) return undefined;
  const isOver = claim.attribute === "event" || claim.attribute.startsWith("former_");
  const day = toDay(date.start);
  if (isOver) return day;
  if (date.isVague || date.unit === "season") return undefined;
  return day.slice(0, PRECISION[date.unit]);
}

/** How much of an ISO date is known: only that tells how late a change may have been. */
const PRECISION = {
  day: "yyyy-mm-dd".length,
  week: "yyyy-mm-dd".length,
  weekend: "yyyy-mm-dd".length,
  month: "yyyy-mm".length,
  year: "yyyy".length,
} as const;

function toInstruction(predicate: string, sentence: Sentence, language: Language): RecordedFact {
  const { claims: grammar } = language;
  const statement = { subject: grammar.user, predicate };
  const [known] = recognizeClaims(statement, grammar);
  const claim: Claim = known ?? {
    subject: "user",
    attribute: "instruction",
    value: predicate,
    polarity: "affirmed",
    text: grammar.polish(grammar.say(statement)),
  };
  return { ...toFact(claim, sentence), kind: "instruction" };
}

/** What identifies somebody: their name, else their number. */
function nameIn({ value }: Claim): string {
  return /\p{Lu}[\p{L}'-]+/u.exec(value)?.[0] ?? value;
}

function toFact(claim: Claim, { quote }: Sentence, from?: string): RecordedFact {
  const { cardinality, kind, importance } = describeAttribute(claim.attribute);
  return {
    text: claim.text,
    kind,
    level: "user",
    subject: claim.subject,
    attribute: claim.attribute,
    value: claim.value,
    cardinality: claim.polarity === "affirmed" ? (claim.cardinality ?? cardinality) : "many",
    entities: findEntities(claim),
    quote,
    importance,
    ...(from ? { validFrom: from } : {}),
  };
}
