import type { Statement } from "../claims/claim.ts";
import type { Tense } from "../../../text/dates/spans.ts";
import {
  NOTHING,
  type Others,
  type SentenceReading,
  type SpokenStatement,
} from "../extract/reader.ts";
import { completeFragments } from "./complete-fragments.ts";
import { isPast, toThirdPersonVerb } from "./conjugate.ts";
import { isImperative } from "./imperatives.ts";
import { readInstruction } from "./instructions.ts";
import { placeFront, takeFront } from "./fronts.ts";
import { findIntroduced, findNamed, findRelatives } from "./people.ts";
import { readClause, toThirdPerson } from "./read-clause.ts";
import { rephrase, straighten } from "./rephrase.ts";
import { splitClauses } from "./split-clauses.ts";
import { startsWithThirdPerson } from "./third-person-verbs.ts";
import { unwrap } from "./unwrap.ts";
import { isOfTheMoment, keepSpanish } from "./worth-keeping.ts";

const MAKE_BELIEVE =
  /^(?:si |ojalá|imagina|imagínate|supongamos|supón|pongamos|finge|a ver|cuando sea|haz como|quizás?|tal vez|a lo mejor|en caso de)/i;
const QUESTION =
  /^(?:¿|qué|quién|cuál|cómo |dónde|cuándo|por qué|cuánto|puedes|podrías|sabes |tienes |eres |debería|me puedes|me podrías|me haces |hay )/i;

/** What a Spanish sentence tells about the user. */
export function readSpanishSentence(sentence: string, others: Others): SentenceReading {
  const text = unwrap(sentence);
  if (MAKE_BELIEVE.test(text)) return NOTHING;
  const isSeveral = text.split(", ").slice(1).some(isImperative);
  const instruction = isSeveral ? undefined : readInstruction(text);
  if (instruction) {
    const reason = /, ((?:que|porque) .+)$/i.exec(text)?.[1] ?? "";
    const told = readClauses(reason.replace(/[.!?,\s]+$/, ""), others);
    return {
      ...NOTHING,
      statements: told.flatMap(({ statements }) => statements),
      instructions: [instruction],
    };
  }

  const role = /^como (\p{L}+(?: \p{L}+)?), ?(?=¿)/iu.exec(text)?.[1];
  const said = text.includes("¿") ? text.slice(0, text.indexOf("¿")) : text;
  const asks = text.endsWith("?") && !text.includes("¿");
  const readings = role
    ? [{ ...NOTHING, statements: [asKnown(`es ${role}`)] }]
    : asks
      ? []
      : readClauses(said.replace(/[.!?,\s]+$/, ""), others);
  others.push(...findNamed(text));
  return {
    statements: readings.flatMap(({ statements }) => statements),
    relatives: findRelatives(text),
    instructions: readings.flatMap(({ instructions }) => instructions),
  };
}

/** A statement about the user that is a fact only when a pattern knows it. */
function asKnown(predicate: string): SpokenStatement {
  const statement = { subject: "Usuario", predicate };
  return { statement, tense: "present", keepAs: () => undefined };
}

function readClauses(text: string, others: Others): SentenceReading[] {
  const clauses = completeFragments(text)
    .flatMap((part) => rephrase(part))
    .flatMap((part) => splitClauses(part));
  let told: string | undefined;
  return clauses
    .flatMap((clause) => rephrase(clause))
    .map((clause) => {
      const instruction = isImperative(clause) ? readInstruction(clause) : undefined;
      if (instruction) return { ...NOTHING, instructions: [instruction] };
      const statements = toStatements(clause, others, told);
      told = spokenOf(statements.at(-1)?.statement);
      return { ...NOTHING, statements };
    });
}

/** What somebody does every week is told for the user to remember, whoever it is. */
const WEEKDAY = /(?<!\p{L})(?:lunes|martes|miércoles|jueves|viernes|sábados?|domingos?)(?!\p{L})/iu;
const REASON = /^(?:porque|ya que|como (?=\p{L}*(?:o|oy|go) ))\s*/iu;

/** Somebody other than the user whom a statement is about, by the name that it gives them. */
function spokenOf(statement: Statement | undefined): string | undefined {
  if (!statement || statement.subject === "Usuario") return undefined;
  const { subject, predicate } = statement;
  const name = /^se llama (\p{Lu}\p{L}+)/u.exec(predicate)?.[1];
  return name ? `${name}, ${subject.charAt(0).toLowerCase()}${subject.slice(1)},` : subject;
}

/** `told` is of whom the clause before spoke: "mi hijo estudia y juega al ajedrez". */
function toStatements(clause: string, others: Others, told: string | undefined): SpokenStatement[] {
  if (MAKE_BELIEVE.test(clause) || QUESTION.test(clause)) return [];
  const introduced = findIntroduced(clause);
  if (introduced) others.push(introduced);
  // "Como carne" eats, "como vivo en Gijón" gives a reason.
  const eats = /^como (?:\p{L}+ ){0,2}\p{L}+$/iu.test(clause);
  const isEating = eats && toThirdPersonVerb(clause.split(" ")[1] ?? "") === undefined;
  const plain = isEating ? clause : clause.replace(REASON, "");
  // "…, que voy con prisa" excuses what was said: only what a pattern knows is kept of it.
  const isExcuse = /^que /i.test(plain);
  const { front, rest } = takeFront(plain.replace(/^que /i, ""));
  const goesOn =
    told !== undefined && startsWithThirdPerson(rest) && !/^(?:no )?(?:me|nos) /i.test(rest);
  const said = goesOn
    ? { subject: told, predicate: toThirdPerson(rest) }
    : readClause(straighten(rest), others);
  if (!said) return [];
  const predicate = placeFront(toThirdPerson(front), said.predicate);
  const statement = { subject: said.subject, predicate };
  const keepAs = (isDated: boolean, dated: string) =>
    isExcuse ||
    (said.isStranger && !isDated && !WEEKDAY.test(predicate)) ||
    isOfTheMoment(predicate)
      ? undefined
      : keepSpanish({ ...statement, predicate: dated }, isDated);
  // What has been so since a month began in one that is over.
  const tense = /(?<!\p{L})desde \p{L}/u.test(predicate) ? "past" : tenseOf(said.predicate);
  return [{ statement, tense, keepAs }];
}

const AHEAD =
  /^(?:quiere|planea|tiene|debe|necesita|muda|casa|vuela|viaja|va|van|empieza|sale|llega|visita|cumple|corre|está|será|irá|tendrá|celebra|jubila|gradúa|viene|cae|aplaza|retrasa|es|son)$/;

/** With a day or a month even the present tells of a plan: "me examino en mayo". */
const UPCOMING =
  /(?<!\p{L})(?:en (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|\d{1,2} de))(?!\p{L})/iu;

/** When what a Spanish predicate says happens. */
export function tenseOf(predicate: string): Tense {
  const plain = predicate.replace(
    /^(?:(?:ya no|no|nunca|también|siempre|antes) )*(?:(?:se|le|lo|la) )?/,
    "",
  );
  const verb = plain.split(" ", 1)[0] ?? "";
  if (/^va a \p{L}+r\b/u.test(plain) || AHEAD.test(verb)) return "future";
  if (verb === "ha" || verb === "han") return "perfect";
  if (isPast(verb)) return "past";
  return UPCOMING.test(predicate) ? "future" : "present";
}
