import { stemmer } from "@orama/stemmers/romanian";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Romanian, stemmed by Snowball's rules. */
export const ROMANIAN: Language = {
  script: SCRIPTS.Latin,
  // With commas, and with the cedillas that were typed for them before Unicode 3.0, and still are.
  letters: "ăâîșțşţ",
  stem: stemmer,
  smallWords: `
    a acea aceasta această acel acest aceste acestea ai al ale am ar are as asta atât au avea
    avem ca când care cât câte ce cel cele cine cu cum da dar de deci din după ea ei el ele era
    este eu fi fie fost în îi îl îmi îți îţi la le lor lui mai mea mei mele meu mi mă nici nu o pe
    pentru prin sa să sale sau se și şi sunt sunteți sunteţi ta te tu un una unde unei unui unul utilizator
    utilizatorul utilizatorului va voi vă cheamă numește numeşte`,
};
