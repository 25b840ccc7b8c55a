import { alternatives } from "../../../text/alternatives.ts";
import type { Slots } from "../claims/compile-pattern.ts";
import {
  CONDITIONS,
  COUNTS,
  DIETS,
  EATING_RULES,
  findKin,
  isJob,
  KIN_NOUNS,
  LANGUAGES,
  NATIONALITY,
} from "./vocabulary.ts";

function until(words: string): string {
  return String.raw`[^\s,]+(?:,? (?!(?:${words})(?: |$))\S+)*`;
}

const CLAUSE =
  "weil|da|wenn|als|aber|sondern|denn|obwohl|während|bis|sodass|damit|dass|wo|der|die|das";
const TIME = String.raw`seit|am \d+\. \S+|im (?:\p{Lu}\p{L}+) \d{4}|in der Woche|jede[nsrm]?|vor`;
const PARTICIPLE = String.raw`(?:ge\p{Ll}+|ver\p{Ll}+|be\p{Ll}{3,}|auf|an|ein|um|aus)`;
const ARTICLE = /^(?:eine?[nmrs]?|de[rnms]|die|das|meine?[nmrs]?|seine?[nmrs]?)\s+/;
const QUANTITY =
  /^(?:(?:ein bisschen|etwas|ein wenig|fließend|gut|sehr gut) (?=\p{Lu})|eine?[nmrs]? |de[rnms] |die |das |seine?[nmrs]? |alle Arten von )/u;
const SPOKEN = String.raw`(?:(?:ein bisschen|etwas|ein wenig|fließend|gut|sehr gut) )?(?:${alternatives(LANGUAGES)})`;
const NOUN = String.raw`\p{Lu}[\p{L}-]+`;
const NAME = String.raw`\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2}`;

