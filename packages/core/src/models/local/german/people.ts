import { alternatives } from "../../../text/alternatives.ts";
import type { Statement } from "../claims/claim.ts";
import type { Other } from "../extract/reader.ts";
import { COUNTS, findKin, KIN_NOUNS } from "./vocabulary.ts";

const MINE = "(?:[Mm]ein|[Uu]nser)(?:e[nmrs]?)?";
const NOUNS = alternatives(
  KIN_NOUNS.map((noun) => noun.replace(/(?:^|(?<=-))\p{Ll}/gu, (letter) => letter.toUpperCase())),
);
const NAME = String.raw`\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?`;
const NAMES = String.raw`${NAME}(?:(?:, | und )${NAME})*`;
const ADJECTIVES = String.raw`(?<adjectives>(?:[\p{Ll}\d-]+ ){0,3}?)`;

const RELATIVE = new RegExp(
  String.raw`(?<!\p{L})${MINE} (?:(?<count>${COUNTS}) )?${ADJECTIVES}(?<noun>${NOUNS})(?![\p{L}-])(?:,? (?:namens )?(?<names>${NAMES}))?(?: \((?<age>\d{1,2})\))?`,
  "gu",
);

// Nouns and weekdays are capitals too: only these words are surely not the name that they stand for.
const NO_NAME =
  /^(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Weihnachten|Ostern|Geburtstag|Jahre|Mutter|Vater|Ich)\b/;

/** Who belongs to the user, as a sentence says in passing: "für meinen 5-jährigen Sohn Leo". */
export function findRelatives(sentence: string): Statement[] {
  const statements: Statement[] = [];
  for (const { groups } of sentence.matchAll(RELATIVE)) {
    const { count, adjectives = "", noun = "", names: said, age } = groups ?? {};
    const names = said && !NO_NAME.test(said) ? said : undefined;
    const kin = findKin(noun);
    if (!kin || (!names && !count)) continue;
    if (!names || count) {
      const plural = nominative(noun);
      const named = names ? ` namens ${names}` : "";
      statements.push({
        subject: "Nutzer",
        predicate: `hat ${count} ${adjectives}${plural}${named}`,
      });
    } else if (kin.kind === "partner" || kin.kind === "contact") {
      statements.push({ subject: ofUser(noun, adjectives), predicate: `heißt ${names}` });
    } else {
      const article = { der: "einen", die: "eine", das: "ein" }[kin.article];
      const aged = age ? `${age} Jahre alt` : "";
      const adjective = adjectives.replace(
        /(?<=\p{Ll})e[nmrs]? /gu,
        { der: "en ", die: "e ", das: "es " }[kin.article],
      );
      statements.push({
        subject: "Nutzer",
        predicate: `hat ${article} ${adjective}${noun} namens ${names}${aged && `, ${aged}`}`,
      });
    }
  }
  return statements;
}

/** The plural that "has" is said of: "Katzen" stays, "Kindern" is "Kinder". */
function nominative(noun: string): string {
  return /(?:ern|eln|nden|ögeln|hnen)$/i.test(noun) &&
    /(?:kindern|hunden|söhnen|töchtern|geschwistern|brüdern|hühnern|vögeln|pferden|fischen|haustieren|freunden)$/i.test(
      noun,
    )
    ? noun.replace(/n$/, "")
    : noun;
}

/** "Die Schwester des Nutzers", for nouns whose gender is known; else "Nutzers Auto". */
function ofUser(noun: string, adjectives: string): string {
  const kin = findKin(noun);
  if (!kin) return `Nutzers ${adjectives}${noun}`;
  const article = kin.article.charAt(0).toUpperCase() + kin.article.slice(1);
  // "mein bester Freund" and "der beste Freund": behind the article the adjective ends in -e.
  const adjective = adjectives.replace(/(?<=\p{Ll})e[nmrs]? /gu, kin.plural ? "en " : "e ");
  // "Unser Großer" is "der Große" behind an article.
  const weak = noun.replace(/^(Groß|Klein|Ältest|Jüngst)er$/, "$1e");
  return `${article} ${adjective}${weak} des Nutzers`;
}

