import { InvalidInputError } from "../errors.ts";

/** The error of an import that cannot go on: which line, what is wrong with it, what was expected. */
export function lineError(line: number, problem: string, cause?: unknown): InvalidInputError {
  return new InvalidInputError(
    `Line ${line} of the import ${problem}. Nothing of the import was kept.`,
    { parameter: "source", value: line, cause },
  );
}
