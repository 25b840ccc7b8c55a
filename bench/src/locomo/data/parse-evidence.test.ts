import { expect, it } from "vitest";
import { parseEvidence } from "./parse-evidence.ts";

it.each([
  [["D1:3"], ["D1:3"]],
  [["D8:6; D9:17"], ["D8:6", "D9:17"]],
  [["D9:1 D4:4 D4:6"], ["D9:1", "D4:4", "D4:6"]],
  [
    ["D30:05", "D:11:26"],
    ["D30:5", "D11:26"],
  ],
  [["D", "", "d2:10"], ["D2:10"]],
  [["D1:3", "D1:03"], ["D1:3"]],
  [["D10:100"], ["D10:100"]],
  [[], []],
])("reads %j as %j", (texts, ids) => {
  expect(parseEvidence(texts)).toEqual(ids);
});
