import { stemmer } from "@orama/stemmers/serbian";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Serbian, stemmed by Snowball's rules. */
export const SERBIAN: Language = {
  script: SCRIPTS.Latin,
  letters: "čćđšž",
  stem: stemmer,
  smallWords: `
    a ako ali bi bih bila bili bilo bio biti da do dok gde gdje ga i ih ili im iz ja je jer
    jesam jesi još joj ju kad kada kako ko koja koje koji koju kojoj kojem kojeg li me meni mene
    mi moj moja moje mojeg mojoj moju na nad nam nas ne nego ni nije nisam njegov njen o od on
    ona oni ono ova ovaj ovo po pod pre s sa sam samo se si smo ste su sve svoj šta što ta taj
    te ti to tu u uz vas već vi za zašto zar zove korisnik korisnika`,
};
