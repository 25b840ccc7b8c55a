import { stemmer } from "@orama/stemmers/nepali";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Nepali, stemmed by Snowball's rules. */
export const NEPALI: Language = {
  script: SCRIPTS.Devanagari,
  stem: stemmer,
  smallWords: `
    छ छन् छु छौं हो हुन् हुन्छ थियो म मेरो मलाई मैले तपाईं तपाईंको तिमी तिम्रो उनी उनको को का की
    लाई ले मा बाट सँग र पनि तर यो त्यो यी ती के किन कहाँ कहिले कसरी कति कुन गर्छ गर्छन् गर्छु
    भएको गरेको लागि प्रयोगकर्ता`,
};
