import { type JSONSchema7, jsonSchema, type Schema } from "ai";

/** What a model gave, of which nothing is known yet. */
export type GivenInput = Readonly<Record<string, unknown>>;

/** The schema of a tool's input. `read` throws when the input is not one; the model is told why. */
export function toolInput<INPUT>(
  { properties, required }: { properties: Record<string, JSONSchema7>; required: string[] },
  read: (given: GivenInput) => INPUT,
): Schema<INPUT> {
  return jsonSchema<INPUT>(
    { type: "object", properties, required, additionalProperties: false },
    {
      validate(value) {
        try {
          return { success: true, value: read((value ?? {}) as GivenInput) };
        } catch (error) {
          return { success: false, error: error as Error };
        }
      },
    },
  );
}

/** The text of that name. */
export function readText(given: GivenInput, name: string): string {
  const text = given[name];
  if (typeof text === "string" && text.trim() !== "") return text;
  throw new TypeError(`${name} must be a text that is not empty.`);
}
