import { stemmer } from "@orama/stemmers/swedish";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Swedish, stemmed by Snowball's rules. */
export const SWEDISH: Language = {
  script: SCRIPTS.Latin,
  letters: "åäö",
  stem: stemmer,
  smallWords: `
    alla allt att av blev bli blir de deg dem den denna deras dess det detta dig din dina ditt
    du där då efter ej eller en er era ett från för ha hade han hans har hennes hon honom hur
    här i icke inte jag kan man med mellan men mig min mina mitt mot mycket ni nu när någon
    något och om oss på samma sedan sig sin sina skulle som så till under upp ut vad var varför
    vem vi vid vilken vilka vilket vart år är över användare användaren heter`,
};
