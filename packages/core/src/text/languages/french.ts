import { stemmer } from "@orama/stemmers/french";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { FRENCH_TOPICS } from "../topics/french.ts";
import { FRENCH_FORMS } from "./french-forms.ts";

/** French, stemmed by Snowball's rules and one more, after a table of irregular verbs. */
export const FRENCH: Language = {
  script: SCRIPTS.Latin,
  letters: "çéèêëàâîïôùûœ",
  // Snowball leaves the persons of "je peins, elle peint".
  stem: (word) => stemmer(FRENCH_FORMS.get(word) ?? word).replace(/(?<=.{3})[st]$/, ""),
  topics: FRENCH_TOPICS,
  smallWords: `
    a ai aie as au aucun aussi autre aux avait avec avez avoir c ça car ce ceci cela celle celui
    ces cet cette chez ci combien comme comment d dans de depuis des dois doit donc dont du elle
    elles en encore es est et étaient était étais été être eu eux fait faire fais fut il ils j
    je jusqu l la là laquelle le lequel les leur leurs lieu lui m ma mais me même mes moi mon n
    ne ni nommé nommée nos notre nous on ont ou où par parce pas peu peut peux plus pour
    pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se sera ses si son sont
    sous suis sur t ta te tes toi ton tous tout toute toutes très train tu un une utilisateur
    utilisatrice va vers vos votre vous y s'appelle appelle appellent`,
};
