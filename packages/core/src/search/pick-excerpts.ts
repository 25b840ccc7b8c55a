import type { TextMessage } from "../record.ts";
import { readTerms, termsOf } from "../text/analyze-text.ts";
import { speaksOfOneself } from "./policy/speaks-of-oneself.ts";
import { endsInQuestion } from "./answers/ends-in-question.ts";
import type { PreparedQuery } from "./prepare-query.ts";
import { createHitFinder, type HitFinder } from "./words/find-hits.ts";
import { scoreByWords } from "./words/score-by-words.ts";

/** Longest passage that is shown, in characters. */
const LONGEST_EXCERPT = 300;

// On LoCoMo's development half 0.70 of the excerpts are of the message that answers when words that a
// message holds are counted, 0.79 when rare ones count more and near ones, too, 0.87 with these two.

/** What the words of somebody count who is asked about, against those of others. */
const SPEAKER_LIFT = 2;

/** What a question counts against a statement: it has the words of its answer, and not the answer. */
const QUESTION_SHARE = 0.5;

/**
 * What answers a query of each of these exchanges: of the message that answers it best, the whole; of
 * one that is long the best passage of whole sentences, of at most 300 characters.
 */
export function pickExcerpts(
  exchanges: readonly (readonly TextMessage[])[],
  query: Pick<PreparedQuery, "text" | "words">,
): string[] {
  // Who is named is spoken to as often as spoken of.
  const topic = query.words.filter(({ isName }) => !isName);
  const words = topic.length > 0 ? topic : query.words;
  const findHits = createHitFinder(words);
  const said = exchanges.map((messages) => messages.filter(({ role }) => role !== "system"));
  const isAsked = isAskedOf(query);
  const all = said.flat();
  const scores = scoreByWords(
    words,
    all.map(({ content }) => ({ own: hitsIn(content, findHits), beside: [], around: [] })),
  );
  const relevance = new Map(
    all.map((message, place): [TextMessage, number] => {
      const lift = isAsked(message) ? SPEAKER_LIFT : 1;
      const share = endsInQuestion(message.content) ? QUESTION_SHARE : 1;
      return [message, (scores[place] ?? 0) * lift * share];
    }),
  );
  return said.map((messages) => {
    const [best] = messages.toSorted((a, b) => (relevance.get(b) ?? 0) - (relevance.get(a) ?? 0));
    return best === undefined ? "" : bestPassage(best.content, findHits);
  });
}

/** Whether a message is of somebody whom a query names, or of the user where the user asks of themselves. */
function isAskedOf({
  text,
  words,
}: Pick<PreparedQuery, "text" | "words">): (message: TextMessage) => boolean {
  const forms = new Set(words.flatMap((word) => word.forms));
  const isOfUser = speaksOfOneself(text);
  return ({ role, name }) =>
    name === undefined
      ? isOfUser && role === "user"
      : readTerms(name).some((term) => term.forms.some((form) => forms.has(form)));
}

/** The text, or of a long one the passage that holds most of the words; of equal ones that which begins with them. */
function bestPassage(text: string, findHits: HitFinder): string {
  if (text.length <= LONGEST_EXCERPT) return text;
  const [best] = passagesOf(text)
    .map(({ passage, first }) => ({
      passage,
      hits: countHits(passage, findHits),
      inFirst: countHits(first, findHits),
    }))
    .toSorted((a, b) => b.hits - a.hits || b.inFirst - a.inFirst);
  return best?.passage ?? "";
}

function countHits(text: string, findHits: HitFinder): number {
  return hitsIn(text, findHits).exact.reduce((sum, hit) => sum + hit, 0);
}

function hitsIn(text: string, findHits: HitFinder) {
  return findHits(termsOf(text).join(" "));
}

/** Whole sentences, as many as fit, from each sentence on; a sentence that is too long is cut. */
function passagesOf(text: string): { passage: string; first: string }[] {
  const sentences = Array.from(segmenter.segment(text), ({ segment }) => segment);
  return sentences.map((first, place) => {
    let passage = "";
    for (const sentence of sentences.slice(place)) {
      if (passage !== "" && passage.length + sentence.length > LONGEST_EXCERPT) break;
      passage += sentence;
    }
    return { passage: passage.slice(0, LONGEST_EXCERPT).trim(), first };
  });
}

const segmenter = new Intl.Segmenter("und", { granularity: "sentence" });
