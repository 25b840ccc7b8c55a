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

/** What follows the verb of a clause said in the first person, in the third. */
export function toThirdPerson(text: string, subject: keyof typeof PRONOUNS): string {
  const pronouns: Readonly<Record<string, string>> = PRONOUNS[subject];
  return text
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
