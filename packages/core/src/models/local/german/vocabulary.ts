export const DIETS: Readonly<Record<string, string>> = {
  vegetarier: "vegetarisch",
  vegetarierin: "vegetarisch",
  vegetarisch: "vegetarisch",
  veganer: "vegan",
  veganerin: "vegan",
  vegan: "vegan",
  pescetarier: "pescetarisch",
  pescetarierin: "pescetarisch",
  pescetarisch: "pescetarisch",
  pescatarisch: "pescetarisch",
  flexitarier: "flexitarisch",
  flexitarierin: "flexitarisch",
  flexitarisch: "flexitarisch",
};

export const EATING_RULES = [
  "glutenfrei",
  "laktosefrei",
  "zuckerfrei",
  "kohlenhydratarm",
  "low carb",
  "keto",
  "koscher",
  "halal",
  "salzarm",
  "ketogen",
];

export const LANGUAGES =
  "Arabisch Bengalisch Bulgarisch Chinesisch Dänisch Deutsch Englisch Esperanto Estnisch Farsi Finnisch Flämisch Französisch Griechisch Hebräisch Hindi Indonesisch Isländisch Italienisch Japanisch Katalanisch Koreanisch Kroatisch Latein Lettisch Litauisch Mandarin Niederländisch Norwegisch Persisch Plattdeutsch Polnisch Portugiesisch Rumänisch Russisch Schwedisch Schweizerdeutsch Serbisch Slowakisch Slowenisch Spanisch Thai Tschechisch Türkisch Ukrainisch Ungarisch Urdu Vietnamesisch Gebärdensprache".split(
    " ",
  );

/** Where somebody may come from: masculine and feminine. */
export const NATIONALITY =
  "(?:Deutsche[r]?|Österreicher(?:in)?|Schweizer(?:in)?|Franzose|Französin|Italiener(?:in)?|Spanier(?:in)?|Türk(?:e|in)|Pole|Polin|Russ(?:e|in)|Ukrainer(?:in)?|Brite|Britin|Engländer(?:in)?|Amerikaner(?:in)?|Kanadier(?:in)?|Niederländer(?:in)?|Holländer(?:in)?|Belgier(?:in)?|Grieche|Griechin|Kroate|Kroatin|Serb(?:e|in)|Ungar(?:in)?|Tscheche|Tschechin|Däne|Dänin|Schwede|Schwedin|Norweger(?:in)?|Finne|Finnin|Portugiese|Portugiesin|Chinese|Chinesin|Japaner(?:in)?|Inder(?:in)?|Syrer(?:in)?|Iraner(?:in)?|Brasilianer(?:in)?|Mexikaner(?:in)?|Argentinier(?:in)?|Ire|Irin|Rumäne|Rumänin|Bulgare|Bulgarin|Afghane|Afghanin)";

export const CONDITIONS =
  "Diabetes|Asthma|Migräne|Heuschnupfen|Neurodermitis|Bluthochdruck|Rheuma|Arthrose|Epilepsie|Zöliakie|Depressionen|ADHS|Autismus|Schuppenflechte|Tinnitus|Schlafapnoe|Reizdarm|Morbus Crohn|Multiple Sklerose|Krebs|Endometriose|Rückenprobleme|Schilddrüsenunterfunktion|Höhenangst|Flugangst|Angststörung";

export const COUNTS =
  "(?:\\d{1,2}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|mehrere|einige|viele)";

interface Kin {
  readonly kind: "partner" | "children" | "pet" | "family" | "contact";
  /** Its article: der, die, das; plurals have "die" and stand for several. */
  readonly article: "der" | "die" | "das";
  readonly plural?: true;
}

const kin = (kind: Kin["kind"], words: Readonly<Record<Kin["article"] | "plural", string>>) => [
  ...(["der", "die", "das"] as const).flatMap((article) =>
    words[article]
      .split(" ")
      .filter(Boolean)
      .map((noun) => [noun, { kind, article }] as const),
  ),
  ...words.plural
    .split(" ")
    .filter(Boolean)
    .map((noun) => [noun, { kind, article: "die", plural: true }] as const),
];

