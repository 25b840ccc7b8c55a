import type { Tense } from "../dates/spans.ts";
import {
  NOTHING,
  type Others,
  type SentenceReading,
  type SpokenStatement,
} from "../extract/reader.ts";
import { isPast, toThirdPersonVerb } from "./conjugate.ts";
import { readInstruction } from "./instructions.ts";
import { describeOther, findIntroduced, findRelatives, OWNED } from "./people.ts";
import { splitClauses } from "./split-clauses.ts";
import { keepSpanish } from "./worth-keeping.ts";

const OPENERS: readonly RegExp[] = [
  /^¡/,
  /^(?:hola|buenas|buenos días|buenas tardes|buenas noches|hey)(?: a todos| \p{Lu}\p{L}+)?[,!.]? (?=\S)/iu,
  /^(?:sí|no(?=[,.;])|ok|vale|bueno|pues|claro|genial|gracias|muchas gracias|perfecto|exacto|por cierto|y|pero|ah|oh|eh|mira|oye|la verdad(?: es que)?|de hecho|en realidad|además|también|bien|perdona|perdón|desgraciadamente|por desgracia|por suerte|una cosa más|como dije|como te dije|para que sepas|que sepas que|actualización|resulta que|es que)[,:!.]* (?=\S)/i,
  /^(?:por favor,? )?(?:recuerda|ten en cuenta|no olvides|apunta|anota|sabías|sabes|te he dicho|te dije|te conté|te comento|debes saber|deberías saber|quería (?:decirte|comentarte|mencionar)|quiero (?:decirte|comentarte|mencionar)|debo (?:decir|mencionar)|olvidé (?:decir|mencionar|decirte)|se me olvidó (?:decir|decirte)|creo|pienso),? que (?=\S)/i,
];
const MAKE_BELIEVE =
  /^(?:si |ojalá|imagina|imagínate|supongamos|supón|pongamos|finge|haz como|quizás?|tal vez|a lo mejor|en caso de)/i;
const QUESTION =
  /^(?:¿|qué|quién|cuál|cómo |dónde|cuándo|por qué|cuánto|puedes|podrías|sabes |tienes |eres |debería|me puedes|me podrías|hay )/i;

/** What a Spanish sentence tells about the user. */
export function readSpanishSentence(sentence: string, others: Others): SentenceReading {
  let text = sentence.trim();
  for (let before = ""; before !== text;) {
    before = text;
    for (const opener of OPENERS) text = text.replace(opener, "");
  }
  if (MAKE_BELIEVE.test(text)) return NOTHING;
  const instruction = readInstruction(text);
  if (instruction) return { ...NOTHING, instructions: [instruction] };

  const statements: SpokenStatement[] = [];
  const role = /^como (\p{L}+(?: \p{L}+)?), ?(?=¿)/iu.exec(text)?.[1];
  if (role) statements.push(asKnown(`es ${role}`));
  const spoken = (text.includes("¿") ? text.slice(0, text.indexOf("¿")) : text).replace(
    /[.!?,\s]+$/,
    "",
  );
  const asks = text.endsWith("?") && !text.includes("¿");
  if (!role && !asks) {
    for (const clause of splitClauses(spoken)) statements.push(...readClause(clause, others));
  }
  return { statements, relatives: findRelatives(text), instructions: [] };
}

function asKnown(predicate: string): SpokenStatement {
  return {
    statement: { subject: "Usuario", predicate },
    tense: "present",
    keepAs: () => undefined,
  };
}

const FRONT = new RegExp(
  String.raw`^((?:(?:el|la|los|las|este|esta) (?:(?:próxim[oa]s?|pasad[oa]s?) \p{L}+|fin(?:es)? de semana(?: pasado)?|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|año|mes|semana|verano|invierno|otoño|primavera|\d{1,2} de \p{L}+)(?: pasad[oa]| que viene)?|en (?:\d{4}|\p{L}+(?: de \d{4})?)|hace (?:\p{L}+|\d+) \p{L}+|desde (?:\p{L}+|\d+)(?: \p{L}+)?|ayer|hoy|mañana|anoche|anteayer|pasado mañana|ahora|antes|actualmente|últimamente|normalmente|a veces|siempre|los \p{L}+|por las? \p{L}+|cada \p{L}+|tod[oa]s l[oa]s \p{L}+|a menudo|de (?:niño|niña|pequeño|pequeña|joven)|para (?:desayunar|cenar|comer))),? (?=\S)`,
  "iu",
);
const SPOKEN =
  /^(?:yo )?((?:(?:ya no|no|nunca|también|siempre|solo|casi nunca|normalmente|ahora|actualmente|antes|ya|todavía|aún) )*)(?:(me|nos) )?(?:(lo|la|los|las|le|les) )?(\p{L}+)(?: (.*))?$/iu;
const DATIVE =
  /^(?:a mí )?((?:(?:ya no|no|también|siempre) )*)(?:me|nos) (gustan?|encantan?|interesan?|apasionan?|fascinan?|dan? (?:asco|miedo)|preocupan?|duelen?)(?: (.*))?$/i;
const PASSIVES: Readonly<Record<string, string>> = {
  ascendieron: "fue ascendido",
  despidieron: "fue despedido",
  diagnosticaron: "fue diagnosticado con",
  operaron: "fue operado",
  robaron: "sufrió el robo de",
};

