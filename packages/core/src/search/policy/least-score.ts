import type { Relevant } from "../find-relevant.ts";
import { asksAboutStrangers } from "./asks-about-strangers.ts";

/** What one word of the same topic reaches in a question of some words. */
const LEAST_SCORE = 0.04;

/**
 * What a match must reach that knows nobody of those that the query names. Of questions about people
 * of other conversations it lets 13 of 100 find something, and costs 0.1 points of recall@10
 * (`pnpm bench read-policy`).
 */
const LEAST_SCORE_FOR_STRANGERS = 0.3;

/** The least score of what a query finds, unless the caller says otherwise. */
export function leastScore(query: string, { prepared, ranked, exchanges }: Relevant): number {
  const isLed = ranked.some(({ signals }) => signals.relations > 0);
  const texts = [...ranked.map(({ row }) => row), ...exchanges];
  return !isLed && asksAboutStrangers(query, prepared, texts)
    ? LEAST_SCORE_FOR_STRANGERS
    : LEAST_SCORE;
}
