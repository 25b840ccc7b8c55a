import { stemmer } from "@orama/stemmers/portuguese";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { PORTUGUESE_TOPICS } from "../topics/portuguese.ts";

/** Portuguese, stemmed by Snowball's rules. */
export const PORTUGUESE: Language = {
  script: SCRIPTS.Latin,
  letters: "ãõçáâéêíóôú",
  stem: stemmer,
  topics: PORTUGUESE_TOPICS,
  smallWords: `
    a à ao aos as às até cada com como da das de dela dele deles depois do dos e é ela elas ele
    eles em entre era essa esse esta está estão estou eu foi fui há isso isto já lhe mais mas me
    mesmo meu meus minha minhas muito na não nas nem no nos nós nossa nosso num numa o onde os
    ou para pela pelas pelo pelos pode por porque qual quais quando quanto que quê quem se sem
    ser seu seus só sou sua suas também te tem têm tenho teu tu tua um uma umas uns você vocês
    usuário utilizador usuária utilizadora chama`,
};
