import { ModelOutputError } from "../errors.ts";
import { parseArguments } from "../input/parse-arguments.ts";
import { GRADE_MEMORIES } from "./rerank-memories.prompt.ts";

// Even steps, so that a prompt that takes what is half as relevant as the best takes what helps
// beside what answers, and what is only related when there is nothing better.
const RELEVANCE_BY_GRADE = { related: 1 / 3, helps: 2 / 3, answers: 1 } as const;

/**
 * One relevance of 0…1 for each of `count` memories, from the arguments of `grade_memories`: 1 for
 * what answers, two thirds for what helps, one third for what is related, 0 for what was left out.
 * A memory in several lists has the best of its grades.
 *
 * @throws {ModelOutputError} when there is none of the lists, or one holds a number that was not shown.
 */
export function readGrades(answer: unknown, count: number): number[] {
  const grades = readObject(answer);
  const relevances = Array<number>(count).fill(0);
  let lists = 0;
  for (const [grade, relevance] of Object.entries(RELEVANCE_BY_GRADE)) {
    const numbers = grades?.[grade];
    if (!Array.isArray(numbers)) continue;
    lists++;
    for (const given of numbers) {
      const number = Number(given);
      // Whoever counts from 0, or misread the list, has all other numbers wrong as well.
      if (!(Number.isInteger(number) && number >= 1 && number <= count)) {
        throw unusable(answer, `a number that is none of the memories 1 to ${count}`);
      }
      relevances[number - 1] = relevance;
    }
  }
  if (lists === 0) throw unusable(answer, "no list of numbers");
  return relevances;
}

function readObject(answer: unknown): Readonly<Record<string, unknown>> | undefined {
  const object = typeof answer === "string" ? parseArguments(answer, GRADE_MEMORIES.name) : answer;
  return typeof object === "object" && object !== null ? { ...object } : undefined;
}

function unusable(answer: unknown, found: string): ModelOutputError {
  const lists = Object.keys(RELEVANCE_BY_GRADE).join(", ");
  return new ModelOutputError(
    `${GRADE_MEMORIES.name} must be called with numbers of memories in the lists ${lists}; it has ${found}.`,
    { text: typeof answer === "string" ? answer : (JSON.stringify(answer) ?? "undefined") },
  );
}
