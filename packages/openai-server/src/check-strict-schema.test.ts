import { expect, test } from "vitest";
import { checkStrictSchema } from "./check-strict-schema.ts";

const CLOSED = { type: "object", additionalProperties: false };

function check(parameters: Record<string, unknown>, strict = true): void {
  checkStrictSchema({ name: "tool", parameters, strict });
}

test("a closed schema with all properties required and nullable is accepted", () => {
  const properties = {
    one: { type: ["string", "null"], enum: ["a", null] },
    many: { type: "array", items: { type: "integer", minimum: 1 } },
    either: { anyOf: [{ type: "string" }, { type: "null" }] },
  };
  const schema = { ...CLOSED, properties, required: ["one", "many", "either"] };
  expect(() => check(schema)).not.toThrow();
});

test.each([
  ["an open object", { type: "object", properties: {} }, "additionalProperties"],
  ["an optional property", { ...CLOSED, properties: { a: { type: "string" } } }, "Missing 'a'"],
  [
    "a property without a type",
    { ...CLOSED, properties: { a: { enum: ["b"] } }, required: ["a"] },
    "(properties, a), schema must have a 'type' key",
  ],
  [
    "an open object within a list",
    { ...CLOSED, properties: { a: { type: "array", items: { type: "object" } } }, required: ["a"] },
    "(properties, a, items), 'additionalProperties'",
  ],
  ["composition", { ...CLOSED, allOf: [] }, "'allOf' is not permitted"],
])("%s is refused, in strict tools only", (_, parameters, message) => {
  expect(() => check(parameters)).toThrow(message);
  expect(() => check(parameters, false)).not.toThrow();
});
