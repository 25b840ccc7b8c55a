import { stemmer } from "@orama/stemmers/norwegian";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Norwegian, stemmed by Snowball's rules. */
export const NORWEGIAN: Language = {
  script: SCRIPTS.Latin,
  letters: "æøå",
  stem: stemmer,
  smallWords: `
    alle at av bare ble bli blir da de deg dem den denne der dere deres det dette di din ditt du
    eg ein eit eller en enn er et etter for fordi fra før ha hadde han hans har henne hennes her
    hos hun hva hvem hvilken hvilke hvilket hvor hvorfor når hvordan i ikke inn ja jeg kan kunne
    man mange med meg meget mellom men min mine mitt mot mye nå noe noen og også om opp oss over
    på sa seg selv sin sine sitt skal skulle slik som så til um under ut var ved vi vil ville
    vår være vært bruker brukeren heter`,
};
