import type { JSONSchema } from "../ports/language-model.ts";

/**
 * The schema in the form that OpenAI's strict mode takes: every object closed, every property
 * required, every schema typed. What was optional may be `null` instead.
 *
 * Ranges of numbers and lengths of lists stay: strict mode knows them.
 */
export function toStrictSchema(schema: JSONSchema): JSONSchema {
  const strict: Record<string, unknown> = { ...schema };
  if (schema["type"] === undefined && Array.isArray(schema["enum"])) {
    const types = [...new Set(schema["enum"].map(typeOf))];
    strict["type"] = types.length === 1 ? types[0] : types;
  }
  if (schema["items"]) strict["items"] = toStrictSchema(schema["items"] as JSONSchema);
  if (Array.isArray(schema["anyOf"])) strict["anyOf"] = schema["anyOf"].map(toStrictSchema);
  if (schema["properties"]) {
    const required = (schema["required"] ?? []) as readonly string[];
    const properties = Object.entries(schema["properties"] as Record<string, JSONSchema>);
    strict["properties"] = Object.fromEntries(
      properties.map(([name, property]) => [
        name,
        required.includes(name) ? toStrictSchema(property) : toNullable(toStrictSchema(property)),
      ]),
    );
    strict["required"] = properties.map(([name]) => name);
    strict["additionalProperties"] = false;
  }
  return strict;
}

function toNullable(schema: JSONSchema): JSONSchema {
  if (schema["type"] === undefined) return { anyOf: [schema, { type: "null" }] };
  return {
    ...schema,
    type: [...new Set([schema["type"], "null"].flat())],
    ...(Array.isArray(schema["enum"]) && { enum: [...new Set([...schema["enum"], null])] }),
  };
}

function typeOf(value: unknown): string {
  return value === null ? "null" : typeof value;
}
