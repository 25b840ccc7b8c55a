import { InvalidInputError, messageOf } from "../errors.ts";

/**
 * The optional package `@huggingface/transformers`, loaded when it is first needed.
 *
 * @throws {InvalidInputError} when it cannot be, with the reason: mostly that it is not installed. Names
 * the function that needs it, and the option that this is passed as.
 */
export async function importTransformers(
  neededBy: string,
  parameter: string,
): Promise<typeof import("@huggingface/transformers")> {
  return import("@huggingface/transformers").catch((cause: unknown) => {
    const [reason] = messageOf(cause).split("\n", 1);
    throw new InvalidInputError(
      `${neededBy} needs the package @huggingface/transformers, which could not be loaded: ${reason}. Install it, for instance by \`npm install @huggingface/transformers\`.`,
      { parameter, cause },
    );
  });
}
