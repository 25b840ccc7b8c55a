import { listWords } from "./list-words.ts";

/** The names of languages. */
export const LANGUAGES = listWords(`
  Arabic, Basque, Bengali, Bulgarian, Cantonese, Catalan, Chinese, Croatian, Czech, Danish,
  Dutch, English, Esperanto, Farsi, Finnish, Flemish, French, Gaelic, German, Greek, Hebrew,
  Hindi, Hungarian, Icelandic, Indonesian, Irish, Italian, Japanese, Korean, Latin, Mandarin,
  Norwegian, Persian, Polish, Portuguese, Punjabi, Romanian, Russian, Serbian, sign language,
  Slovak, Spanish, Swahili, Swedish, Tagalog, Tamil, Thai, Turkish, Ukrainian, Urdu, Vietnamese,
  Welsh, Yiddish
`);

/** Adjectives of nationality that no suffix shows. */
const NATIONALITIES = listWords(`
  American, Argentine, British, Chilean, Czech, Dutch, Filipino, French, German, Greek,
  Icelandic, Iraqi, Israeli, Pakistani, Saudi, Slovak, Swiss, Thai, Welsh
`);

/** Whether a word says of which country somebody is. */
export function isNationality(word: string): boolean {
  if (NATIONALITIES.some((one) => one.toLowerCase() === word.toLowerCase())) return true;
  return (
    /^\p{Lu}\p{L}+(?:ian|ish|ese|can|ean|van|san|gan|man|lese)$/u.test(word) &&
    !/^Christian$/.test(word)
  );
}
