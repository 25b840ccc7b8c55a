import type { Others } from "../extract/reader.ts";
import { isFirstPerson, isThirdPerson, toThirdPersonVerb } from "./conjugate.ts";
import { DATIVE_VERBS } from "./datives.ts";
import { describeOther, OWNED } from "./people.ts";
import { startsWithThirdPerson } from "./third-person-verbs.ts";

/** A clause in the third person, as its subject and predicate. */
export interface SaidClause {
  readonly subject: string;
  readonly predicate: string;
  /** Whether it is about somebody of whom nothing is known: then only the patterns may keep it. */
  readonly isStranger?: true;
}

const ADVERBS = String.raw`((?:(?:no|nunca|también|siempre|solo|casi nunca|normalmente|ahora|actualmente|antes|ya|todavía|aún) )*)`;
const SPOKEN = new RegExp(
  String.raw`^(?:yo )?${ADVERBS}(?:(me|nos) )?(?:(lo|la|los|las|le|les) )?(\p{L}+)(?: (.*))?$`,
  "iu",
);
const DATIVE = new RegExp(
  String.raw`^(?:a (?:mí|nosotros) (?:en cambio )?)?${ADVERBS}(?:me|nos) (${DATIVE_VERBS})(?: (.*))?$`,
  "i",
);
const OTHERS_DATIVE = new RegExp(
  String.raw`^[Aa] (${OWNED}|\p{Lu}\p{Ll}+),? ${ADVERBS}(les?) (${DATIVE_VERBS})(?: (.*))?$`,
  "u",
);
/** "Me han dado el turno": what others did to the one who speaks. */
const GIVEN =
  /^(?:me|nos) (han|dieron|dio|ha|\p{L}+(?:aron|ieron)|pagan|obligan|cobran|exigen|piden|dejan|tratan|ayudan|cuidan) (.+)$/iu;
const PASSIVES: Readonly<Record<string, string>> = {
  ascendieron: "fue ascendido",
  despidieron: "fue despedido",
  diagnosticaron: "fue diagnosticado con",
  operaron: "fue operado",
};
/** Habits that need no object. */
const ALONE =
  /^(?:fumo|nado|buceo|bailo|medito|vuelo|conduzco|manejo|cocino|bebo|desayuno|ceno|corro|entreno|canto|madrugo|esquío|teletrabajo|ayuno|pinto|dibujo|rezo|surfeo|patino)$/i;

/** A Spanish clause in the third person; `undefined` when it is not about the user or theirs. */
export function readClause(clause: string, others: Others): SaidClause | undefined {
  return readUser(clause) ?? readOther(clause, others);
}

function readUser(clause: string): SaidClause | undefined {
  const dative = DATIVE.exec(clause);
  if (dative) {
    const [, adverbs = "", verb = "", rest] = dative;
    // "Me encanta" alone: what it is was said before, by somebody else.
    if (rest === undefined) return undefined;
    return toUser(`${adverbs.toLowerCase()}le ${verb} ${toThirdPerson(rest)}`);
  }
  const [, adverbs = "", reflexive, object, verb = "", rest = ""] = SPOKEN.exec(clause) ?? [];
  const passive = reflexive ? PASSIVES[verb.toLowerCase()] : undefined;
  if (passive) return toUser(`${adverbs}${passive} ${toThirdPerson(rest)}`);
  const given = GIVEN.exec(clause);
  if (
    given &&
    !/^\S*(?:dich|cont|pregunt|dijeron)|(?<!\p{L})que(?!\p{L})/u.test(`${given[1]} ${given[2]}`)
  ) {
    return toUser(`le ${given[1]} ${toThirdPerson(given[2] ?? "")}`);
  }
  const name = /^[Ss]oy (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2})$/u.exec(clause)?.[1];
  if (name) return toUser(`se llama ${name}`);
  // "Vera ha dejado el fútbol": what looks like a verb is a name when a verb follows.
  const isName = /^\p{Lu}/u.test(verb) && startsWithThirdPerson(rest);
  const third = verb === "" || isName ? undefined : toThirdPersonVerb(verb);
  if (!third || object) return undefined;
  const isTold = rest !== "" || reflexive !== undefined || ALONE.test(verb);
  return isTold
    ? toUser(`${adverbs.toLowerCase()}${reflexive ? "se " : ""}${third} ${toThirdPerson(rest)}`)
    : undefined;
}

function toUser(predicate: string): SaidClause {
  // "Quiero jubilarme", but "duerme" ends so by itself.
  const reflexive = predicate.replace(
    /(\p{L}+(?:[aeií]r|[áé]ndo))(?:me|nos)(?!\p{L})/gu,
    (word, verb: string) => (isThirdPerson(word) ? word : `${verb}se`),
  );
  return { subject: "Usuario", predicate: reflexive.trim() };
}

