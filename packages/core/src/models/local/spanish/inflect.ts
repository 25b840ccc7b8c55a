/** The forms of a verb that are looked up. */
export interface Inflection {
  readonly present: string;
  readonly wanted: string;
  /** First persons with their third, the likelier reading of a form first. */
  readonly tenses: readonly (readonly [first: string, third: string])[];
}

// "Nos mudamos" may be now or then; of changes in life it is said once they have happened.
const CHANGES = /^(?:mudar|casar|divorciar|separar|comprar|adoptar|visitar|celebrar|empezar)$/;

/** The forms of a verb whose stem changes its vowel under stress: "preferir" with "e>ie". */
export function inflect(infinitive: string, change: string): Inflection {
  const stem = infinitive.slice(0, -2);
  const stressed = changeVowel(stem, change);
  return infinitive.endsWith("ar")
    ? inflectAr(infinitive, stem, stressed)
    : inflectErIr(infinitive, stem, stressed);
}

function inflectAr(infinitive: string, stem: string, stressed: string): Inflection {
  const present = `${stressed}a`;
  const past = `${stem}ó`;
  return {
    present,
    wanted: `${beforeE(stressed)}e`,
    tenses: [
      [`${stressed}o`, present],
      [`${beforeE(stem)}é`, past],
      [`${stem}amos`, CHANGES.test(infinitive) ? past : present],
      [`${stem}aba`, `${stem}aba`],
      [`${stem}ábamos`, `${stem}aba`],
      ...inflectFuture(infinitive),
    ],
  };
}

/** The spelling of a stem before "e": "toc" as "toqu", "averigu" as "averigü". */
function beforeE(stem: string): string {
  return stem.replace(/gu$/, "gü").replace(/g$/, "gu").replace(/c$/, "qu").replace(/z$/, "c");
}

function inflectErIr(infinitive: string, stem: string, stressed: string): Inflection {
  const first = stressed
    .replace(/(?<=[aeiou])c$/, "zc")
    .replace(/(?<=[nrs])c$/, "z")
    .replace(/g$/, "j")
    .replace(/gu$/, "g")
    .replace(/(?<![gq])u$/, "uy");
  const present = `${stressed.replace(/(?<![gq])u$/, "uy")}e`;
  const glides = /[ae]$|(?<![gq])u$/.test(stem);
  // "Pidió" and "durmió", but "perdió" and "movió": only verbs in -ir have it in the past.
  const weak = stressed === stem || infinitive.endsWith("er") ? stem : weaken(stem);
  const past = `${weak}${glides ? "yó" : "ió"}`;
  return {
    present,
    wanted: `${first}a`,
    tenses: [
      [`${first}o`, present],
      [`${stem}í`, past],
      [`${stem}${infinitive.at(-2) ?? ""}mos`, present],
      [`${stem}${/[ae]$/.test(stem) ? "í" : "i"}mos`, past],
      [`${stem}ía`, `${stem}ía`],
      [`${stem}íamos`, `${stem}ía`],
      ...inflectFuture(infinitive),
    ],
  };
}

function inflectFuture(infinitive: string): (readonly [string, string])[] {
  return [
    [`${infinitive}é`, `${infinitive}á`],
    [`${infinitive}emos`, `${infinitive}á`],
  ];
}

/** "Vive" as "viven", "comió" as "comieron". */
export function pluralOf(third: string): string {
  if (third.endsWith("ó"))
    return third.replace(/ió$/, "ieron").replace(/yó$/, "yeron").replace(/ó$/, "aron");
  return third.endsWith("á") ? third.replace(/á$/, "án") : `${third}n`;
}

/** The last vowel of a stem as it is under stress: "prefer" as "prefier". */
function changeVowel(stem: string, change: string): string {
  const [from = "", to = ""] = change.split(">");
  const at = stem.lastIndexOf(from);
  return change === "" || at < 0 ? stem : stem.slice(0, at) + to + stem.slice(at + from.length);
}

function weaken(stem: string): string {
  return stem.replace(/[eo](?=[^aeio]+$)/, (vowel) => (vowel === "e" ? "i" : "u"));
}
