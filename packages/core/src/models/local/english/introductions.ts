import { readWords } from "./read-words.ts";

const NAME = String.raw`(\p{Lu}[\p{Ll}'-]+(?: \p{Lu}[\p{Ll}'-]+)?)`;

/** How people say who they are without a sentence of its own. */
const INTRODUCTIONS: readonly RegExp[] = [
  new RegExp(String.raw`^${NAME}(?= from [^,.!?]{2,40} here(?:[,.!]|$))`, "u"),
  new RegExp(String.raw`^(?:it is|this is) ${NAME}(?: here| again)?(?=[,.!]|$| from)`, "iu"),
  new RegExp(String.raw`^${NAME} (?:here|again)(?=[,.!]|$)`, "u"),
  new RegExp(String.raw`(?:^|, )name is ${NAME}(?= again|,? by the way|,? btw|[.!]?$)`, "u"),
  new RegExp(String.raw`(?:^|,? )I am ${NAME}(?=, \d|,? by the way)`, "u"),
  new RegExp(String.raw`(?:^|, )${NAME},? (?:by the way|btw)(?=[,.!]|$)`, "u"),
];

/** The name with which somebody introduces themselves in passing, and the sentence without it. */
export function readIntroduction(text: string): { name: string; rest: string } | undefined {
  for (const pattern of INTRODUCTIONS) {
    const match = pattern.exec(text);
    const name = match?.[1];
    if (!match || !name || !isName(name)) continue;
    const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length);
    const home = /^ (from [^,.!?]+?) here(.*)$/.exec(rest);
    if (home) return { name, rest: `I am ${home[1]}${home[2]}` };
    const age = /^, (\d{1,2})(?=[,.]|$| and)/.exec(rest)?.[1];
    return {
      name,
      rest: age
        ? rest.replace(/^, \d+(?:,? and|,)?/, `I am ${age}, and`)
        : rest.replace(/^[\s,.!]+/, ""),
    };
  }
  return undefined;
}

function isName(name: string): boolean {
  const [first] = readWords(name);
  const tags = first?.tags;
  if (
    !tags ||
    ["Place", "Organization", "Demonym", "Date", "Verb", "Adjective", "Adverb"].some((tag) =>
      tags.has(tag),
    )
  ) {
    return tags?.has("FirstName") ?? false;
  }
  return true;
}
