import type { Language } from "../extract/language.ts";
import { ENGLISH_ANSWERS } from "./answers.ts";
import { ENGLISH_CLAIMS } from "./claim-grammar.ts";
import { writeOutEnglishDates } from "./dates.ts";
import { parseEnglishMemory } from "./parse-memory.ts";
import { readVerb, tenseOf } from "./read-verb.ts";
import { readWords } from "./read-words.ts";
import { readEnglishSentence } from "./read-sentence.ts";

export const ENGLISH: Language = {
  code: "en",
  claims: ENGLISH_CLAIMS,
  writeOutDates: writeOutEnglishDates,
  answers: ENGLISH_ANSWERS,
  parseMemory: parseEnglishMemory,
  tenseOf: (predicate) => {
    const verb = readVerb(readWords(predicate));
    return verb ? tenseOf(verb) : "present";
  },
  readSentence: readEnglishSentence,
};
