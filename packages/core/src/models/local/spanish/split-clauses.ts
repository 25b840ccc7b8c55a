import { isFirstPerson } from "./conjugate.ts";
import { takeFront } from "./fronts.ts";
import { isImperative } from "./imperatives.ts";
import { OWNED } from "./people.ts";
import { startsWithThirdPerson } from "./third-person-verbs.ts";

const CORE = String.raw`(?:yo )?(?:(?:no|nunca|ya|también|siempre|ahora|actualmente|solo|además|antes|luego|después|de momento|todavía|aún|casi) )*(?:(?:me|nos|os|te|lo|la|los|las|le|les|se) )*`;
const SPEAKS = new RegExp(String.raw`^${CORE}(\p{L}+)(?: |$)`, "iu");
const ASKS =
  /^(?:¿|(?:tú|usted) |(?:qué|cuál|dónde|cómo|cuándo|puedes|podrías|me haces|me das) )/iu;
const OTHER = new RegExp(String.raw`^(?:${OWNED}|\p{Lu}\p{Ll}+|él|ella) (.+)$`, "u");
const OTHERS_DATIVE = new RegExp(
  String.raw`^[Aa] (?:${OWNED}|\p{Lu}\p{Ll}+) (?:ya no |no )?les? `,
  "u",
);
/** Who likes or fears something, told before it: "A mi marido, Andrés, no le gusta". */
const DATIVE_LEAD = new RegExp(String.raw`^[Aa] (?:${OWNED}|mí|nosotros),?$`, "u");
/** Things that do something: "la integración nos la hizo", "el alquiler es de 700". */
const THING =
  /^(?:el|la|los|las) \p{L}+ (?:me|nos|se|lo|la|le|es|está|son|cuesta|dura) |^(?:ahora |aquí )?(?:todo|nada|nadie|eso|esto) (?:va|es|está|son|tiene) |^(?:nació|murió|falleció|llegó) /iu;
/** Nouns and small words that are forms of verbs, too: behind "y" they are rather those. */
const NO_VERB = /^(?:como|cuento|juego|gusto|cargo|paso|apunto|medio|río|marcho|resto|sobre)$/i;

/**
 * The clauses of a Spanish sentence: "Soy profesora y vivo en León" gives "Soy profesora" and "vivo
 * en León". Lists stay whole.
 */
export function splitClauses(sentence: string): string[] {
  const parts = sentence.split(
    /(,? así que |, que |,? sino (?:que )?|, (?:y |pero |aunque )?| (?:y|e|pero|aunque) |[;:] | [–-] |(?<=\S) (?=porque |ya que ))/,
  );
  const clauses: string[] = [parts[0] ?? ""];
  for (let index = 1; index < parts.length; index += 2) {
    const separator = parts[index] ?? "";
    const part = parts[index + 1] ?? "";
    const last = clauses.at(-1) ?? "";
    const isReason = separator === ", que ";
    const isNew =
      separator.includes("así que") || startsClause(part) || (!isReason && goesOn(last, part));
    if (isNew && !DATIVE_LEAD.test(last)) clauses.push(isReason ? `que ${part}` : part);
    else clauses[clauses.length - 1] = `${last}${separator}${part}`;
  }
  return clauses.map((clause) => clause.trim()).filter(Boolean);
}

function startsClause(part: string): boolean {
  if (
    ASKS.test(part) ||
    THING.test(part) ||
    OTHERS_DATIVE.test(part) ||
    /^(?:porque|ya que|antes) /i.test(part) ||
    isImperative(part)
  )
    return true;
  const predicate = OTHER.exec(part)?.[1];
  if (predicate !== undefined) return startsWithThirdPerson(predicate);
  if (/^(?:a mí )?(?:(?:ya no|no|también) )?(?:me|nos|os|te|le|se) \p{L}/iu.test(part)) return true;
  return speaks(part) || speaks(takeFront(part).rest);
}

/** Whether a part begins with a verb of the one who speaks. */
function speaks(part: string): boolean {
  const verb = SPEAKS.exec(part)?.[1] ?? "";
  const isDenied = /^(?:ya )?no \p{L}/iu.test(part);
  return (
    isFirstPerson(verb) &&
    (isDenied || (part.includes(" ") && !NO_VERB.test(part.split(" ", 1)[0] ?? "")))
  );
}

/** Whether a clause about somebody else goes on: "mi pareja se llama Andrea" and "es bombera". */
function goesOn(clause: string, part: string): boolean {
  const predicate = OTHER.exec(clause)?.[1];
  return predicate !== undefined && startsWithThirdPerson(predicate) && startsWithThirdPerson(part);
}
