import { toThirdPersonVerb } from "./conjugate.ts";

/** First persons that nothing else looks like, so that "y vivo en León" is known to go on. */
const VERBS =
  /^(?:soy|estoy|tengo|vivo|trabajo|estudio|como|bebo|hablo|hago|voy|toco|juego|canto|bailo|cocino|uso|viajo|vuelo|nado|practico|entreno|colecciono|programo|enseño|llevo|corro|leo|escribo|odio|amo|adoro|prefiero|disfruto|evito|conduzco|manejo|monto|pinto|dibujo|fumo|tomo|suelo|quiero|necesito|busco|cuido|sufro|padezco|dirijo|aprendo|nací|crecí|viví|empecé|dejé|compré|vendí|fui|tuve|conocí|estudié|trabajé|terminé|sigo|pertenezco|duermo|puedo|sé|voy|he|gano|gasto|ahorro|paseo|escalo|hice|vengo|veo|escucho|salgo|llego|mantengo|pienso|planeo|vivimos|tenemos|somos|estamos|hacemos|vamos)$/;

const CORE = String.raw`(?:yo )?(?:(?:ya no|no|nunca|ya|también|siempre|ahora|actualmente|solo|además|antes|luego|después) )*(?:(?:me|nos|lo|la|los|las|le) )?`;
const SPEAKS = new RegExp(String.raw`^${CORE}(\p{L}+)(?: |$)`, "iu");
const LIKES =
  /^(?:a mí )?(?:(?:ya no|no|también) )?me (?:gusta|gustan|encanta|encantan|interesa|interesan|apasiona|apasionan|fascina|fascinan|da|dan)(?: |$)/i;
const OTHER =
  /^(?:¿|(?:mi|mis|nuestr[oa]s?) \p{Ll}+|(?:él|ella|ellos|tú|usted) |(?:qué|cuál|dónde|cómo|cuándo|puedes|podrías|porque |ya que |pero ))/iu;

/**
 * The clauses of a Spanish sentence: "Soy profesora y vivo en León" gives "Soy profesora" and "vivo
 * en León". Lists stay whole.
 */
export function splitClauses(sentence: string): string[] {
  const parts = sentence.split(
    /(, (?:y |pero |aunque )?| (?:y|e|pero|aunque) |[;:] | [–-] |(?<=\S) (?=porque |ya que ))/,
  );
  const clauses: string[] = [parts[0] ?? ""];
  for (let index = 1; index < parts.length; index += 2) {
    const separator = parts[index] ?? "";
    const part = parts[index + 1] ?? "";
    if (startsClause(part)) clauses.push(part);
    else clauses[clauses.length - 1] = `${clauses.at(-1) ?? ""}${separator}${part}`;
  }
  return clauses.map((clause) => clause.trim()).filter(Boolean);
}

function startsClause(part: string): boolean {
  if (LIKES.test(part)) return true;
  if (/^(?:mi|mis|nuestr[oa]s?) /i.test(part))
    return /^\S+ \p{Ll}+(?: \p{Lu}\p{L}+)? (?:es|está|tiene|vive|trabaja|se llama|murió|estudia|va|son|le|me|fue|nació|juega|quiere|odia)(?: |$)/iu.test(
      part,
    );
  if (OTHER.test(part)) return true;
  const verb = SPEAKS.exec(part)?.[1]?.toLowerCase() ?? "";
  const reflexive = new RegExp(String.raw`^(?:no |ya no |también )*(?:me|nos) \p{L}+`, "iu").test(
    part,
  );
  const isDenied = /^(?:ya )?no \p{L}/iu.test(part) && toThirdPersonVerb(verb) !== undefined;
  return (
    isDenied ||
    (VERBS.test(verb) && part.includes(" ")) ||
    (reflexive && toThirdPersonVerb(verb) !== undefined)
  );
}
