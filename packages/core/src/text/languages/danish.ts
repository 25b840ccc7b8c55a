import { stemmer } from "@orama/stemmers/danish";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Danish, stemmed by Snowball's rules. */
export const DANISH: Language = {
  script: SCRIPTS.Latin,
  letters: "æøå",
  stem: stemmer,
  smallWords: `
    af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din dine
    disse dit dog du efter eller en end er et for fra ham han hans har havde have hende hendes
    her hos hun hvad hvem hvilken hvilket hvilke hvor hvorfor hvornår hvordan i ikke ind jeg jer
    jo kan kunne man mange med meget men mig min mine mit mod nej noget nogle nu når og også om
    op os over på sig skal skulle som sådan thi til ud under var vi vil ville vor være været
    bruger brugeren hedder`,
};
