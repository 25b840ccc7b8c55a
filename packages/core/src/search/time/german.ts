import { GERMAN_CALENDAR } from "../../text/dates/german.ts";
import type { Ordinal, TimeWords } from "./time-words.ts";
import { wordSet } from "./word-set.ts";

const DATIVE = "(?:der|dem|den|meine[rm]|unsere[rm])";
// The verb of the question may stand behind it: "Was habe ich vor dem Umzug nach Rom verkauft?"
const NOUN = String.raw`(?:\p{Ll}+ )*?\p{Lu}[\p{L}-]*(?: (?:in|mit|nach|von|auf|an|am|im|zu|zur|zum|bei|der|des) (?:\p{Ll}+ )?\p{Lu}[\p{L}-]*)*`;
const CLOSE = String.raw`(?<!\p{L})(?:(?<close>kurz|direkt|gleich|unmittelbar) )?`;

/** How German asks about times. */
export const GERMAN: TimeWords = {
  calendar: GERMAN_CALENDAR,
  tells: wordSet(
    "was wo welche welcher welches wer wem wann wie warum ich mein meine der die das den dem im ist bin habe hat haben wir mit von zu es er sie und an um in war",
  ),
  phrases: [
    "{offset} (?<unit>jahr) (?:im (?:{month}|{season})|(?:an |zu )?{feast})",
    "(?:{third} )?{month} {offset} (?<unit>jahres)",
    "(?:{season}|{feast}) {offset} (?<unit>jahr(?:es)?)",
    "{offset} {feast}",
    "{feast} {year}",
    String.raw`(?<=(?:\b(?:an|am|zu|zum|seit|vor|nach|bis|ab|um|von|und)|(?:^|\s)über) ){feast}`,
    "{third} (?:der )?(?:{offset} )?(?<unit>woche)",
    "(?:den |{third} der ){decade}(?:[- ]?jahren?)?",
    "{date}\\. ?{monthNumber}\\.(?: ?{year})?",
    "{date}\\. ?{month}(?: {year})?",
    String.raw`(?<=(?:^|\s)(?:am|übers|über das) )(?<unit>wochenende)`,
    // "Am Morgen" and "jeden Morgen" are no tomorrow, and "heute Morgen" is to-day.
    String.raw`(?<!\b(?:am|jeden|diesen|eines|guten|nächsten|gegen) ){day}(?: früh| morgen| vormittag| mittag| nachmittag| abend| nacht)?`,
    "(?<rolling>in den (?:letzten|vergangenen)(?: {n}| paar)?) {unit}",
    "(?:der |die |das |den |dem )?{offset} {unit}",
    "(?:der |den |dem )?{offset} {season}",
    "(?:der |den |dem )?{offset} {month}",
    "(?:der |den |dem )?{offset} {weekday}",
    "(?<ago>vor) (?<vague>ein paar|einigen|mehreren) {unit}",
    "(?<ago>vor) {n} {unit}",
    "in {n} {unit}",
    "(?:{third} )?{month} {year}",
    "{third} {month}",
    "{third} {year}",
    "{season} {year}",
    String.raw`(?<=\b(?:im|ab|bis|seit|vor|nach|für|von|zwischen|und) ){month}`,
    String.raw`(?<=\b(?:im|ab|bis zum|seit dem) ){season}`,
    String.raw`(?<=(?:^|\b(?:habe|hast|hat|haben|bin|ist|war|hatte|wurde|ich|wir|er|sie|in|ab|bis|seit|vor|nach|von|zwischen|und|jahre?s?) )){year}`,
    String.raw`(?<=\b(?:am|bis|ab|seit) ){weekday}`,
  ],
  bounds: {
    since: /(?<!\p{L})seit\s+(?:dem |der )?$/iu,
    from: /(?<!\p{L})(?:seit|ab)\s+(?:dem |der )?$/iu,
    until: /(?<!\p{L})bis\s+(?:zum )?$/iu,
    before: /(?<!\p{L})vor\s+(?:dem |der )?$/iu,
    after: /(?<!\p{L})nach\s+(?:dem |der )?$/iu,
  },
  to: /^\s*(?:und|bis|[-–])\s*$/i,
  past: /(?<!\p{L})(?:war(?:st|en)?|hatte(?:st|n)?|wurden?|gab|ging(?:en)?|kam(?:en)?|fuhr|aß|trank|las|schrieb|(?:wohn|leb|arbeite|mach|studier|spiel|kauf|nutz|benutz|lern|reis|zahl|besuch|miete|heiß)te(?:st|n)?|hieß|(?:habe?|hast|hat|haben|bin|bist|ist|sind)(?!\p{L}).*(?<!\p{L})(?:\p{Ll}*ge\p{Ll}{2,}|(?:be|ver|er|ent|zer)\p{Ll}{3,}|\p{Ll}+ier)(?:t|en)(?!\p{L}))(?!\p{L})/iu,
  perfect: /(?!)/,
  present:
    /(?<!\p{L})(?:ist|sind|bin|steht|habe|hat|haben|mache|macht|will|werde|wird|soll|kann)(?!\p{L})/iu,
  first: /(?<!\p{L})(?:erste[rsnm]?|zuerst|anfangs|ursprünglich)(?!\p{L})/iu,
  last: /(?<!\p{L})(?:letzte[rsnm]?|zuletzt|neueste[rsnm]?|jüngste[rsnm]?)(?!\p{L})/iu,
  second: nth("zweite[rsnm]?"),
  third: nth("dritte[rsnm]?"),
  now: /(?<!\p{L})(?:neulich|kürzlich|jetzt|aktuell(?:e[rsnm]?)?|derzeit|zurzeit|momentan|im Moment|heutzutage|inzwischen|mittlerweile)(?!\p{L})/iu,
  former:
    /(?<!\p{L})(?:früher(?:e[rsnm]?)?|ehemalige[rsnm]?|damals|einst|vorherige[rsnm]?|ursprünglich|(?:mein|dein|sein|ihr|unser)(?:e[rsnm]?)? alte[rsnm]? (?:Job|Stelle|Arbeit|Adresse|Wohnung|Haus|Chef|Chefin|Firma|Arbeitgeber|Handy|Nummer|Auto|Schule))(?!\p{L})/iu,
  formerInPast: /(?<!\p{L})(?:vorher|davor|zuvor|zuerst|anfangs|erste[rsnm]?|bevor|ehe)(?!\p{L})/iu,
  previous: /(?<!\p{L})(?:vorher(?:ige[rsnm]?)?|davor|zuvor|bevor|alte[rsnm]?)(?!\p{L})/iu,
  change:
    /(?<!\p{L})(?:(?:hat|haben|habe) .*(?:(?:ge|ver)ändert|gewechselt)|Meinung geändert)(?!\p{L})/iu,
  when: /^(?:\p{L}+ ){0,3}?(?:wann|wie lange?|wie viele (?:Tage|Wochen|Monate|Jahre)) (?:habe|hat|bin|ist|war|wohnte|arbeitete)(?!\p{L}).*(?:gewohnt|gelebt|gearbeitet|studiert|gehabt|besessen|gewechselt|gekündigt|aufgehört|umgezogen|wohnte|arbeitete)/iu,
  plain:
    /(?<!\p{L})(?:empfiehl|empfehlen|schlag|vorschlagen|hilf|gib mir|schreib(?:e)?|plane|sollte? (?:ich|wir)|erzählt|gesagt|erwähnt|gefragt|besprochen|gesprochen)(?!\p{L})/iu,
  anchors: [
    /(?<!\p{L})(?:an|am|über) (?<yearly>(?:meine|unsere)[mnr] (?:\p{L}*geburtstag|hochzeitstag|jahrestag)(?<weekend>s?-?wochenende)?)(?!\p{L})/iu,
    new RegExp(
      `zwischen (?:${DATIVE} )?(?<between>${NOUN}) und (?:${DATIVE} )?(?<until>${NOUN})`,
      "u",
    ),
    new RegExp(`${CLOSE}(?:bevor|ehe)\\s+(?<before>.+)`, "iu"),
    new RegExp(`${CLOSE}[Vv]or ${DATIVE}\\s+(?<before>${NOUN})`, "u"),
    new RegExp(`${CLOSE}nachdem\\s+(?<after>.+)`, "iu"),
    new RegExp(`${CLOSE}(?:[Nn]ach|[Ss]eit) ${DATIVE}\\s+(?<after>${NOUN})`, "u"),
    // Typed without capitals, nothing tells where the noun ends.
    new RegExp(`${CLOSE}vor ${DATIVE}\\s+(?<before>.+)`, "iu"),
    new RegExp(`${CLOSE}(?:nach|seit) ${DATIVE}\\s+(?<after>.+)`, "iu"),
    /(?<!\p{L})(?:während|als)\s+(?<during>(?:ich|wir|er|sie|der|die|das|des|dem|meine[rsm]?)(?!\p{L}).+)/iu,
  ],
  lasting: /(?:wohnte|lebte|arbeitete|studierte|war|hatte|wohnt|gelebt|gearbeitet|gewohnt)$/iu,
  states:
    /(?<!\p{L})(?:gewohnt|wohnte|gelebt|lebte|gearbeitet|arbeitete|studiert|studierte|besaß|hatte|fuhr)(?!\p{L})/iu,
  idle: /(?<!\p{L})(?:im Lauf(?:e)? der (?:Zeit|Jahre)|mit der Zeit|über die Jahre|im Moment|früher|damals|vorher|zuvor|davor|ursprünglich|anfangs|derzeit|zurzeit|aktuell|jetzt|momentan|inzwischen|mittlerweile|heutzutage|kürzlich|neulich|zuletzt)(?!\p{L})/giu,
  anything: wordSet(
    "dies dieses dieser diese diesem das jetzt was wer wo welche welcher welches ich wir er sie mir uns habe hat haben bin ist war hatte gemacht verbracht passiert geschehen getan los steht an vor geplant plane mache macht im am in der die das dem den für termin termine alles so und neues über übers während zwischen jahr jahre abend früh",
  ),
  names: /(?!)/g,
};

function nth(word: string): Ordinal {
  const asks = "was|welche[rsnm]?|wo|wohin|wer|wen|wann";
  const told = String.raw`(?<!\p{L})(?:${word})(?!\p{L})`;
  return {
    asked: new RegExp(String.raw`^(?:${asks})(?!\p{L}).*${told}`, "iu"),
    told: new RegExp(told, "iu"),
  };
}
