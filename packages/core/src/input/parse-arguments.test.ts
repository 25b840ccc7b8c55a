import { expect, test } from "vitest";
import { parseArguments } from "./parse-arguments.ts";

test.each([
  ['{"facts":[]}', { facts: [] }],
  ['```json\n{"facts":[]}\n```', { facts: [] }],
  ['Sure!\n```\n{"facts":[{"text":"a"}]}\n```\nAnything else?', { facts: [{ text: "a" }] }],
  ['Here you are: {"facts":[{"text":"a {b}"}]} Anything else?', { facts: [{ text: "a {b}" }] }],
  ['{"name":"record_facts","arguments":{"facts":[]}}', { facts: [] }],
  ['{"name":"record_facts","parameters":{"facts":[]}}', { facts: [] }],
  ['{"name":"Alice","arguments":{}}', { name: "Alice", arguments: {} }],
  [
    '{"facts":[{"text":"Types ```json {} ``` a lot"}]}',
    { facts: [{ text: "Types ```json {} ``` a lot" }] },
  ],
])("%s holds arguments", (text, expected) => {
  expect(parseArguments(text, "record_facts")).toEqual(expected);
});

test.each([
  "",
  "No.",
  "null",
  "[]",
  '"{}"',
  '{"facts":[',
  'Sure: {"facts":[{"text":"a"}',
  '{"facts":[]} or {"facts":[1]}',
  '[{"facts":[]}] it is',
  "```json\n{facts}\n```",
])("%s holds none", (text) => {
  expect(parseArguments(text, "record_facts")).toBeUndefined();
});