const OWNED_CLAUSE = new RegExp(String.raw`^(${OWNED}) (\p{Ll}.*)$`, "u");
/** "El cumpleaños de mi hijo es …" */
const GENITIVE = new RegExp(String.raw`^([Ee]l|[Ll]a) (\p{L}+) de (${OWNED}) (\p{Ll}.*)$`, "u");
const NAMED_CLAUSE = /^(\p{Lu}\p{Ll}+|él|ella) (\p{Ll}.*)$/u;
/** Verbs that people are the left-out subject of: "Ahora va a natación". */
const LEFT_OUT =
  /^(?:ya no |no |también )?(?:va|tiene|vive|trabaja|estudia|juega|toca|quiere|cumple|canta) /i;
const NO_NAME =
  /^(?:El|La|Los|Las|Un|Una|Mi|Mis|Yo|Tu|Su|Lo|Esto|Eso|Ese|Esa|Este|Esta|Hoy|Ayer|Todo|Nada|Nadie|Alguien|Aquí|Allí|Así|Como|Cuando|Donde|Quien|Que|Qué|Si|Sí|No|Ya|Siempre|Nunca|También|Además|Ahora|Luego|Después|Antes|Aunque|Porque|Pero|Entonces|Hay|Usted|Ustedes|Nosotros|Ellos)$/;

function readOther(clause: string, others: Others): SaidClause | undefined {
  const dative = OTHERS_DATIVE.exec(clause);
  if (dative) {
    const [, who = "", adverbs = "", pronoun = "", verb = "", rest = ""] = dative;
    const subject = nameOther(who, others) ?? who;
    return { subject, predicate: `${adverbs}${pronoun} ${verb} ${toThirdPerson(rest)}`.trim() };
  }
  const owned = OWNED_CLAUSE.exec(clause);
  const subject = owned && nameOther(owned[1] ?? "", others);
  if (subject) return { subject, predicate: toThirdPerson(owned[2] ?? "") };
  const genitive = GENITIVE.exec(clause);
  const owner = genitive && nameOther(genitive[3] ?? "", others);
  if (owner && startsWithThirdPerson(genitive[4] ?? "")) {
    const [, article = "", noun = "", , predicate = ""] = genitive;
    return { subject: ofOther(article, noun, owner), predicate: toThirdPerson(predicate) };
  }
  const last = others.at(-1);
  if (last && LEFT_OUT.test(clause)) {
    return { subject: last.subject, predicate: toThirdPerson(clause) };
  }
  const [, name = "", predicate = ""] = NAMED_CLAUSE.exec(clause) ?? [];
  if (name === "" || NO_NAME.test(name) || !startsWithThirdPerson(predicate)) return undefined;
  const known = others.findLast(
    (other) =>
      other.pronouns.includes(name.toLowerCase()) ||
      other.subject.startsWith(`${name},`) ||
      other.subject === name,
  );
  if (known) {
    others.push(known);
    return { subject: known.subject, predicate: toThirdPerson(predicate) };
  }
  if (/^(?:él|ella)$/i.test(name)) return undefined;
  others.push({ subject: name, pronouns: ["él", "ella"] });
  return { subject: name, predicate: toThirdPerson(predicate), isStranger: true };
}

/** "El cumpleaños del hijo del usuario", "El perro de Ana, la hermana del usuario,". */
function ofOther(article: string, noun: string, owner: string): string {
  const thing = `${article.charAt(0).toUpperCase()}${article.slice(1)} ${noun.replace(/^cumple$/, "cumpleaños")}`;
  if (owner.startsWith("El ")) return `${thing} del ${owner.slice(3)}`;
  return `${thing} de ${owner.replace(/^(?:La|Los|Las) /, (the) => the.toLowerCase())}`;
}

function nameOther(phrase: string, others: Others): string | undefined {
  const other = describeOther(phrase);
  if (other && other.pronouns.length > 0) others.push(other);
  return other?.subject;
}

/** A verb in a clause that depends on another: "cuando viajo". */
const SUBORDINATE =
  /(?<=(?<!\p{L})(?:cuando|mientras|si|porque|que|donde|aunque) (?:ya no |no |ya )?)(me |nos )?(\p{L}+)/giu;

/** What belongs to the one who speaks as what belongs to somebody: "mi" as "su". */
export function toThirdPerson(text: string): string {
  return text
    .replace(SUBORDINATE, (said, reflexive: string | undefined, verb: string) => {
      const third = isFirstPerson(verb) ? toThirdPersonVerb(verb) : undefined;
      return third ? `${reflexive ? "se " : ""}${third}` : said;
    })
    .replace(/(?<!\p{L})(?:mi|nuestro|nuestra)(?!\p{L})/giu, "su")
    .replace(/(?<!\p{L})(?:mis|nuestros|nuestras)(?!\p{L})/giu, "sus")
    .replace(/(?<!\p{L})(?:me|nos)(?!\p{L})/giu, "le")
    .replace(/(?<!\p{L})conmigo(?!\p{L})/giu, "con el usuario")
    .replace(/(?<!\p{L})mí(?!\p{L})/giu, "sí");
}
