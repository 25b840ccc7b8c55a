import { stemmer } from "@orama/stemmers/italian";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { ITALIAN_TOPICS } from "../topics/italian.ts";

/** Italian, stemmed by Snowball's rules. */
export const ITALIAN: Language = {
  script: SCRIPTS.Latin,
  letters: "àèéìòù",
  stem: stemmer,
  topics: ITALIAN_TOPICS,
  smallWords: `
    a abbia ad ai al alla alle allo anche avere aveva c che chi ci cioè come con contro cosa cui
    d da dai dal dalla dalle dallo degli dei del della delle dello di dove e è ed era erano
    essere fa fino fra gli ha hai hanno ho i il in io l la le lei li lo loro lui ma mi mia mie
    miei mio molto ne negli nei nel nella nelle nello noi non nostra nostro o ogni per perché
    più poi può qual quale quali quando quanto quella quelle quelli quello questa queste questi
    questo se sei si sia siamo sono sta sto sua sue sugli sui sul sulla suo suoi ti tra tu tua
    tuo tutti tutto un una uno utente vi voi chiama`,
};
