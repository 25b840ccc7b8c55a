import { alternatives } from "../../../text/alternatives.ts";
import { DATIVE_VERBS } from "./datives.ts";
import { articleOf, KIN_NOUNS } from "./vocabulary.ts";

const KIN = alternatives(Object.values(KIN_NOUNS).flat());
const NAME = String.raw`\p{Lu}\p{Ll}+`;

/** What several people do together, said of the one who speaks. */
const TOGETHER: Readonly<Record<string, string>> = {
  divorciamos: "me divorcié de",
  separamos: "me separé de",
  casamos: "me casé con",
  mudamos: "me mudé con",
};

/** Ways to put a clause that hide who or what it is about, and the plain way. */
const REPHRASINGS: readonly (readonly [pattern: RegExp, plain: string])[] = [
  // "El gluten me sienta fatal", "las series me aburren"
  [
    new RegExp(
      String.raw`^((?:el|la|los|las|mi|mis) [^,]+?|(?!(?:no|ya|nunca|también|a|yo|también|sí) )\p{L}+) ((?:ya )?no )?(me|nos) (${DATIVE_VERBS})(?!\p{L})(?: (.*))?$`,
      "iu",
    ),
    "$2$3 $4 $1 $5",
  ],
  // "Carne no como", "alcohol ya no bebo"
  [
    /^((?!(?:ya|yo|también) )\p{L}+) ((?:ya )?no|nunca) (como|bebo|tomo|fumo|uso|veo|leo|hablo|tengo)$/iu,
    "$2 $3 $1",
  ],
  [/^((?:ya )?(?:no )?\p{L}+[oy]) yo (.+)$/iu, "$1 $2"],
  [/^mi cumple (?=es|era|cae)/iu, "mi cumpleaños "],
  [/^acabamos de (\p{L}+)ar(?!\p{L})(.*)$/iu, "hemos $1ado$2"],
  [/^acabamos de (\p{L}+)[ei]r(?!\p{L})(.*)$/iu, "hemos $1ido$2"],
  // What several people are, said of one of them.
  [
    /^somos (una? (?:empresa|startup|pyme|agencia|estudio|tienda|ong|asociación|clínica|academia|equipo)(?!\p{L}).*)$/iu,
    "trabajo en $1",
  ],
  [
    /^((?:ya )?(?:no )?)(somos|estamos) ((?:muy |los dos |ambos )?)(\p{L}+[oae])s(?!\p{L})/iu,
    "$1$2 $4",
  ],
  // "Se me murió el perro", "me caducó el pasaporte"
  [/^se me (\p{L}+ó|ha \p{L}+(?:ado|ido|erto|oto)) (?:el|la|mi) (\p{L}+)(.*)$/iu, "mi $2 se $1$3"],
  [/^me (caducó|venció|falleció|murió) (?:el|la|mi) (\p{L}+)(.*)$/iu, "mi $2 $1$3"],
  // What has happened often is told in the same form as what is still to come.
  [
    /^nos (\p{L}+)amos (?=.*(?:que viene|próxim|dentro de|pasado mañana|(?<!la )(?<!por la )mañana))/iu,
    "me $1o ",
  ],
  [/^(?:me|nos) acab(?:o|amos) de (\p{L}+)ar(?!\p{L})(.*)$/iu, "me he $1ado$2"],
  [
    /^(murió|falleció|nació|vino|viene|llega) (mi \p{L}+(?: \p{Lu}\p{L}+)?|\p{Lu}\p{Ll}+)(?: (.*))?$/u,
    "$2 $1 $3",
  ],
  // "El cilantro no lo soporto", "el pescado sí que lo como", "a los niños los recojo yo"
  [
    /^((?:el|la|los|las|mi|mis|a los|a las|al|a mi) [^,]+?) (no |ya no |nunca )?(?:sí que )?(?:se )?(?:lo|la|los|las) ((?:he |hemos )?\p{L}*(?:o|oy|é|amos|emos|imos))(?!\p{L})(?: yo)?(.*)$/iu,
    "$2$3 $1$4",
  ],
  [/^(?:a mí )?(?:se me|me) ha (roto|estropeado|averiado|perdido|muerto) (.+)$/i, "$2 se ha $1"],
  [/^acabo de (\p{L}+)arme (.+)$/iu, "me he $1ado $2"],
  [/^acabo de (\p{L}+)[ei]rme (.+)$/iu, "me he $1ido $2"],
  [/^acabo de (\p{L}+)ar (.+)$/iu, "he $1ado $2"],
  [/^acabo de (\p{L}+)[ei]r (.+)$/iu, "he $1ido $2"],
  [
    /^(?:al final )?(?:el|la) ((?:examen|boda|cita|entrevista|vuelo|viaje|reunión|curso|concierto|fiesta|mudanza|operación|carrera|presentación)(?: de \p{Ll}+)?) (es|será|se aplaza|se cancela|se retrasa|se ha cancelado|se ha aplazado|empieza|cae)(?!\p{L})(.*)$/iu,
    "mi $1 $2$3",
  ],
  [/^(\p{L}+(?: \p{L}+){0,2}) (?:no es|no son) lo mío$/iu, "no me gusta $1"],
  [/^(?:me |mi )?peso (?:es |son )?(?:de )?(\d[\d.,]* ?(?:kg|kilos))/i, "peso $1"],
];

