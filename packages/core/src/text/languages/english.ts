import { stemmer } from "@orama/stemmers/english";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { ENGLISH_TOPICS } from "../topics/english.ts";
import { ENGLISH_FORMS } from "./english-forms.ts";

/** English, stemmed by Porter's rules, after a table of irregular forms. */
export const ENGLISH: Language = {
  script: SCRIPTS.Latin,
  stem: (word) => stemmer(ENGLISH_FORMS.get(word) ?? word),
  topics: ENGLISH_TOPICS,
  smallWords: `
    a about after all also am an and any are aren't as at be because been before being both but by
    can can't could couldn't did didn't do does doesn't doing don't down during each few for from
    further had has have having he he's her here hers herself him himself his how i i'd i'll i'm
    i've if in into is isn't it it's its itself just let let's me more most my myself no nor not now
    of off on once only or other our ours out over own please same she she's should so some such
    than that that's the their theirs them themselves then there there's these they they're this
    those through to too under until up us user users very was wasn't we we're we've were weren't
    what what's when where where's which while who who's whom whose why will with won't would you
    you're your yours yourself tell give get got know think suggest recommend tonight today
    ever there'll haven't hasn't hadn't wouldn't shouldn't ain't remember recall remind told
    mention mentioned say said might may must shall many much every`,
};
