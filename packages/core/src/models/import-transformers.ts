import { InvalidInputError } from "../errors.ts";

/**
 * The optional package `@huggingface/transformers`, loaded when it is first needed.
 *
 * @throws {InvalidInputError} when it is not installed, naming the function that needs it and the option it is passed as.
 */
export async function importTransformers(
  neededBy: string,
  parameter: string,
): Promise<typeof import("@huggingface/transformers")> {
  return import("@huggingface/transformers").catch((cause: unknown) => {
    throw new InvalidInputError(
      `${neededBy} needs the package @huggingface/transformers: install it, for instance by \`npm install @huggingface/transformers\`.`,
      { parameter, cause },
    );
  });
}
