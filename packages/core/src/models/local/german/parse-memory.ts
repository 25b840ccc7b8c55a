import type { Statement } from "../claims/claim.ts";
import { readGermanSentence } from "./read-sentence.ts";

/** The statements of a German memory, in any wording: "Wohnt in Berlin", "Ich bin Vegetarier". */
export function parseGermanMemory(memory: string): Statement[] {
  const text = memory.trim().replace(/[.!]+$/, "");
  if (/^(?:ich|mein|meine|wir|unser|unsere)\b/i.test(text)) {
    const { statements } = readGermanSentence(text, []);
    if (statements.length > 0) return statements.map(({ statement }) => statement);
  }
  const named = text
    .replace(/^(?:Der |Die )?Nutzer(?:in)? /, "Nutzer ")
    .replace(/^Dem Nutzer /, "Nutzer ");
  const appositive = /^(\p{Lu}[^,]*, (?:der|die|das) [^,]+ des Nutzers,) (.+)$/u.exec(named);
  if (appositive) return split(appositive[1] ?? "", appositive[2] ?? "");
  const owned = /^((?:Der|Die|Das) .+? des Nutzers|Nutzers \p{Lu}\p{L}+) (\p{Ll}.*)$/u.exec(named);
  if (owned) return split(owned[1] ?? "", owned[2] ?? "");
  const other = /^(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*) (\p{Ll}.*)$/u.exec(named);
  if (other && !BARE.test(named)) return split(other[1] ?? "", other[2] ?? "");
  return split("Nutzer", named.charAt(0).toLowerCase() + named.slice(1));
}

const BARE =
  /^(?:Ist|Hat|Wohnt|Lebt|Arbeitet|Isst|Trinkt|Mag|Liebt|Heißt|Spricht|Lernt|Spielt|Fährt|Will|Möchte|Bevorzugt|Hasst|Studiert|Kommt|Raucht|Kann)\b/;

function split(subject: string, predicate: string): Statement[] {
  return predicate
    .split(/ und (?=(?:ist|hat|wohnt|lebt|arbeitet|isst|trinkt|mag|liebt|spricht|heißt) )/)
    .map((part) => ({ subject, predicate: part.replace(/^ist sonst /, "ist ") }));
}
