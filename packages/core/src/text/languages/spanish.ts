import { stemmer } from "@orama/stemmers/spanish";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { SPANISH_TOPICS } from "../topics/spanish.ts";
import { SPANISH_FORMS } from "./spanish-forms.ts";

/** Spanish, stemmed by Snowball's rules, after a table of verbs whose stem changes. */
export const SPANISH: Language = {
  script: SCRIPTS.Latin,
  letters: "ñáíóúé",
  stem: (word) => stemmer(SPANISH_FORMS.get(word) ?? word),
  topics: SPANISH_TOPICS,
  smallWords: `
    a al algo alguna algunas alguno algunos ante antes aquí así aún aunque bien cada como con
    contra cuál cuáles cuando cuánto cuánta de del desde donde adónde dos durante e el ella
    ellas ellos en entre era es esa esas ese eso esos esta estaba está están estar estas este esto
    estos estoy estás fue fui ha hace han has hasta hay he la las le les lo los más me mi mis
    mucho muy ni no nos nosotros nuestra nuestro o os otra otro para pero poco por porque puede
    pues que quien qué se ser si sin sobre son soy su sus suyo tal también tan te tengo tiene
    tienes tenía todo toda todos tu tus un una unas uno unos usted usuario usuaria y ya yo favor
    llama llamado llamada llamo`,
};
