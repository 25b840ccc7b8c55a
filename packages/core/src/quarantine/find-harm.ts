import { isForeign } from "../add/compare-origins.ts";
import type { Fact } from "../record.ts";
import { ENGLISH } from "./languages/english.ts";
import { GERMAN } from "./languages/german.ts";
import { SPANISH } from "./languages/spanish.ts";
import { type Aim, compileOrders } from "./orders.ts";
import { plainSentences } from "./plain-sentences.ts";

const LANGUAGES = [ENGLISH, GERMAN, SPANISH].map(compileOrders);

/** A quote shows where a fact stands; one that is longer shows it in its beginning, in characters. */
const LONGEST_QUOTE = 2_000;

const HARMS: Readonly<Record<Aim, string>> = {
  others: "it is an order about other people than the user",
  rules: "it is after the rules of the system, or what they say",
  secrets: "it is after secrets",
  tools: "it is an order to use a tool",
};

/**
 * Why a fact must not be recalled before a person has looked at it; `undefined` when it may.
 *
 * Whoever says it: orders that are after the rules of the system, secrets, tools, or what other users
 * are told. From a tool or a document: every order. What users ask for themselves is theirs to ask.
 * Rules of wording, in English, German and Spanish; no model is asked, because the text may have
 * told it what to answer.
 */
export function findHarm({
  text,
  quote = "",
  kind,
  origin,
}: Pick<Fact, "text" | "origin"> & Partial<Pick<Fact, "quote" | "kind">>): string | undefined {
  const sentences = [text, quote.slice(0, LONGEST_QUOTE)].flatMap(plainSentences);
  for (const { aims } of LANGUAGES) {
    const found = aims.find(([, form]) => sentences.some((sentence) => form.test(sentence)));
    if (found) return HARMS[found[0]];
  }
  if (isForeign(origin) && (kind === "instruction" || isOrder(text))) {
    return `it is an order, and the words of a ${origin}`;
  }
  return undefined;
}

function isOrder(text: string): boolean {
  const sentences = plainSentences(text);
  return LANGUAGES.some(({ anyOrder }) => sentences.some((sentence) => anyOrder.test(sentence)));
}
