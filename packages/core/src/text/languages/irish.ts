import { stemmer } from "@orama/stemmers/irish";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Irish, stemmed by Snowball's rules. */
export const IRISH: Language = {
  script: SCRIPTS.Latin,
  letters: "áéíóú",
  stem: stemmer,
  smallWords: `
    ach ag agus an aon ar as atá ba bhfuil bhí cad cá cathain cé céard chuig chun conas dá de
    den do don é ea faoi freisin gach go i iad idir is í le leis liom mar mé mo muid ná nach ní
    níl nuair ó roimh sa san sé seo sí sin siad sibh sinn tá tar thar tú um úsáideoir`,
};
