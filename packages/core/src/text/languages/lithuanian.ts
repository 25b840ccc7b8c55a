import { stemmer } from "@orama/stemmers/lithuanian";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Lithuanian, stemmed by Snowball's rules. */
export const LITHUANIAN: Language = {
  script: SCRIPTS.Latin,
  letters: "ąčęėįšųūž",
  stem: stemmer,
  smallWords: `
    ant apie ar arba aš bet bei bus būti buvo čia dar dėl ir iš į jau jei ji jie jis jo jos jų
    ka kad kada kaip kam kas ką kiek kitas kodėl koks kokia kur kurie kuris man mane mano mes
    mus mūsų nes ne nei nuo o pagal per po prie prieš su savo tai taip tam tas tau tavo ten tik
    to tu už vartotojas vartotojo yra`,
};
