import { stemmer } from "@orama/stemmers/armenian";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Armenian, stemmed by Snowball's rules. */
export const ARMENIAN: Language = {
  script: SCRIPTS.Armenian,
  stem: stemmer,
  smallWords: `
    այդ այլ այն այս դու դուք եմ են ենք ես եք է էի էին էր ըստ թե ի ին իսկ իր իմ ինչ ինչպես ինչու
    կամ համար հետ մեջ մենք մի նա նաև նրա նրանք որ որը որոնք որտեղ երբ ով ու ում և վրա օգտատեր
    օգտատերը օգտատիրոջ`,
};
