import { toThirdPersonVerb } from "./conjugate.ts";
import { startsWithThirdPerson } from "./third-person-verbs.ts";

/** First persons that nothing else looks like, so that "y vivo en León" is known to go on. */
const VERBS =
  /^(?:soy|estoy|tengo|vivo|trabajo|estudio|como|bebo|hablo|hago|voy|toco|juego|canto|bailo|cocino|uso|viajo|vuelo|nado|practico|entreno|colecciono|programo|enseño|llevo|corro|leo|escribo|odio|amo|adoro|prefiero|disfruto|evito|conduzco|manejo|monto|pinto|dibujo|fumo|tomo|suelo|quiero|necesito|busco|cuido|sufro|padezco|dirijo|aprendo|nací|crecí|viví|empecé|dejé|compré|vendí|fui|tuve|conocí|estudié|trabajé|terminé|sigo|pertenezco|duermo|puedo|sé|voy|he|gano|gasto|ahorro|paseo|escalo|hice|vengo|veo|escucho|salgo|llego|mantengo|pienso|planeo|recojo|preparo|cultivo|peso|mido|gano|cobro|madrugo|enseño|traduzco|visito|ayudo|cuento|vivimos|tenemos|somos|estamos|hacemos|vamos|hemos)$/;

const CORE = String.raw`(?:yo )?(?:(?:ya no|no|nunca|ya|también|siempre|ahora|actualmente|solo|además|antes|luego|después|de momento|todavía|aún) )*(?:(?:me|nos|lo|la|los|las|le|se) )*`;
const SPEAKS = new RegExp(String.raw`^${CORE}(\p{L}+)(?: |$)`, "iu");
const LIKES =
  /^(?:a mí )?(?:(?:ya no|no|también) )?me (?:gusta|gustan|encanta|encantan|interesa|interesan|apasiona|apasionan|fascina|fascinan|da|dan)(?: |$)/i;
const ASKS =
  /^(?:¿|(?:tú|usted) |(?:qué|cuál|dónde|cómo|cuándo|puedes|podrías|me haces|me das) )/iu;
const OWNED =
  /^(?:mi|mis|nuestr[oa]s?) \p{Ll}+ (?:(?:mayor|menor|pequeñ[oa]|gemel[oa]) )?(?:\p{Lu}\p{L}+,? )?(.+)$/u;

/**
 * The clauses of a Spanish sentence: "Soy profesora y vivo en León" gives "Soy profesora" and "vivo
 * en León". Lists stay whole.
 */
export function splitClauses(sentence: string): string[] {
  const parts = sentence.split(
    /(,? así que |, (?:y |pero |aunque )?| (?:y|e|pero|aunque) |[;:] | [–-] |(?<=\S) (?=porque |ya que ))/,
  );
  const clauses: string[] = [parts[0] ?? ""];
  for (let index = 1; index < parts.length; index += 2) {
    const separator = parts[index] ?? "";
    const part = parts[index + 1] ?? "";
    if (separator.includes("así que") || startsClause(part)) clauses.push(part);
    else clauses[clauses.length - 1] = `${clauses.at(-1) ?? ""}${separator}${part}`;
  }
  return clauses.map((clause) => clause.trim()).filter(Boolean);
}

function startsClause(part: string): boolean {
  if (LIKES.test(part) || ASKS.test(part) || /^(?:porque|ya que) /i.test(part)) return true;
  const predicate = OWNED.exec(part)?.[1] ?? /^(?:\p{Lu}\p{Ll}+|él|ella) (.+)$/u.exec(part)?.[1];
  if (predicate !== undefined) return startsWithThirdPerson(predicate);
  const verb = SPEAKS.exec(part)?.[1]?.toLowerCase() ?? "";
  const isVerb = toThirdPersonVerb(verb) !== undefined;
  const isReflexive = /^(?:no |ya no |también )*(?:me|nos) \p{L}+/iu.test(part);
  const isDenied = /^(?:ya )?no \p{L}/iu.test(part);
  const isOthers = /^(?:me|nos|te|le|se) /i.test(part) && !isVerb;
  if (isOthers) return true;
  return (VERBS.test(verb) && part.includes(" ")) || (isVerb && (isReflexive || isDenied));
}
