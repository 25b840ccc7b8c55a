import { stemmer } from "@orama/stemmers/dutch";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { DUTCH_TOPICS } from "../topics/dutch.ts";

/** Dutch, stemmed by Snowball's rules, after one of its own. */
export const DUTCH: Language = {
  script: SCRIPTS.Latin,
  // Snowball leaves the third person: "ik woon, zij woont".
  stem: (word) => stemmer(word.replace(/(?<=.{3}[^aeiou])t$/, "")),
  topics: DUTCH_TOPICS,
  smallWords: `
    aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus
    een eens en er ge geen geweest haar had heb hebben heeft hem het hier hij hoe hoeveel hun
    iemand iets ik in is ja je jij jou jouw jullie kan kon kunnen maar me meer men met mij mijn
    moet na naar niet niets nog nu of om omdat ons ook op over reeds te tegen toch toen tot u
    uit uw van veel voor waar waarom wanneer want waren was wat we welk welke werd wezen wie wij
    wil wordt worden zal ze zei zelf zich zij zijn zo zonder zou gebruiker gebruikers heet hebt`,
};
