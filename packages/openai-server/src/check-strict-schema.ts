import type { ChatTool } from "./chat.ts";
import { RequestError } from "./request-error.ts";

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const UNSUPPORTED = ["allOf", "oneOf", "not", "if", "then", "else", "dependentRequired"];

/**
 * Refuses the schemas that OpenAI refuses for a tool with `strict: true`: a property that is not
 * required, an object that is open, a schema without a type, composition other than `anyOf`.
 */
export function checkStrictSchema({ name, parameters, strict }: ChatTool): void {
  if (strict === true) checkSchema(parameters ?? {}, [], name);
}

function checkSchema(schema: Schema, path: readonly string[], tool: string): void {
  const problem = findProblem(schema);
  if (problem !== undefined) {
    throw new RequestError({
      status: 400,
      message: `Invalid schema for function '${tool}': In context=(${path.join(", ")}), ${problem}.`,
      code: "invalid_function_parameters",
      param: "tools[0].function.parameters",
    });
  }
  for (const [key, child] of Object.entries(schema.properties ?? {})) {
    checkSchema(child, [...path, "properties", key], tool);
  }
  if (schema.items) checkSchema(schema.items, [...path, "items"], tool);
  for (const child of schema.anyOf ?? []) checkSchema(child, [...path, "anyOf"], tool);
}

function findProblem(schema: Schema): string | undefined {
  const unsupported = UNSUPPORTED.find((keyword) => keyword in schema);
  if (unsupported !== undefined) return `'${unsupported}' is not permitted`;
  if (!("type" in schema || "anyOf" in schema || "$ref" in schema)) {
    return "schema must have a 'type' key";
  }
  if (![schema.type].flat().includes("object")) return undefined;
  if (schema.additionalProperties !== false) {
    return "'additionalProperties' is required to be supplied and to be false";
  }
  const missing = Object.keys(schema.properties ?? {}).find(
    (key) => !schema.required?.includes(key),
  );
  return missing === undefined
    ? undefined
    : `'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'`;
}
