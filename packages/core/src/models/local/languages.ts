import { ENGLISH } from "./english/english.ts";
import type { Language, LanguageCode } from "./extract/language.ts";
import { GERMAN } from "./german/german.ts";
import { SPANISH } from "./spanish/spanish.ts";

/** The languages that the local model knows. */
export const LANGUAGES: Readonly<Record<LanguageCode, Language>> = {
  en: ENGLISH,
  de: GERMAN,
  es: SPANISH,
};
