import type { EpisodeRow } from "../ports/stored-rows.ts";
import { normalizeForComparison } from "../text/hash-text.ts";

/** Whether a text holds one of the forgotten ones. */
export type MentionTest = (text: string | undefined) => boolean;

/**
 * A test for texts that hold one of `forgotten`, as whole words, in whatever case, white space or
 * closing punctuation.
 */
export function createMentionTest(forgotten: readonly string[]): MentionTest {
  const wanted = [...new Set(forgotten.map(toWords))].filter((text) => text !== "  ");
  return (text) => {
    if (text === undefined || wanted.length === 0) return false;
    const words = toWords(text);
    return wanted.some((one) => words.includes(one));
  };
}

/** Whether an exchange holds one of the forgotten texts: said, or recalled for the prompt. */
export function isMentionedIn({ messages, request }: EpisodeRow, mentions: MentionTest): boolean {
  return [messages, request].some((json) => textsIn(JSON.parse(json)).some(mentions));
}

/** Words with one space between, before and after them, so that one text in another begins and ends with a word. */
function toWords(text: string): string {
  const words = normalizeForComparison(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return ` ${words.join(" ")} `;
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
