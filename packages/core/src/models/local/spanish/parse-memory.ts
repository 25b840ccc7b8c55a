import type { Statement } from "../claims/claim.ts";
import { readSpanishSentence } from "./read-sentence.ts";

const FIRST_PERSON =
  /^(?:yo|soy|estoy|tengo|vivo|trabajo|me|mi|mis|ya no (?:soy|vivo|como|bebo|fumo)|no (?:como|bebo|fumo|me|tengo|soy))(?!\p{L})/iu;

/** The statements of a Spanish memory, in any wording: "Vive en Madrid", "Soy vegetariano". */
export function parseSpanishMemory(memory: string): Statement[] {
  const text = memory.trim().replace(/[.!]+$/, "");
  if (FIRST_PERSON.test(text)) {
    const { statements } = readSpanishSentence(text, []);
    if (statements.length > 0) return statements.map(({ statement }) => statement);
  }
  const named = text
    .replace(/^(?:Al|El|La) usuari[oa] /i, "Usuario ")
    .replace(/^usuari[oa] /i, "Usuario ");
  const appositive = /^(\p{Lu}[^,]*, (?:el|la) [^,]+ del usuario,) (.+)$/u.exec(named);
  if (appositive) return split(appositive[1] ?? "", appositive[2] ?? "");
  const owned = /^((?:El|La|Los|Las) .+? del usuario) (.+)$/.exec(named);
  if (owned) return split(owned[1] ?? "", owned[2] ?? "");
  const user = /^Usuario (.+)$/.exec(named)?.[1];
  if (user) return split("Usuario", user);
  const other = /^(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*) (\p{Ll}.*)$/u.exec(named);
  if (other && !BARE.test(named)) return split(other[1] ?? "", other[2] ?? "");
  return split("Usuario", named.charAt(0).toLowerCase() + named.slice(1));
}

const BARE =
  /^(?:Es|Está|Tiene|Vive|Trabaja|Come|Bebe|Habla|Prefiere|Le|No|Ya|Nunca|Quiere|Estudia|Toca|Juega|Odia|Fuma)(?!\p{L})/u;

function split(subject: string, predicate: string): Statement[] {
  return predicate
    .split(/ y (?=(?:es|está|tiene|vive|trabaja|come|bebe|habla|le) )/)
    .map((part) => ({ subject, predicate: part.replace(/^por lo demás es /, "es ") }));
}
