import { InvalidInputError } from "../../errors.ts";
import type { EvaluationCase, EvaluationExchange, Matcher } from "./evaluation-case.ts";

/** A question with what its case expects, where it does not say so itself. */
export interface PreparedQuestion {
  question: string;
  expected: readonly Matcher[];
  absent: readonly Matcher[];
}

/** A case with every default filled in. */
export interface PreparedCase {
  name: string;
  exchanges: readonly EvaluationExchange[];
  expected: readonly Matcher[];
  absent: readonly Matcher[];
  questions: readonly PreparedQuestion[];
}

/**
 * The cases, each checked before the first of them costs anything.
 *
 * @throws {InvalidInputError} that names the case and what is wrong with it.
 */
export function readCases(cases: readonly EvaluationCase[]): PreparedCase[] {
  if (!Array.isArray(cases) || cases.length === 0) {
    throw new InvalidInputError("cases must be an array with at least one case.", {
      parameter: "cases",
      value: cases,
    });
  }
  const prepared = cases.map(readCase);
  const names = prepared.map(({ name }) => name);
  const repeated = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (repeated !== -1) {
    refuse(repeated, "name", `the name "${names[repeated]}" is taken by an earlier case.`);
  }
  return prepared;
}

function readCase(given: EvaluationCase, index: number): PreparedCase {
  const { name, messages, question } = given;
  if (typeof name !== "string" || name.trim() === "") refuse(index, "name", "it needs a name.");
  if ((messages === undefined) === (given.exchanges === undefined)) {
    refuse(index, "exchanges", "it needs either messages or exchanges.");
  }
  if (question !== undefined && given.questions !== undefined) {
    refuse(index, "questions", "it takes either a question or questions.");
  }
  const exchanges = given.exchanges ?? (messages === undefined ? [] : [{ messages }]);
  if (!Array.isArray(exchanges) || exchanges.length === 0) {
    refuse(index, "exchanges", "exchanges must be an array with at least one exchange.");
  }
  const expected = readMatchers(given.expected, "expected", index);
  const absent = readMatchers(given.absent, "absent", index);
  const asked = given.questions ?? (question === undefined ? [] : [question]);
  const questions = asked.map((one) => {
    const { question: text, ...own } = typeof one === "string" ? { question: one } : one;
    if (typeof text !== "string" || text.trim() === "") {
      refuse(index, "questions", "it has a question without a text.");
    }
    return {
      question: text,
      expected: own.expected ? readMatchers(own.expected, "questions", index) : expected,
      absent: own.absent ? readMatchers(own.absent, "questions", index) : absent,
    };
  });
  const isChecked = expected.length + absent.length > 0;
  if (!isChecked && !questions.some((one) => one.expected.length + one.absent.length > 0)) {
    refuse(
      index,
      "expected",
      "nothing is expected and nothing absent, so nothing can be measured.",
    );
  }
  return { name, exchanges, expected, absent, questions };
}

function readMatchers(
  matchers: readonly Matcher[] | undefined,
  parameter: keyof EvaluationCase,
  index: number,
): readonly Matcher[] {
  if (matchers === undefined) return [];
  if (!Array.isArray(matchers)) refuse(index, parameter, `${parameter} must be an array.`);
  for (const matcher of matchers) {
    const isText = typeof matcher === "string" && /[\p{L}\p{N}]/u.test(matcher);
    if (!isText && !(matcher instanceof RegExp) && typeof matcher !== "function") {
      refuse(
        index,
        parameter,
        `${parameter} holds ${JSON.stringify(matcher)}, where a text with words, a regular expression or a function is wanted.`,
      );
    }
  }
  return matchers;
}

function refuse(index: number, parameter: keyof EvaluationCase, reason: string): never {
  throw new InvalidInputError(`Case ${index + 1}: ${reason}`, {
    parameter: `cases[${index}].${parameter}`,
  });
}
