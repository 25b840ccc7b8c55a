import type { Language } from "./language.ts";
import { ARABIC } from "./languages/arabic.ts";
import { ARMENIAN } from "./languages/armenian.ts";
import { BULGARIAN } from "./languages/bulgarian.ts";
import { CHINESE } from "./languages/chinese.ts";
import { DANISH } from "./languages/danish.ts";
import { DUTCH } from "./languages/dutch.ts";
import { ENGLISH } from "./languages/english.ts";
import { FINNISH } from "./languages/finnish.ts";
import { FRENCH } from "./languages/french.ts";
import { GERMAN } from "./languages/german.ts";
import { GREEK } from "./languages/greek.ts";
import { HINDI } from "./languages/hindi.ts";
import { HUNGARIAN } from "./languages/hungarian.ts";
import { INDONESIAN } from "./languages/indonesian.ts";
import { IRISH } from "./languages/irish.ts";
import { ITALIAN } from "./languages/italian.ts";
import { JAPANESE } from "./languages/japanese.ts";
import { KOREAN } from "./languages/korean.ts";
import { LITHUANIAN } from "./languages/lithuanian.ts";
import { NEPALI } from "./languages/nepali.ts";
import { NORWEGIAN } from "./languages/norwegian.ts";
import { PORTUGUESE } from "./languages/portuguese.ts";
import { ROMANIAN } from "./languages/romanian.ts";
import { RUSSIAN } from "./languages/russian.ts";
import { SERBIAN } from "./languages/serbian.ts";
import { SPANISH } from "./languages/spanish.ts";
import { SWEDISH } from "./languages/swedish.ts";
import { TAMIL } from "./languages/tamil.ts";
import { THAI } from "./languages/thai.ts";
import { TURKISH } from "./languages/turkish.ts";
import { UKRAINIAN } from "./languages/ukrainian.ts";

/** All languages that are known. Of equally likely ones the first is taken. */
export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  GERMAN,
  SPANISH,
  FRENCH,
  PORTUGUESE,
  ITALIAN,
  DUTCH,
  RUSSIAN,
  CHINESE,
  JAPANESE,
  ARABIC,
  HINDI,
  KOREAN,
  THAI,
  TURKISH,
  INDONESIAN,
  SWEDISH,
  DANISH,
  NORWEGIAN,
  FINNISH,
  HUNGARIAN,
  ROMANIAN,
  LITHUANIAN,
  IRISH,
  SERBIAN,
  UKRAINIAN,
  BULGARIAN,
  GREEK,
  ARMENIAN,
  TAMIL,
  NEPALI,
];
