import { stemmer } from "@orama/stemmers/greek";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Greek, stemmed by Snowball's rules. */
export const GREEK: Language = {
  script: SCRIPTS.Greek,
  stem: stemmer,
  smallWords: `
    αλλά αν από αυτά αυτή αυτό αυτός για δε δεν εγώ εδώ είμαι είναι εκεί ένα ένας εμένα έχει έχω
    έχεις η ή θα και κάθε κάτι με μετά μη μην μια μου μας να ο οι όπως όταν ότι που πού πότε
    ποιος ποια ποιο ποιον πως πώς πόσο σας σε σου στα στη στην στις στο στον τα της τη την τι
    τις το τον του τους των ως χρήστης χρήστη λένε γιατί`,
};
