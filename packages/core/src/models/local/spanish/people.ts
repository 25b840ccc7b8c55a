import { alternatives } from "../../../text/alternatives.ts";
import type { Statement } from "../claims/claim.ts";
import type { Other } from "../extract/reader.ts";
import { articleOf, COUNTS, KIN_NOUNS, kinKind } from "./vocabulary.ts";

const MINE = "(?:[Mm]is?|[Nn]uestr[oa]s?)";
const NOUNS = alternatives(Object.values(KIN_NOUNS).flat());
const NAME = String.raw`\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?`;
const NAMES = String.raw`${NAME}(?:(?:, | y | e )${NAME})*`;
const AGE = String.raw`(?:de |, )(?<age>\d{1,2}) años`;
const QUALITIES = String.raw`(?:mayor|menor|pequeñ[oa]|gemel[oa]|mejor|nuev[oa]|viej[oa]|favorit[oa]|preferid[oa]|antigu[oa]|únic[oa]|primer[oa]?|segund[oa]|materna?|matern[oa]|nativ[oa])`;

const RELATIVE = new RegExp(
  String.raw`(?<!\p{L})${MINE} (?:(?<count>${COUNTS}) )?(?<before>(?:mejor|nuev[oa]|viej[oa]|pequeñ[oa]) )?(?<noun>${NOUNS})(?![\p{L}-])(?: (?<quality>${QUALITIES}))?(?:,? (?:llamad[oa]s? )?(?<names>${NAMES}))?(?: ?${AGE})?`,
  "gu",
);

/** Who belongs to the user, as a sentence says in passing: "para mi hijo Leo de 5 años". */
export function findRelatives(sentence: string): Statement[] {
  const statements: Statement[] = [];
  for (const { groups } of sentence.matchAll(RELATIVE)) {
    const { count, before = "", noun = "", quality, names, age } = groups ?? {};
    const kind = kinKind(noun);
    if (!kind || (!names && !count)) continue;
    const what = `${before}${noun}${quality ? ` ${quality}` : ""}`;
    const article = articleOf(noun);
    const isFeminine = article.startsWith("la");
    if (!names) {
      statements.push({ subject: "Usuario", predicate: `tiene ${count} ${what}` });
    } else if (kind === "partner" || kind === "contact") {
      statements.push({ subject: ofUser(what, noun), predicate: `se llama ${names}` });
    } else {
      const called = `llamad${isFeminine ? "a" : "o"}${count ? "s" : ""} ${names}`;
      const aged = age ? `${what} de ${age} años` : what;
      statements.push({
        subject: "Usuario",
        predicate: `tiene ${count ?? (isFeminine ? "una" : "un")} ${aged} ${called}`,
      });
    }
  }
  return statements;
}

function ofUser(what: string, noun: string): string {
  const article = articleOf(noun);
  return `${article.charAt(0).toUpperCase()}${article.slice(1)} ${what} del usuario`;
}

/** What begins a clause about somebody or something of the user. */
export const OWNED = String.raw`${MINE} (?:mejor |nuev[oa] |viej[oa] |primer )?\p{Ll}+(?: (?:de \p{Ll}+|${QUALITIES}))?(?:,? (?:llamad[oa] )?${NAME})?,?`;

const OWNED_PARTS = new RegExp(
  String.raw`^${MINE} (?<what>(?:mejor |nuev[oa] |viej[oa] |primer )?(?<noun>\p{Ll}+)(?: (?:de \p{Ll}+|${QUALITIES}))?)(?:,? (?:llamad[oa] )?(?<name>${NAME}))?,?$`,
  "u",
);

/** Who "mi hermana Ana" or "mi coche" is, in the third person. */
export function describeOther(phrase: string): Other | undefined {
  const match = OWNED_PARTS.exec(phrase)?.groups;
  if (!match) return undefined;
  const { what = "", noun = "", name } = match;
  const subject = ofUser(what, noun);
  return {
    subject: name ? `${name}, ${subject.charAt(0).toLowerCase()}${subject.slice(1)},` : subject,
    pronouns: kinKind(noun) ? [articleOf(noun).startsWith("la") ? "ella" : "él"] : [],
  };
}

const INTRODUCED = new RegExp(
  String.raw`(?:tengo|tenemos|tuvimos|adopté|adoptamos) (?:un|una) (?<noun>${NOUNS})(?![\p{L}-])`,
  "iu",
);

/** Who a sentence brings in, to be spoken of as "ella" later: "Tengo una hermana". */
export function findIntroduced(sentence: string): Other | undefined {
  const noun = INTRODUCED.exec(sentence)?.groups?.["noun"];
  if (!noun) return undefined;
  return { subject: ofUser(noun, noun), pronouns: [articleOf(noun) === "la" ? "ella" : "él"] };
}

/** Those whom a sentence names, to be spoken of by name or as "ella" later. */
export function findNamed(sentence: string): Other[] {
  const kin = [...sentence.matchAll(RELATIVE)].flatMap(({ groups }) => {
    const { before = "", noun = "", quality, names } = groups ?? {};
    if (!names) return [];
    const subject = ofUser(`${before}${noun}${quality ? ` ${quality}` : ""}`, noun);
    return names.split(/, | [ye] /).map((name) => ({
      subject: `${name}, ${subject.charAt(0).toLowerCase()}${subject.slice(1)},`,
      pronouns: [articleOf(noun).startsWith("la") ? "ella" : "él"],
    }));
  });
  return [...kin, ...namesAround(sentence).map((subject) => ({ subject, pronouns: [] }))];
}

/** Names in a sentence about the family that have no noun of their own: "Iván, de trece". */
function namesAround(sentence: string): string[] {
  if (!new RegExp(String.raw`(?<!\p{L})(?:${NOUNS})(?!\p{L})`, "iu").test(sentence)) return [];
  return sentence.match(/(?<=[\p{Ll},:] )(?<!(?:en|a|de|desde) )\p{Lu}\p{Ll}+(?! \p{Lu})/gu) ?? [];
}
