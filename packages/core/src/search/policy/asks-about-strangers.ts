import type { PreparedQuery } from "../prepare-query.ts";
import { detectLanguages } from "../../text/detect-languages.ts";
import { GERMAN } from "../../text/languages/german.ts";
import { SCRIPTS } from "../../text/scripts.ts";
import { splitWords } from "../../text/split-words.ts";

/** How people speak of themselves, in languages that write names with a capital. */
const FIRST_PERSON = new RegExp(
  String.raw`(?<!\p{L})(?:I|i(?='m|'ve|'d|'ll)|[Mm]e|[Mm]y|[Mm]ine|[Ww]e|us|[Oo]ur|[Oo]urs|[Jj]e|[Jj](?=')|[Mm]oi|[Mm]on|[Mm]a|[Mm]es|[Nn]ous|[Nn]otre|[Nn]os|[Yy]o|[Mm]í|[Mm]is?|[Cc]onmigo|[Nn]osotr[oa]s|[Nn]uestr[oa]s?|[Ii]o|[Mm]i[oae]i?|[Nn]oi|[Nn]ostr[oaie]|[Ee]u|[Mm]eu|[Mm]inha|[Nn]oss[oa]s?|[Ii]k|[Mm]ij|[Mm]ijn|[Ww]ij|[Oo]ns|[Oo]nze|[Яя]|[Мм]н[ей]|[Мм]еня|[Мм]о[йяеёиюу]|[Мм]ы|[Нн]а[мс]|[Нн]аш\p{L}*)(?!\p{L})`,
  "u",
);

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
  if (names.length === 0 || FIRST_PERSON.test(query) || isGerman(query)) return false;
  const forms = names.flatMap((name) => name.forms.map((form) => ` ${form} `));
  return !texts.some(({ terms }) => forms.some((form) => ` ${terms} `.includes(form)));
}

function isGerman(query: string): boolean {
  return detectLanguages(splitWords(query)).get(SCRIPTS.Latin)?.includes(GERMAN) ?? false;
}
