import { encode } from "gpt-tokenizer/encoding/o200k_base";

/** Tokens of a text, as OpenAI's current models count them. */
export function countTokens(text: string): number {
  return encode(text).length;
}

/** How much less `spent` is than `whole`. */
export function percentSaved(spent: number, whole: number): string {
  return `${Math.round(100 * (1 - spent / whole))} %`;
}
