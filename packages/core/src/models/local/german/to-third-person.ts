import { findKin } from "./vocabulary.ts";

const PRONOUNS = {
  user: { mich: "sich", mir: "sich", uns: "sich", ich: "er", wir: "er" },
  other: {
    mich: "den Nutzer",
    mir: "dem Nutzer",
    uns: "den Nutzer",
    ich: "der Nutzer",
    wir: "der Nutzer",
  },
} as const;

const ARTICLES: Readonly<Record<string, string>> = { e: "die", em: "dem", en: "den", er: "der" };

/** What follows the verb of a clause said in the first person, in the third. */
export function toThirdPerson(text: string, subject: keyof typeof PRONOUNS): string {
  const pronouns: Readonly<Record<string, string>> = PRONOUNS[subject];
  const owned = subject === "other" ? writeOutOwner(text) : text;
  return owned
    .replace(
      /(?<!\p{L})(bei|mit|von|zu|nach|aus|vor) uns(?!\p{L})/giu,
      (_, preposition: string) => `${preposition} ${subject === "user" ? "sich" : "dem Nutzer"}`,
    )
    .replace(
      /(?<!\p{L})(?:mich|mir|uns|ich|wir)(?!\p{L})/giu,
      (word) => pronouns[word.toLowerCase()] ?? word,
    )
    .replace(
      /(?<!\p{L})(?:[Mm]ein|[Uu]nser)(e[nmrs]?)?(?!\p{L})/gu,
      (_, end: string | undefined) => `sein${end ?? ""}`,
    )
    .replace(/(?<=\ber .*)\bbin$/u, "ist")
    .replace(/(?<=\ber .*)\bhabe$/u, "hat");
}

/** In a clause about somebody else "sein" would be theirs: "bei dem Ex des Nutzers". */
function writeOutOwner(text: string): string {
  return text.replace(
    /(?<!\p{L})(?:mein|unser)(e[nmr]?)? ((?:\p{Ll}+ )?)(\p{Lu}[\p{L}-]+)/gu,
    (said, end: string | undefined, adjective: string, noun: string) => {
      const article = end === undefined ? findKin(noun)?.article : ARTICLES[end];
      return article === undefined ? said : `${article} ${adjective}${noun} des Nutzers`;
    },
  );
}
