import { expect, test } from "vitest";
import { exchange, memory } from "../render/__fixtures__/records.ts";
import { renderContext } from "./render-context.ts";

const match = (text: string, score: number) => ({ ...memory(text), score });

test("what is much less relevant than the best stays out", () => {
  const { block, memories } = renderContext([
    match("best", 0.6),
    match("nearly half", 0.27),
    match("less", 0.26),
  ]);
  expect(memories.map((one) => one.memory)).toEqual(["best", "nearly half"]);
  expect(block).not.toContain("less");
});

test("exchanges get the room that the memories leave, and alone make a block, too", () => {
  const exchanges = [exchange("I keep bees.")];
  const found = [match("User has a garden", 0.5)];
  const { block } = renderContext(found, { exchanges });
  expect(block).toContain("- User has a garden (since 2026-03-01)\nSaid in earlier conversations");
  expect(block).toContain("- I keep bees. (user, 2026-02-03)");
  expect(renderContext(found, { exchanges, tokenBudget: 80 }).block).not.toContain("bees");
  expect(renderContext([], { exchanges }).block).toContain("bees");
  expect(renderContext([])).toEqual({ block: "", memories: [] });
});
