import { stemmer } from "@orama/stemmers/hungarian";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Hungarian, stemmed by Snowball's rules. */
export const HUNGARIAN: Language = {
  script: SCRIPTS.Latin,
  letters: "áéíóöőúüű",
  stem: stemmer,
  smallWords: `
    a abban ahhoz ahogy ahol aki akik akkor alatt amely ami amit az azért azok azt be benne csak
    de e egy egyik el ellen én és ez ezek ezen ezt fel felhasználó felhasználónak hány hogy
    hogyan hol hová honnan ha hanem így igen ill is itt ki kell kicsoda le lehet lenne lesz ma
    már még meg mely melyik mert mi mit mikor milyen miért mindig mint nagyon nekem nem néhány ő
    ők össze pedig s saját sem sok szerint te több úgy utána vagy vagyok valaki van vannak volt`,
};
