import { stemmer } from "@orama/stemmers/finnish";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Finnish, stemmed by Snowball's rules. */
export const FINNISH: Language = {
  script: SCRIPTS.Latin,
  letters: "äö",
  stem: stemmer,
  smallWords: `
    ei eivät emme en et ette että he hän hänen häntä ja jos joka jotka kanssa koska kuin kuka
    kun keitä kenen me meidän mihin mikä milloin miksi millainen minkä minne minun minulla minut
    minua minä missä mistä mitä miten mukaan mutta myös ne niin nyt ole olen olemme olet olette
    oli olivat olla on ovat se sekä sen siinä sinun sinä sitä tai te tämä tämän vaan vai vaikka
    käyttäjä käyttäjän käyttäjällä nimi nimeltä`,
};
