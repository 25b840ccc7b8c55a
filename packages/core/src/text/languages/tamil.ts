import { stemmer } from "@orama/stemmers/tamil";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Tamil, stemmed by Snowball's rules. */
export const TAMIL: Language = {
  script: SCRIPTS.Tamil,
  stem: stemmer,
  smallWords: `
    அது அந்த அவர் அவள் அவன் இது இந்த இல்லை உள்ளது எங்கே எந்த எப்படி எப்போது என் என்ன எனக்கு
    என்று ஏன் ஒரு ஆகும் நான் நீ நீங்கள் மற்றும் யார் பயனர் பயனரின் பயனருக்கு`,
};
