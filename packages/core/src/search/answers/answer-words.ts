import type { CalendarWords } from "../../text/dates/calendar-words.ts";
import { ENGLISH_CALENDAR } from "../../text/dates/english.ts";
import { GERMAN_CALENDAR } from "../../text/dates/german.ts";
import { SPANISH_CALENDAR } from "../../text/dates/spanish.ts";

/** How a language asks for a time, a number or a name, and tells a time beside its calendar. */
export interface AnswerWords {
  readonly calendar: CalendarWords;
  readonly asksForTime: RegExp;
  readonly asksForNumber: RegExp;
  /** Ask for one of several, and behind it of a sort of things that have names. Absent where all nouns are written like names. */
  readonly asksForName?: { readonly which: RegExp; readonly sort: RegExp };
  /** Counts back from now. */
  readonly ago: RegExp;
}

const ENGLISH: AnswerWords = {
  calendar: ENGLISH_CALENDAR,
  asksForTime:
    /^(?:(?:since |until )?when|(?:(?:in|on|at|by|since|from) )?(?:what|which) (?:date|day|weekday|month|season|year|time))\b|\bhow long ago\b/i,
  asksForNumber: /\bhow (?:many|much|old|often|long|far|tall|big|high)\b(?! ago)/i,
  asksForName: {
    which: /\b(?:what|which)\b/i,
    sort: /\b(?:names?|books?|novels?|films?|movies?|songs?|albums?|bands?|singers?|artists?|authors?|writers?|games?|series|shows?|musicals?|podcasts?|magazines?|brands?|compan(?:y|ies)|shops?|stores?|restaurants?|hotels?|museums?|parks?|beach(?:es)?|lakes?|rivers?|mountains?|cit(?:y|ies)|towns?|villages?|states?|countr(?:y|ies)|islands?|places?|schools?|universit(?:y|ies)|colleges?|teams?|clubs?|leagues?|festivals?)\b/i,
  },
  ago: /\bago\b/i,
};

const GERMAN: AnswerWords = {
  calendar: GERMAN_CALENDAR,
  asksForTime:
    /^(?:(?:seit|bis|ab) )?wann\b|^(?:an|in|seit|zu|ab) welche[mnr] (?:tag|datum|monat|jahr|jahreszeit|zeit)\b|\bwie lange ist .{1,60} her\b/i,
  asksForNumber: /(?<!\p{L})wie (?:viele?|oft|alt|lange|weit|groß|hoch)(?!\p{L})/iu,
  ago: /\bvor (?:\p{L}+|\d+) (?:tag|woche|monat|jahr)(?:e|en|n)?\b/iu,
};

const SPANISH: AnswerWords = {
  calendar: SPANISH_CALENDAR,
  asksForTime:
    /^¿?(?:(?:desde|hasta) )?(?:cu[aá]ndo|(?:(?:en|desde|a) )?qu[eé] (?:d[ií]a|fecha|mes|estaci[oó]n|a[nñ]o|momento))(?!\p{L})|hace cu[aá]nto/iu,
  asksForNumber: /(?<!hace )(?<!\p{L})cu[aá]nt[oa]s?(?!\p{L})|qu[eé] edad/iu,
  asksForName: {
    which: /(?<!\p{L})(?:qu[eé]|cu[aá]l(?:es)?)(?!\p{L})/iu,
    sort: /(?<!\p{L})(?:nombres?|libros?|novelas?|pel[ií]culas?|canci(?:ón|ones)|[aá]lbum(?:es)?|grupos?|bandas?|cantantes?|artistas?|autor(?:a|es)?|escritor(?:a|es)?|juegos?|series?|obras?|revistas?|marcas?|empresas?|tiendas?|restaurantes?|hotel(?:es)?|museos?|parques?|playas?|lagos?|r[ií]os?|montañas?|ciudad(?:es)?|pueblos?|estados?|pa[ií]s(?:es)?|islas?|lugar(?:es)?|escuelas?|colegios?|universidad(?:es)?|equipos?|clubs?|ligas?|festival(?:es)?)(?!\p{L})/iu,
  },
  ago: /(?<!\p{L})hace (?:\p{L}+|\d+)(?!\p{L})/iu,
};

/** The languages whose questions are read. */
export const ANSWER_WORDS: readonly AnswerWords[] = [ENGLISH, GERMAN, SPANISH];
