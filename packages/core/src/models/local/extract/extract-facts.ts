import type { ExtractionInput } from "../../../add/extract-facts.prompt.ts";
import { describeAttribute } from "../claims/attributes.ts";
import type { Claim } from "../claims/claim.ts";
import { recognizeClaims } from "../claims/recognize-claims.ts";
import { toIsoDate, type Span, type Tense } from "../dates/spans.ts";
import { LANGUAGES } from "../languages.ts";
import { splitSentences, type Sentence } from "../text/split-sentences.ts";
import { answerQuestion } from "./answer-question.ts";
import { detectLanguage } from "./detect-language.ts";
import type { Language } from "./language.ts";
import type { Others, SpokenStatement } from "./reader.ts";

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
  quote: string;
  importance: number;
  validFrom?: string;
}

export function extractFacts({ at, recent, exchange }: ExtractionInput): RecordedFact[] {
  const facts = new Map<string, RecordedFact>();
  const others: Others = [];
  const common =
    detectLanguage(
      exchange.map(({ role, content }) => (role === "user" ? content : "")).join(" "),
    ) ?? "en";
  let asked = recent.at(-1);
  for (const message of exchange) {
    const question = asked?.role === "assistant" ? asked.content : "";
    asked = message;
    if (message.role !== "user") continue;
    const language = LANGUAGES[detectLanguage(message.content, question) ?? common];
    for (const sentence of completeAnswer(question, splitSentences(message.content), language)) {
      for (const fact of readFacts(sentence, language, at, others)) {
        if (!facts.has(fact.text)) facts.set(fact.text, fact);
      }
    }
  }
  return [...facts.values()];
}

/** The sentences of a message, the first one completed by the question that it answers. */
function completeAnswer(
  question: string,
  sentences: readonly Sentence[],
  { answers }: Language,
): readonly Sentence[] {
  const [first] = sentences;
  const text = first && answerQuestion(question, first.text, answers);
  return text ? [{ ...first, text }, ...sentences] : sentences;
}

function readFacts(
  sentence: Sentence,
  language: Language,
  at: Date,
  others: Others,
): RecordedFact[] {
  const { statements, relatives, instruction } = language.readSentence(sentence.text, others);
  const facts = statements.flatMap((spoken) => toFacts(spoken, sentence, language, at));
  if (instruction) {
    facts.push(toInstruction(instruction, sentence, language));
  }
  for (const statement of relatives) {
    for (const claim of recognizeClaims(statement, language.claims)) {
      if (!facts.some((fact) => fact.text.includes(nameIn(claim))))
        facts.push(toFact(claim, sentence));
    }
  }
  return facts;
}

function toInstruction(predicate: string, sentence: Sentence, language: Language): RecordedFact {
  const statement = { subject: language.claims.user, predicate };
  const [claim] = recognizeClaims(statement, language.claims);
  const unknown: Claim = {
    subject: "user",
    attribute: "instruction",
    value: predicate,
    polarity: "affirmed",
    text: language.claims.say(statement),
  };
  return { ...toFact(claim ?? unknown, sentence), kind: "instruction" };
}

/** What identifies somebody: their name, else their number. */
function nameIn({ value }: Claim): string {
  return /\p{Lu}[\p{L}'-]+/u.exec(value)?.[0] ?? value;
}

function toFacts(
  { statement, tense, keepAs }: SpokenStatement,
  sentence: Sentence,
  language: Language,
  at: Date,
): RecordedFact[] {
  const dated = language.writeOutDates(statement, at, tense);
  const { predicate, date } = dated;
  const claims = recognizeClaims(dated, language.claims);
  if (claims.length > 0)
    return claims.map((claim) => toFact(claim, sentence, validFrom(claim, tense, date)));
  const attribute = keepAs(dated.isDated, predicate);
  if (!attribute) return [];
  const { text, polarity } = language.claims.affirm(predicate);
  const claim: Claim = {
    subject:
      statement.subject === language.claims.user
        ? "user"
        : language.claims.nameOf(statement.subject),
    attribute,
    value: text,
    polarity,
    text: language.claims.say({ subject: statement.subject, predicate: text }),
  };
  return [toFact(claim, sentence, validFrom(claim, tense, date))];
}

/** From when a fact holds: a day or a week for what changed, any date for what is over. */
function validFrom(claim: Claim, tense: Tense, date: Span | undefined): string | undefined {
  if (!date || (tense !== "past" && tense !== "perfect")) return undefined;
  const isOver = claim.attribute === "event" || claim.attribute.startsWith("former_");
  const isPrecise = date.unit === "day" || date.unit === "week" || date.unit === "weekend";
  return isOver || isPrecise ? toIsoDate(date.start) : undefined;
}

function toFact(claim: Claim, { quote }: Sentence, from?: string): RecordedFact {
  const { cardinality, kind, importance } = describeAttribute(claim.attribute);
  return {
    text: claim.text.replace(/\s+/g, " ").trim(),
    kind,
    level: "user",
    subject: claim.subject,
    attribute: claim.attribute,
    value: claim.value,
    cardinality: claim.polarity === "affirmed" ? cardinality : "many",
    entities: [],
    quote,
    importance,
    ...(from ? { validFrom: from } : {}),
  };
}
