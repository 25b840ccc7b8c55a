import { countTokens as countAll } from "gpt-tokenizer/encoding/o200k_base";

/** The tokens of a text in `o200k_base`, the encoding of OpenAI's models since GPT-4o. */
export function countTokens(text: string): number {
  // What looks like a control token is text like any other here, not a reason to fail.
  return countAll(text, { disallowedSpecial: new Set() });
}