const CALLED = new RegExp(
  String.raw`^(?<head>.*(?<!\p{L})(?:un|una) (?<noun>${KIN}))(?<between> [^,]*)?, (?:que )?se llama (?<name>${NAME})(?<rest>.*)$`,
  "iu",
);
const JOINT = new RegExp(
  String.raw`^(${NAME}|mi \p{L}+) y yo nos (\p{L}+mos)(?!.*(?:que viene|próxim|dentro de))(.*)$`,
  "u",
);
const BROKEN =
  /^mi (novi[oa]|pareja|marido|mujer|espos[oa]) y yo (?:lo hemos dejado|hemos roto|hemos cortado|lo dejamos|rompimos|nos hemos separado)(?!\p{L})(.*)$/iu;
const JOINT_PLAIN = new RegExp(
  String.raw`^(${NAME}|mi \p{L}+(?: ${NAME})?) y yo ((?:ya )?(?:no )?(?:nos )?\p{L}+mos)(.*)$`,
  "u",
);
/** "Alba, la mayor, que tiene nueve años, quiere cocinar" */
const APPOSED = new RegExp(
  String.raw`^(${NAME}|(?:[Mm]i|[Nn]uestr[oa]) (?:${KIN})(?: ${NAME})?), (?:el|la) (?:mayor|menor|pequeñ[oa]|median[oa]|otr[oa])(?:, que ([^,]+))?, (?!que )(.+)$`,
  "u",
);
const RELATIVE = new RegExp(
  String.raw`^(.*\b((?:mi|nuestr[oa]) (?:${KIN})(?: (?:mayor|menor|pequeñ[oa]))?(?:,? ${NAME})?)),? que ((?:es|está|tiene|vive|trabaja|estudia|se llama|juega) [^,]+)(.*)$`,
  "iu",
);

/** Those of whom everybody has one: "la niñera se llama Pilar". */
const HELPER =
  /^(?:el|la) (niñer[oa]|canguro|pediatra|psiquiatra|fisio|gestora?|abogad[oa]|tutora?|nutricionista|profe|profesora?|entrenadora?|asistenta|caser[oa]|jef[ea]) se llama (?=\p{Lu})/iu;
const HOUSEHOLD =
  /^(?:en casa |nosotros )?somos (\d+|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)(?: personas)?(?: (?:en casa|en la familia|de familia))?$/iu;

/** The sentences that a Spanish sentence is made of, each with its subject first. */
export function rephrase(text: string): string[] {
  const sentence = text.replace(HELPER, "mi $1 se llama ");
  const apposed = APPOSED.exec(sentence);
  if (apposed) {
    const [, who = "", told, rest = ""] = apposed;
    return [...(told ? [`${who} ${told}`] : []), `${who} ${rest}`];
  }
  const relative = RELATIVE.exec(sentence);
  if (relative) {
    const [, head = "", who = "", told = "", rest = ""] = relative;
    return [
      ...rephrase(`${head}${rest}`),
      `${who.replace(/,/g, "")} ${told.replace(/ (?:allí|ahí)$/, "")}`,
    ];
  }
  const [, span, since] = /^hace (\p{L}+ \p{L}+|\d+ \p{L}+) que (.+)$/iu.exec(sentence) ?? [];
  if (span && since) return [`${since} desde hace ${span}`];
  const household = HOUSEHOLD.exec(sentence)?.[1];
  if (household) return [`mi familia es de ${household}`];
  const joint = JOINT.exec(sentence);
  const together = joint && TOGETHER[joint[2] ?? ""];
  if (joint && together) return [`${together} ${joint[1]}${joint[3]}`];
  const broken = BROKEN.exec(sentence);
  if (broken) return [`me he separado de mi ${broken[1]}${broken[2]}`];
  const plain = JOINT_PLAIN.exec(sentence);
  if (plain) return [`${plain[2]}${plain[3]} con ${plain[1]}`];
  const called = CALLED.exec(sentence)?.groups;
  if (!called) return [sentence];
  const { head = "", noun = "", between, name = "", rest = "" } = called;
  if (between) return [head + between, `mi ${noun} se llama ${name}${rest}`];
  return [`${head} llamad${articleOf(noun) === "la" ? "a" : "o"} ${name}${rest}`];
}

/** A clause with its subject and its object where they belong. */
export function straighten(clause: string): string {
  const found = REPHRASINGS.find(([pattern]) => pattern.test(clause));
  if (!found) return clause;
  const inner = clause.replace(/^(?:El|La|Los|Las|Mi|Mis|A) /, (word) => word.toLowerCase());
  return inner.replace(found[0], found[1]);
}
