import { expect, it } from "vitest";
import { renderTable } from "./table.ts";

it("aligns names left and figures right, under a head", () => {
  const table = renderTable([
    ["", "conv-1", "total"],
    ["messages", "12", "1,200"],
    ["add p50", "7", "8"],
  ]);
  expect(table).toBe(
    [
      "|          | conv-1 | total |",
      "| -------- | -----: | ----: |",
      "| messages |     12 | 1,200 |",
      "| add p50  |      7 |     8 |",
    ].join("\n"),
  );
});

it("fills rows that are too short", () => {
  expect(renderTable([["a", "b"], ["c"]])).toBe(
    ["| a   |   b |", "| --- | --: |", "| c   |     |"].join("\n"),
  );
});
