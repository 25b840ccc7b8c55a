import { expect, test } from "vitest";
import { askAll } from "./__fixtures__/ask-all.ts";
import { LIVES } from "./__fixtures__/lives.ts";

test("nine of ten questions about time are answered first by what answers them", async () => {
  const outcomes = await Promise.all(LIVES.map((life) => askAll(life)));
  const asked = outcomes.flat();
  const failed = asked.filter(({ isRight }) => !isRight).map(({ report }) => report);
  expect(asked).toHaveLength(80);
  expect(failed.length > 8 ? failed.join("\n\n") : "").toBe("");
});