function kin(...kinds: readonly string[]): string {
  const nouns = KIN_NOUNS.filter((noun) => kinds.includes(findKin(noun)?.kind ?? ""));
  return String.raw`(?:[\p{Ll}\d-]+ ){0,2}(?:${alternatives(nouns.map(capitalize))})(?![\p{L}-])`;
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const HAVING = String.raw`(?:eine?[nmrs]?|${COUNTS}|keine?[nmrs]?) `;

/** What the slots of the German patterns hold. */
export const GERMAN_SLOTS: Slots = {
  name: { pattern: NAME, accepts: isName },
  names: { pattern: String.raw`${NAME}(?:(?:, | und )${NAME}){0,4}`, accepts: isName },
  place: {
    pattern: String.raw`[^\s,]+(?: (?!(?:${CLAUSE}|${TIME}|mit|und|für|zusammen|${PARTICIPLE})(?: |$))[^\s,]+)*(?:, \p{Lu}\p{L}+(?=$))?`,
    accepts: (value) =>
      !/^(?:Ordnung|Urlaub|Behandlung|Ruhe|Rente|Elternzeit|der Woche|seiner|seinem)\b/.test(value),
  },
  origin: { pattern: until("nach|in") },
  job: {
    pattern: until(
      `${CLAUSE}|${TIME}|bei|an|am|in|im|und|mit|aus|für|beim|geworden|gearbeitet|tätig`,
    ),
    drops: ARTICLE,
    accepts: isJob,
  },
  role: {
    pattern: until(
      `${CLAUSE}|${TIME}|bei|an|am|in|im|und|mit|für|beim|gearbeitet|tätig|angefangen|befördert`,
    ),
    drops: ARTICLE,
  },
  jobless: { pattern: "arbeitslos|arbeitssuchend|auf Jobsuche|auf Arbeitssuche" },
  workless: {
    pattern:
      "selbstständig|selbständig|pensioniert|in Rente|in Elternzeit|berentet|freiberuflich|im Ruhestand",
  },
  org: {
    pattern: until(`${CLAUSE}|${TIME}|als|in|im|und|mit|für|${PARTICIPLE}`),
    drops: ARTICLE,
    accepts: (value) =>
      /^\p{Lu}/u.test(value) &&
      !/^(?:Homeoffice|Wochenende|Büro|Nacht|Hause|Schicht|Teilzeit|Vollzeit)\b/.test(value),
  },
  team: {
    pattern: String.raw`(?:das|die|den|eine?n?) \p{L}*(?:[Tt]eam|[Aa]bteilung|[Gg]ruppe|[Bb]ereich|IT|[Ff]iliale|[Kk]üche|[Ss]tation|[Ll]abor|[Pp]rojekt)`,
    drops: ARTICLE,
  },
  post: {
    pattern: "(?:einen|den|eine|die) (?:neuen? |festen? )?(?:Job|Stelle|Arbeit)",
    drops: ARTICLE,
  },
  workplace: {
    pattern: String.raw`(?:\p{Ll}+e[nmr] )?\p{L}*(?:[Hh]andlung|[Aa]potheke|[Pp]raxis|[Kk]linik|[Kk]anzlei|[Ss]chule|[Kk]ita|[Bb]äckerei|[Ff]irma|[Aa]gentur|[Ww]erkstatt|[Kk]rankenhaus|[Rr]estaurant|[Cc]afé|[Hh]otel|[Mm]useum|[Bb]ibliothek|[Ff]abrik|[Gg]ärtnerei|[Vv]erlag|[Ss]upermarkt|[Hh]eim|[Kk]indergarten|[Ll]aden|[Bb]ehörde|[Vv]erwaltung|[Ss]tartup)(?: \p{Lu}[\p{L}-]+)?`,
  },
  field: { pattern: until(`${CLAUSE}|${TIME}|in|an|am|im|und|bei`) },
  training: {
    pattern: String.raw`Ausbildung\b.*|Studium\b.*|Master\b.*|Bachelor\b.*|Doktorarbeit\b.*|Lehre\b.*|Praktikum\b.*`,
  },
  number: {
    pattern: String.raw`(?:\d{1,3}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|(?:\p{Ll}+und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig))(?=$| |[,.](?!\d))`,
  },
  offspring: {
    pattern:
      "(?:ein|das erste|das zweite|unser|sein) ?(?:erstes |zweites |drittes )?(?:Baby|Kind)|Zwillinge|Nachwuchs",
  },
  height: { pattern: String.raw`\d[.,]\d{1,2}(?: m| Meter)?|\d{3} ?cm` },
  amount: {
    pattern: String.raw`(?:so |etwa |rund |ca\. |circa |knapp |gut |ungefähr |maximal )?\d[\d.,]*(?: ?(?:€|Euro|Franken|CHF|EUR|Dollar))?`,
    drops: /^(?:so|etwa|rund|ca\.|circa|knapp|gut|ungefähr) /,
  },
  measure: {
    pattern: String.raw`\p{L}*(?:[Mm]iete|[Gg]ehalt|[Ee]inkommen|[Gg]ewicht|[Bb]lutdruck|[Pp]uls|[Ll]ohn)`,
  },
  account: {
    pattern: String.raw`\p{L}*(?:[Kk]onto|[Vv]ersicherung|[Vv]ertrag|[Dd]epot)|Strom|Handy|Internet`,
  },
  count: { pattern: COUNTS },
  length: { pattern: "(?:sehr )?(?:kurze?|knappe?|kürzere?|lange?|ausführliche?|detaillierte?)" },
  status: { pattern: "Single|single|verheiratet|verlobt|geschieden|verwitwet|ledig|getrennt" },
  ending: { pattern: "getrennt|scheiden lassen" },
  partnerkin: { pattern: kin("partner") },
  childkin: { pattern: kin("children") },
  petkin: { pattern: kin("pet") },
  familykin: { pattern: kin("family") },
  contactkin: { pattern: kin("contact") },
  children: { pattern: `${HAVING}${kin("children")}(?!,| namens).*`, drops: ARTICLE },
  pets: { pattern: `${HAVING}${kin("pet")}(?!,| namens).*`, drops: ARTICLE },
  relatives: { pattern: `${HAVING}${kin("family")}(?!,| namens).*`, drops: ARTICLE },
  diet: {
    pattern: `(?:${alternatives(Object.keys(DIETS).flatMap((word) => [word, capitalize(word)]))})`,
    means: DIETS,
  },
  rule: { pattern: `(?:${alternatives(EATING_RULES)})` },
  food: {
    pattern:
      String.raw`(?!(?:am|im|in|um|bei|mit|unter|zum|nur|auch|mal) )` +
      until(`${CLAUSE}|${TIME}|zum|zu|bei|am|in|im|mit|lieber|mehr|wieder|ohne`),
    drops: QUANTITY,
    accepts: (value) =>
      /\p{Lu}/u.test(value) &&
      !/^(?:Abend|Mittag|Frühstück|Abendbrot|Wochenende|Woche)\b| (?:mal|auch|nur) /.test(value),
  },
  patient: {
    pattern: String.raw`(?:Diabet|Allerg|Asthmat|Epilept|Rheumat)iker(?:in)?(?: Typ \d)?`,
  },
  condition: { pattern: String.raw`(?:[\p{L}\d-]+ ){0,2}(?:${CONDITIONS})`, drops: ARTICLE },
  allergen: { pattern: NOUN },
  things: {
    pattern: until(`${CLAUSE}|zu|wie`),
    drops: QUANTITY,
    accepts: (value) =>
      !/(?<!\p{L})(?:das|es|ihn|sie|ihm|dich|Sie|dein\p{L}*|Ihr\p{L}*|diese\p{L}*|jene\p{L}*|nichts|alles|etwas)(?!\p{L})/u.test(
        value,
      ),
  },
  thing: { pattern: until(`${CLAUSE}|${TIME}`), drops: ARTICLE },
  language: { pattern: `(?:${alternatives(LANGUAGES)})` },
  languages: {
    pattern: String.raw`${SPOKEN}(?:(?:, | und |, und | sowie )${SPOKEN})*`,
    drops: QUANTITY,
  },
  nationality: { pattern: NATIONALITY },
  topic: {
    pattern: String.raw`\p{L}+`,
    means: {
      farbe: "color",
      essen: "food",
      gericht: "food",
      speise: "food",
      film: "movie",
      serie: "show",
      buch: "book",
      lied: "song",
      tier: "animal",
      stadt: "city",
      getränk: "drink",
      musik: "music",
      sportart: "sport",
      spiel: "game",
      verein: "team",
      jahreszeit: "season",
    },
  },
  date: { pattern: String.raw`\d{1,2}\.(?: ?\p{L}+|\d{1,2}\.)(?: ?\d{4})?` },
  activity: { pattern: String.raw`\p{Ll}+t` },
};

function isName(value: string): boolean {
  return /^\p{Lu}/u.test(value) && !/^(?:Ich|Wir|Der|Die|Das|Mein)\b/.test(value);
}