const KIN: ReadonlyMap<string, Kin> = new Map<string, Kin>([
  ...kin("partner", {
    der: "mann ehemann partner freund verlobter lebensgefährte",
    die: "frau ehefrau partnerin freundin verlobte lebensgefährtin",
    das: "",
    plural: "",
  }),
  ...kin("children", {
    der: "sohn stiefsohn großer kleiner ältester jüngster",
    die: "tochter stieftochter große kleine älteste jüngste",
    das: "kind baby",
    plural: "kinder söhne töchter kindern söhnen töchtern jungs mädels zwillinge",
  }),
  ...kin("pet", {
    der: "hund kater hamster hase welpe vogel papagei fisch wellensittich kanarienvogel labrador dackel pudel beagle golden retriever schäferhund mops",
    die: "katze schildkröte hündin schlange ratte maus echse",
    das: "kaninchen meerschweinchen pferd pony kätzchen haustier",
    plural:
      "hunde hunden katzen kaninchen meerschweinchen hamster pferde pferden vögel vögeln fische fischen hühner hühnern schildkröten haustiere haustieren katern",
  }),
  ...kin("family", {
    der: "bruder vater papa opa großvater onkel cousin neffe zwillingsbruder schwager stiefvater enkel schwiegervater stiefbruder halbbruder",
    die: "schwester mutter mama oma großmutter tante cousine nichte zwillingsschwester schwägerin stiefmutter enkelin schwiegermutter stiefschwester halbschwester",
    das: "enkelkind",
    plural:
      "eltern geschwister brüder schwestern großeltern cousins enkel enkelkinder schwiegereltern geschwistern brüdern neffen nichten",
  }),
  ...kin("contact", {
    der: "chef kollege nachbar arzt hausarzt zahnarzt therapeut lehrer trainer mitbewohner vermieter mentor steuerberater anwalt friseur psychologe ex exmann exfreund ex-mann ex-freund bekannter kumpel",
    die: "chefin kollegin nachbarin ärztin hausärztin zahnärztin therapeutin lehrerin trainerin mitbewohnerin vermieterin mentorin steuerberaterin anwältin friseurin psychologin exfrau exfreundin ex-frau ex-freundin",
    das: "",
    plural: "freunde freunden kollegen nachbarn",
  }),
]);

/** What a noun says of its relation to the user: by itself, or by the end of a compound. */
export function findKin(noun: string): Kin | undefined {
  const lower = noun.toLowerCase();
  return KIN.get(lower);
}

export const KIN_NOUNS: readonly string[] = [...KIN.keys()];

const JOB_ENDINGS =
  /(?:er|erin|eur|eurin|ist|istin|or|orin|ent|entin|ant|antin|arzt|ärztin|schwester|pfleger|pflegerin|mann|frau|meister|meisterin|koch|köchin|anwalt|anwältin|leiter|leiterin|chef|chefin|wirt|wirtin|loge|login|soph|graf|grafin|pädagoge|pädagogin|hebamme|coach|manager|managerin|designer|developer|architekt|architektin|angestellte|angestellter|beamter|beamtin|azubi|auszubildende[r]?|student|studentin|rentner|rentnerin|freelancer|freiberufler|freiberuflerin|selbstständige[r]?|hausmann|hausfrau|notar|bäcker|friseur|friseurin|pilot|pilotin|physiotherapeut|physiotherapeutin|soldat|soldatin|richter|priester|pfarrer|pfarrerin|praktikant|praktikantin|werkstudent|werkstudentin|ceo|cto)$/i;
const NO_JOB =
  /(?:vegetarier|veganer|flexitarier|pescetarier|linkshänder|rechtshänder|fan|nutzer|kunde|anfänger|raucher|nichtraucher|läufer|christ|bruder|vater|mutter|tochter|kinder|schwester(?<!kranken.*)|single|mensch|spieler|allergiker|diabetiker|asthmatiker|liebhaber|frühaufsteher|langschläfer|optimist|pessimist|perfektionist|minimalist|fußgänger|radfahrer|wanderer|kletterer|schwimmer|taucher|sportler|mitglied|träger(?<!brief.*)|fehler|computer|drucker|router|sommer|winter|fieber|ärger|zimmer|messer|opfer|monster|wunder|muster|besitzer|zwilling|finder|mieter|student der|muslim|moslem|buddhist|atheist|gamer|fahrer(?<!(?:lkw|bus|taxi|lok).*))(?:in)?$/i;

/** Whether a noun names a profession. */
export function isJob(phrase: string): boolean {
  const head = phrase.split(" ", 1)[0] ?? "";
  if (findKin(head)?.kind === "pet") return false;
  return (/^\p{Lu}/u.test(head) && JOB_ENDINGS.test(phrase.split(" ").at(-1) ?? "")) ||
    (/^\p{Lu}/u.test(head) && JOB_ENDINGS.test(head))
    ? !NO_JOB.test(head)
    : false;
}
