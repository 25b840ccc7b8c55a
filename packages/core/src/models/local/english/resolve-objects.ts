import type { Others } from "../extract/reader.ts";
import type { Word } from "./read-words.ts";

const PRONOUNS: Readonly<Record<string, string>> = { her: "she", him: "he" };

/** What the user does with the names of those whom it is done to: "I look after her" with "their nan". */
export function resolveObjects(words: readonly Word[], others: Others): Word[] {
  return words.map((word, index) => {
    const pronoun = PRONOUNS[word.lower];
    const next = words[index + 1];
    const owns = next !== undefined && word.after === "" && OWNED.some((tag) => next.tags.has(tag));
    if (!pronoun || index === 0 || (word.lower === "her" && owns)) return word;
    const meant = others.findLast(({ pronouns }) => pronouns.includes(pronoun))?.subject;
    const text = meant && nameOf(meant);
    return text ? { ...word, text, lower: text, tags: new Set(["Noun", "Person"]) } : word;
  });
}

const OWNED = ["Noun", "Adjective", "Possessive"];

function nameOf(subject: string): string | undefined {
  const [name = ""] = subject.split(",", 1);
  return /^User's \p{Ll}/u.test(name)
    ? name.replace("User's", "their")
    : /^\p{Lu}\p{Ll}+$/u.exec(name)?.[0];
}