const OWNED = new RegExp(
  String.raw`^${MINE} ${ADJECTIVES}(?<noun>\p{Lu}[\p{L}-]+)(?:,? (?:namens )?(?<name>${NAME}))?,?$`,
  "u",
);

/** Who "meine Schwester Anna" or "mein Auto" is, in the third person. */
export function describeOther(phrase: string): Other | undefined {
  const match = OWNED.exec(phrase)?.groups;
  if (!match) return undefined;
  const { adjectives = "", noun = "", name } = match;
  const kin = findKin(noun);
  const subject = ofUser(noun, adjectives);
  const pronoun = kin?.plural ? "sie" : { der: "er", die: "sie", das: "es" }[kin?.article ?? "das"];
  return {
    subject:
      name && kin
        ? `${name}, ${subject.charAt(0).toLowerCase()}${subject.slice(1)},`
        : `${subject}${name ? ` ${name}` : ""}`,
    pronouns: kin ? [pronoun] : [],
  };
}

const INTRODUCED = new RegExp(
  String.raw`(?:habe|haben|hab|bekommen) (?:mir |uns )?(?:eine[nmrs]?|ein) ${ADJECTIVES}(?<noun>${NOUNS})n?(?![\p{L}-])`,
  "u",
);

const DEFINITE = new RegExp(
  String.raw`^(?<article>[Dd]er|[Dd]ie|[Dd]as) (?<noun>\p{Lu}[\p{L}-]+)$`,
  "u",
);
/** Of these everybody speaks as "the", and means their own. */
const OWN = /(?:^Auto|^Wagen|^Miete|[Kk]redit|[Kk]onto|^Hypothek|^Rate)$/;

/** Who "der Kleine", "die Katze" or "das Auto" is: of what one has one of, one speaks so. */
export function describeOwn(phrase: string): Other | undefined {
  const { article = "", noun = "" } = DEFINITE.exec(phrase)?.groups ?? {};
  const lower = noun.toLowerCase();
  const isWeak = article.toLowerCase() === "der" && /^(?:groß|klein|ältest|jüngst)e$/.test(lower);
  const kind = findKin(isWeak ? `${lower}r` : lower)?.kind;
  if (kind !== "children" && kind !== "pet" && !OWN.test(noun)) return undefined;
  const owned = article.toLowerCase() === "die" ? "meine" : "mein";
  return describeOther(`${owned} ${noun}${isWeak ? "r" : ""}`);
}

/** Who a sentence brings in, to be spoken of as "sie" later: "Ich habe eine Schwester". */
export function findIntroduced(sentence: string): Other | undefined {
  const noun = INTRODUCED.exec(sentence)?.groups?.["noun"];
  const kin = noun === undefined ? undefined : findKin(noun);
  if (!noun || !kin) return undefined;
  return {
    subject: ofUser(noun, ""),
    pronouns: [{ der: "er", die: "sie", das: "es" }[kin.article]],
  };
}

/** Those whom a sentence names, to be spoken of by name or as "sie" later. */
export function findNamed(sentence: string): Other[] {
  return [...sentence.matchAll(RELATIVE)].flatMap(({ groups }) => {
    const { adjectives = "", noun = "", names } = groups ?? {};
    const kin = findKin(noun);
    if (!kin || !names || NO_NAME.test(names)) return [];
    const subject = ofUser(noun, adjectives);
    const pronoun = { der: "er", die: "sie", das: "es" }[kin.article];
    return names.split(/, | und /).map((name) => ({
      subject: `${name}, ${subject.charAt(0).toLowerCase()}${subject.slice(1)},`,
      pronouns: [pronoun],
    }));
  });
}
