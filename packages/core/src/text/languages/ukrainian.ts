import { stemmer } from "@orama/stemmers/ukrainian";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Ukrainian, stemmed by the light rules of @orama/stemmers. */
export const UKRAINIAN: Language = {
  script: SCRIPTS.Cyrillic,
  letters: "іїєґ",
  stem: stemmer,
  smallWords: `
    а або але без би був була були було бути в вас ваш вже ви від він вона вони воно все всі для
    до з за зі і із його її їх й коли кого ким кому користувач користувача користувачу куди ми
    мене мені мій моя моє мої моєї мого на над нас наш не ні про під по при та так також там
    твій ти тобі то той тільки у хто це цей ця ці чи чому що щоб як яка який яке які якій яку
    якого я є де звати скільки`,
};
