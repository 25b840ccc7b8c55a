import { InvalidInputError, type LanguageModel, openai } from "@palimpsest/core";
import { BenchError } from "../bench-error.ts";

/** The model that answers questions, and the one that judges the answers. */
export interface Models {
  reader: LanguageModel;
  judge: LanguageModel;
}

/**
 * Models of OpenAI, or of the server that `OPENAI_BASE_URL` names.
 *
 * @throws {BenchError} when there is no key.
 */
export function openModels({ reader, judge }: { reader: string; judge: string }): Models {
  try {
    return { reader: openai({ model: reader }), judge: openai({ model: judge }) };
  } catch (cause) {
    if (!(cause instanceof InvalidInputError)) throw cause;
    throw new BenchError(
      `Questions are answered and judged by models: OPENAI_API_KEY has to be their key, or OPENAI_BASE_URL
the URL of a server that wants none. ${cause.message}`,
      { cause },
    );
  }
}
