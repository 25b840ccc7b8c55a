import { readStructure } from "./read-structure.ts";
import { joinWords, readWords, type Word } from "./read-words.ts";
import type { Clause } from "./split-clauses.ts";
import { toThirdPersonVerb } from "./to-third-person.ts";

/** The clauses with what they leave out of the one before: "I am coeliac and my son is too". */
export function completeClauses(clauses: readonly Clause[]): Clause[] {
  return clauses.map((clause, index) => {
    const before = clauses[index - 1];
    const words = before && completed(clause.words, before.words);
    return words ? { ...clause, words } : clause;
  });
}

const TOO = /^(is|are|am|does|do|has|have) (?:too|as well)$/i;

function completed(words: readonly Word[], before: readonly Word[]): readonly Word[] | undefined {
  const parts = readStructure(words);
  const model = readStructure(before)?.predicate;
  const auxiliary = parts && TOO.exec(joinWords(parts.predicate))?.[1]?.toLowerCase();
  const [verb, ...rest] = model ?? [];
  if (!parts || !verb || !auxiliary) return undefined;
  const isBe = /^(?:am|is|are)$/.test(verb.lower);
  if (isBe !== /^(?:am|is|are)$/.test(auxiliary)) return undefined;
  const same =
    auxiliary === "does" || auxiliary === "has" ? toThirdPersonVerb(verb.text) : verb.text;
  return [...parts.subject, ...readWords(isBe ? auxiliary : same), ...rest];
}