function readClause(clause: string, others: Others): SpokenStatement[] {
  if (MAKE_BELIEVE.test(clause) || QUESTION.test(clause)) return [];
  const introduced = findIntroduced(clause);
  if (introduced) others.push(introduced);
  const isReason = /^(?:porque|ya que|como (?=\p{L}*(?:o|oy|go) ))\s*/iu.exec(clause)?.[0] ?? "";
  const isEating =
    /^como (?:\p{L}+ ){0,2}\p{L}+$/iu.test(clause) &&
    toThirdPersonVerb(clause.split(" ")[1] ?? "") === undefined;
  const plain = isEating ? clause : clause.slice(isReason.length);
  const front = FRONT.exec(plain)?.[1] ?? "";
  const body = plain.slice(front === "" ? 0 : FRONT.exec(plain)?.[0].length);
  const said = readUser(body) ?? readOther(body, others);
  if (!said) return [];
  const moved = /^(?:ahora|actualmente|últimamente)$/i.test(front)
    ? ""
    : front.charAt(0).toLowerCase() + front.slice(1);
  const isAdverb = /^(?:antes|siempre|normalmente|a veces)$/.test(moved);
  const predicate = (isAdverb ? `${moved} ${said.predicate}` : `${said.predicate} ${moved}`).trim();
  const statement = { subject: said.subject, predicate };
  return [
    {
      statement,
      tense: tenseOf(said.predicate),
      keepAs: (isDated, dated) => keepSpanish({ ...statement, predicate: dated }, isDated),
    },
  ];
}

function readUser(body: string): { subject: string; predicate: string } | undefined {
  const dative = DATIVE.exec(body);
  if (dative) {
    const [, adverbs = "", verb = "", rest = ""] = dative;
    return {
      subject: "Usuario",
      predicate: `${adverbs.toLowerCase()}le ${verb} ${toThirdPerson(rest)}`.trim(),
    };
  }
  const match = SPOKEN.exec(body);
  if (!match) return undefined;
  const [, adverbs = "", reflexive, object, verb = "", rest = ""] = match;
  const passive = reflexive ? PASSIVES[verb.toLowerCase()] : undefined;
  if (passive)
    return { subject: "Usuario", predicate: `${adverbs}${passive} ${toThirdPerson(rest)}`.trim() };
  const name = /^soy (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2})$/u.exec(body.replace(/^S/, "s"))?.[1];
  if (name) return { subject: "Usuario", predicate: `se llama ${name}` };
  const third = toThirdPersonVerb(verb);
  if (!third || object) return undefined;
  const isTold =
    rest !== "" ||
    reflexive !== undefined ||
    adverbs !== "" ||
    /^(?:fumo|nado|buceo|bailo|medito)$/i.test(verb);
  if (!isTold) return undefined;
  return {
    subject: "Usuario",
    predicate:
      `${adverbs.toLowerCase()}${reflexive ? "se " : ""}${third} ${toThirdPerson(rest)}`.trim(),
  };
}

function readOther(
  body: string,
  others: Others,
): { subject: string; predicate: string } | undefined {
  const owned = new RegExp(String.raw`^(${OWNED}) (\p{Ll}.*)$`, "u").exec(body);
  const other = owned?.[1] && describeOther(owned[1]);
  if (other) {
    if (other.pronouns.length > 0) others.push(other);
    return { subject: other.subject, predicate: toThirdPerson(owned?.[2] ?? "") };
  }
  const pronoun = /^(él|ella) (.+)$/i.exec(body);
  const meant =
    pronoun &&
    others.findLast(({ pronouns }) => pronouns.includes(pronoun[1]?.toLowerCase() ?? ""));
  return meant
    ? { subject: meant.subject, predicate: toThirdPerson(pronoun?.[2] ?? "") }
    : undefined;
}

function toThirdPerson(text: string): string {
  return text
    .replace(/(?<!\p{L})(?:mi|nuestro|nuestra)(?!\p{L})/giu, "su")
    .replace(/(?<!\p{L})(?:mis|nuestros|nuestras)(?!\p{L})/giu, "sus")
    .replace(/(?<!\p{L})(?:me|nos)(?!\p{L})/giu, "le")
    .replace(/(?<!\p{L})conmigo(?!\p{L})/giu, "con el usuario")
    .replace(/(?<!\p{L})(?:mí)(?!\p{L})/giu, "sí");
}

/** When what a Spanish predicate says happens. */
export function tenseOf(predicate: string): Tense {
  const plain = predicate.replace(
    /^(?:(?:ya no|no|nunca|también|siempre|antes) )*(?:(?:se|le|lo|la) )?/,
    "",
  );
  const verb = plain.split(" ", 1)[0] ?? "";
  if (
    /^va a \p{L}+r\b/u.test(plain) ||
    /^(?:quiere|planea|tiene|debe|necesita|muda|casa|vuela|viaja|va|vamos|empieza|sale|llega|visita|cumple|corre|está|será|irá|tendrá|celebra|jubila|gradúa|es|son)$/.test(
      verb,
    )
  )
    return "future";
  if (isPast(verb) || verb === "ha") return "past";
  return "present";
}
