import { InvalidInputError } from "../errors.ts";
import { isRemoved } from "./placeholders.ts";

/**
 * The text of a memory after it was redacted.
 *
 * @throws {InvalidInputError} when nothing is left of it that would be worth keeping.
 */
export function checkRedacted(text: string): string {
  if (text.trim() !== "" && !isRemoved(text)) return text;
  throw new InvalidInputError(
    "text holds nothing but what must not be kept. createMemory({ redact }) says what that is.",
    { parameter: "text" },
  );
}
