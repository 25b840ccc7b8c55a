import type { PreparedQuery } from "../prepare-query.ts";
import { detectLanguages } from "../../text/detect-languages.ts";
import { GERMAN } from "../../text/languages/german.ts";
import { SCRIPTS } from "../../text/scripts.ts";
import { splitWords } from "../../text/split-words.ts";
import { speaksOfOneself } from "./speaks-of-oneself.ts";

/**
 * Whether a query asks about people or things by names that stand nowhere in what was found, and not
 * about whoever asks: "When did Joanna move?", where nobody ever spoke of a Joanna. Whatever is near
 * it is near by its other words only.
 *
 * Names are told by their capitals, so scripts without them have none, nor has German, which writes
 * every noun so.
 */
export function asksAboutStrangers(
  query: string,
  { words }: Pick<PreparedQuery, "words">,
  texts: readonly { readonly terms: string }[],
): boolean {
  const names = words.filter(({ isName }) => isName);
  if (names.length === 0 || speaksOfOneself(query) || isGerman(query)) return false;
  const forms = names.flatMap((name) => name.forms.map((form) => ` ${form} `));
  return !texts.some(({ terms }) => forms.some((form) => ` ${terms} `.includes(form)));
}

function isGerman(query: string): boolean {
  return detectLanguages(splitWords(query)).get(SCRIPTS.Latin)?.includes(GERMAN) ?? false;
}
