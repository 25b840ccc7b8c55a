import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { stemBulgarian } from "./stem-bulgarian.ts";

/** Bulgarian, stemmed by light rules. */
export const BULGARIAN: Language = {
  script: SCRIPTS.Cyrillic,
  letters: "ъ",
  stem: stemBulgarian,
  smallWords: `
    а аз ако ала без беше би бил била били било в вас ви вие все във да дали до доколко други е
    един една за защо защото и из или им има казва какво каква какъв какви как които кой кого
    кога която което къде ли м ме мен ми мога моите моята моят моето може му на над нас не
    него нея ни ние но някой от по под потребител потребителя потребителят при с са само се сега
    си сме със съм там твоя те теб ти това той тук тя у че ще`,
};
