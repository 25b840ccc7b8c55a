/** First person singular to third, where the stem changes or the ending is irregular. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bin: "ist",
  habe: "hat",
  hab: "hat",
  werde: "wird",
  esse: "isst",
  lese: "liest",
  fahre: "fährt",
  laufe: "läuft",
  schlafe: "schläft",
  trage: "trägt",
  vertrage: "verträgt",
  ertrage: "erträgt",
  spreche: "spricht",
  nehme: "nimmt",
  gebe: "gibt",
  helfe: "hilft",
  treffe: "trifft",
  betreibe: "betreibt",
  sehe: "sieht",
  vergesse: "vergisst",
  halte: "hält",
  behalte: "behält",
  lasse: "lässt",
  verlasse: "verlässt",
  wasche: "wäscht",
  fange: "fängt",
  empfehle: "empfiehlt",
  trete: "tritt",
  falle: "fällt",
  lade: "lädt",
  schlage: "schlägt",
  wachse: "wächst",
  backe: "bäckt",
  brate: "brät",
  rate: "rät",
  berate: "berät",
  verrate: "verrät",
  grabe: "gräbt",
  stoße: "stößt",
  breche: "bricht",
  steche: "sticht",
  stehle: "stiehlt",
  fresse: "frisst",
  gelte: "gilt",
  werbe: "wirbt",
  bewerbe: "bewirbt",
  sterbe: "stirbt",
  werfe: "wirft",
  messe: "misst",
  steige: "steigt",
  kann: "kann",
  muss: "muss",
  will: "will",
  soll: "soll",
  darf: "darf",
  mag: "mag",
  weiß: "weiß",
  möchte: "möchte",
};

// Their present has another vowel; with "entschied" and "verstand" as with "stand".
const STRONG_PAST =
  /^(?:ver|be|er|ent|emp|ge|zer|miss|über|unter|wider)?(?:ging|kam|fuhr|zog|fand|lor|flog|blieb|traf|nahm|gab|sah|aß|trank|lief|schrieb|gann|wann|wuchs|sprach|schloss|brach|starb|trug|hieß|stand|hielt|ließ|rief|fiel|half|las|saß|schlief|fing|lud|schied|wies|bot|stieg|schnitt|griff|riet|lag|sang|warf|gaß|schwamm|litt|lieh|ritt)$/;

/** Plurals of the first person whose singular is not the plural without its -n. */
const IRREGULAR_PLURAL: Readonly<Record<string, string>> = {
  sind: "ist",
  haben: "hat",
  können: "kann",
  müssen: "muss",
  wollen: "will",
  sollen: "soll",
  dürfen: "darf",
  mögen: "mag",
  wissen: "weiß",
  möchten: "möchte",
  waren: "war",
};

// These end like a past tense and are none.
const PRESENT_IN_TE =
  /(?:arbei|war|lei|mie|rei|bie|bre|tes|(?:^|be|ver|er|ob|n|tr|schl|p|fr)ach|verzich|leis|beobach|unterrich|bera|verwal|gestal|rich|hos|be|vertre|vermie|kos|fas|schal|ret|strei|flüch|bedeu|erwar|veranstal|hei|züch)te$/;

/** The verb that goes with "Nutzer", from the one that goes with "ich" or "wir". */
export function toThirdPersonVerb(verb: string, person: "ich" | "wir"): string {
  const lower = verb.toLowerCase();
  if (person === "wir") {
    const irregular = IRREGULAR_PLURAL[lower];
    if (irregular) return irregular;
    const past = lower.replace(/en$/, "");
    if (STRONG_PAST.test(past)) return past;
    const singular = /(?:el|er)n$/.test(lower)
      ? `${lower.slice(0, -3)}${lower.slice(-2, -1)}e`
      : lower.replace(/n$/, "");
    return toThirdPersonVerb(singular, "ich");
  }
  const irregular = IRREGULAR[lower];
  if (irregular) return irregular;
  // Separable and other prefixes leave the stem as it is: "verfahre", "einlade".
  const stem = Object.keys(IRREGULAR).find(
    (form) =>
      form.length > 3 &&
      lower.endsWith(form) &&
      /^(?:ver|be|er|ent|emp|zer|miss|über|unter)$/.test(lower.slice(0, -form.length)),
  );
  if (stem) return lower.slice(0, -stem.length) + IRREGULAR[stem];
  if (isPast(lower)) return lower;
  // "Ich wohn" is spoken for "ich wohne".
  if (!lower.endsWith("e")) return toThirdPersonVerb(`${lower}e`, "ich");
  const root = lower.slice(0, -1);
  if (/[^aeiouäöühlr]l$/.test(root)) return `${root.slice(0, -1)}elt`;
  return /(?:[td]|[^aeiouäöülrhmn][mn])$/.test(root) ? `${root}et` : `${root}t`;
}

/** Whether a word may be a verb behind which "ich" or "wir" stands. */
export function isFirstPerson(word: string): boolean {
  if (IRREGULAR[word] || IRREGULAR_PLURAL[word] || isPast(word)) return true;
  return (
    /(?:e|en|[bcdfghklmnpstzß])$/.test(word) &&
    !/^(?:und|weil|dass|wenn|ob|als|nicht|auch|noch|schon|oder|denn|seit|mit|bis|das|was|wie|wo)$/.test(
      word,
    )
  );
}

/** Whether a verb of the first person is in the past tense, which is also that of the third. */
export function isPast(verb: string): boolean {
  if (
    /^(?:war|hatte|wurde|waren|hatten|wurden|konnte|musste|wollte|durfte|sollte|mochte)$/.test(verb)
  )
    return true;
  if (STRONG_PAST.test(verb)) return true;
  return /[^aeiouäöü]te$/.test(verb) && !PRESENT_IN_TE.test(verb) && verb !== "möchte";
}
