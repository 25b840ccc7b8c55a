import type { Tense } from "../dates/spans.ts";
import {
  NOTHING,
  type Others,
  type SentenceReading,
  type SpokenStatement,
} from "../extract/reader.ts";
import { isPast, toThirdPersonVerb } from "./conjugate.ts";
import { readInstruction } from "./instructions.ts";
import { findIntroduced, findNamed, findRelatives } from "./people.ts";
import { readClause } from "./read-clause.ts";
import { rephrase, straighten } from "./rephrase.ts";
import { splitClauses } from "./split-clauses.ts";
import { unwrap } from "./unwrap.ts";
import { keepSpanish } from "./worth-keeping.ts";

const MAKE_BELIEVE =
  /^(?:si |ojalá|imagina|imagínate|supongamos|supón|pongamos|finge|haz como|quizás?|tal vez|a lo mejor|en caso de)/i;
const QUESTION =
  /^(?:¿|qué|quién|cuál|cómo |dónde|cuándo|por qué|cuánto|puedes|podrías|sabes |tienes |eres |debería|me puedes|me podrías|me haces |hay )/i;

/** What a Spanish sentence tells about the user. */
export function readSpanishSentence(sentence: string, others: Others): SentenceReading {
  const text = unwrap(sentence);
  if (MAKE_BELIEVE.test(text)) return NOTHING;
  const instruction = readInstruction(text);
  if (instruction) return { ...NOTHING, instructions: [instruction] };

  const role = /^como (\p{L}+(?: \p{L}+)?), ?(?=¿)/iu.exec(text)?.[1];
  const said = text.includes("¿") ? text.slice(0, text.indexOf("¿")) : text;
  const asks = text.endsWith("?") && !text.includes("¿");
  const statements = role
    ? [asKnown(`es ${role}`)]
    : asks
      ? []
      : readClauses(said.replace(/[.!?,\s]+$/, ""), others);
  others.push(...findNamed(text));
  return { statements, relatives: findRelatives(text), instructions: [] };
}

/** A statement about the user that is a fact only when a pattern knows it. */
function asKnown(predicate: string): SpokenStatement {
  const statement = { subject: "Usuario", predicate };
  return { statement, tense: "present", keepAs: () => undefined };
}

function readClauses(text: string, others: Others): SpokenStatement[] {
  const clauses = rephrase(text).flatMap((part) => splitClauses(part));
  return clauses
    .flatMap((clause) => rephrase(clause))
    .flatMap((clause) => toStatements(clause, others));
}

const FRONT = new RegExp(
  String.raw`^((?:(?:el|la|los|las|este|esta) (?:(?:próxim[oa]s?|pasad[oa]s?) \p{L}+|fin(?:es)? de semana(?: pasado)?|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|año|mes|semana|verano|invierno|otoño|primavera|\d{1,2} de \p{L}+)(?: pasad[oa]| que viene)?|en (?:\d{4}|\p{L}+(?: de \d{4})?)|hace (?:\p{L}+|\d+) \p{L}+|desde (?:\p{L}+|\d+)(?: \p{L}+)?|ayer|hoy|mañana|anoche|anteayer|pasado mañana|ahora|antes|actualmente|últimamente|normalmente|a veces|siempre|los \p{L}+|por las? \p{L}+|cada \p{L}+|tod[oa]s l[oa]s \p{L}+|a menudo|de (?:niño|niña|pequeño|pequeña|joven|momento)|para (?:desayunar|cenar|comer))),? (?=\S)`,
  "iu",
);
const REASON = /^(?:porque|ya que|como (?=\p{L}*(?:o|oy|go) ))\s*/iu;

function toStatements(clause: string, others: Others): SpokenStatement[] {
  if (MAKE_BELIEVE.test(clause) || QUESTION.test(clause)) return [];
  const introduced = findIntroduced(clause);
  if (introduced) others.push(introduced);
  // "Como carne" eats, "como vivo en Gijón" gives a reason.
  const eats = /^como (?:\p{L}+ ){0,2}\p{L}+$/iu.test(clause);
  const isEating = eats && toThirdPersonVerb(clause.split(" ")[1] ?? "") === undefined;
  const plain = isEating ? clause : clause.replace(REASON, "");
  const front = FRONT.exec(plain);
  const said = readClause(straighten(plain.slice(front?.[0].length ?? 0)), others);
  if (!said) return [];
  const predicate = place(front?.[1] ?? "", said.predicate);
  const statement = { subject: said.subject, predicate };
  const keepAs = (isDated: boolean, dated: string) =>
    said.isStranger && !isDated
      ? undefined
      : keepSpanish({ ...statement, predicate: dated }, isDated);
  return [{ statement, tense: tenseOf(said.predicate), keepAs }];
}

/** What stood before the verb, in its place. */
function place(front: string, predicate: string): string {
  const moved = front.charAt(0).toLowerCase() + front.slice(1);
  if (moved === "" || /^(?:ahora|actualmente|últimamente|de momento)$/.test(moved))
    return predicate;
  const isAdverb = /^(?:antes|siempre|normalmente|a veces)$/.test(moved);
  return isAdverb ? `${moved} ${predicate}` : `${predicate} ${moved}`;
}

const AHEAD =
  /^(?:quiere|planea|tiene|debe|necesita|muda|casa|vuela|viaja|va|van|empieza|sale|llega|visita|cumple|corre|está|será|irá|tendrá|celebra|jubila|gradúa|viene|cae|aplaza|retrasa|es|son)$/;

/** When what a Spanish predicate says happens. */
export function tenseOf(predicate: string): Tense {
  const plain = predicate.replace(
    /^(?:(?:ya no|no|nunca|también|siempre|antes) )*(?:(?:se|le|lo|la) )?/,
    "",
  );
  const verb = plain.split(" ", 1)[0] ?? "";
  if (/^va a \p{L}+r\b/u.test(plain) || AHEAD.test(verb)) return "future";
  if (verb === "ha" || verb === "han") return "perfect";
  return isPast(verb) ? "past" : "present";
}
