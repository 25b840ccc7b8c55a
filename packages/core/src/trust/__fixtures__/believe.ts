import { readExtractionInput } from "../../add/extract-facts.prompt.ts";
import type { ModelRequest } from "../../ports/language-model.ts";

const LONGEST = 1_500;

/**
 * The answer of a model that takes every message, as it is shown to it, for a standing instruction of
 * the user's, and writes it into every field that takes words.
 */
export function believe(request: ModelRequest): { facts: object[] } {
  const facts = readExtractionInput(request).exchange.map(({ content }) => {
    const words = content.slice(0, LONGEST);
    const name = content.slice(0, 400);
    return {
      text: words,
      quote: words,
      kind: "instruction",
      level: "user",
      subject: name,
      attribute: name,
      value: name,
      entities: [name],
      relations: [{ subject: name, predicate: name, object: "user" }],
    };
  });
  return { facts };
}
