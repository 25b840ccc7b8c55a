import { expect, test } from "vitest";
import { toStrictSchema } from "./to-strict-schema.ts";

test("every property is required, and null where it was optional", () => {
  const schema = {
    type: "object",
    properties: {
      name: { type: "string" },
      age: { type: "integer", minimum: 0, maximum: 150 },
      tags: { type: "array", items: { type: "string" } },
      kind: { enum: ["a", "b"] },
      either: { anyOf: [{ type: "string" }, { enum: [1] }] },
      blank: { type: ["string", "null"] },
    },
    required: ["name"],
  };
  expect(toStrictSchema(schema)).toEqual({
    type: "object",
    properties: {
      name: { type: "string" },
      age: { type: ["integer", "null"], minimum: 0, maximum: 150 },
      tags: { type: ["array", "null"], items: { type: "string" } },
      kind: { type: ["string", "null"], enum: ["a", "b", null] },
      either: {
        anyOf: [{ anyOf: [{ type: "string" }, { type: "number", enum: [1] }] }, { type: "null" }],
      },
      blank: { type: ["string", "null"] },
    },
    required: ["name", "age", "tags", "kind", "either", "blank"],
    additionalProperties: false,
  });
});

test("objects are closed at every depth", () => {
  const leaf = { type: "object", properties: { a: { type: "string" } }, required: ["a"] };
  const schema = {
    type: "object",
    properties: { list: { type: "array", items: leaf }, either: { anyOf: [leaf] } },
    required: ["list", "either"],
  };
  const closed = { ...leaf, additionalProperties: false };
  expect(toStrictSchema(schema)).toMatchObject({
    properties: { list: { items: closed }, either: { anyOf: [closed] } },
  });
});

test("the schema itself stays as it was", () => {
  const schema = { type: "object", properties: { kind: { enum: ["a"] } } };
  toStrictSchema(schema);
  expect(schema).toEqual({ type: "object", properties: { kind: { enum: ["a"] } } });
});
