import { expect, test } from "vitest";
import { HELD_OUT } from "./__fixtures__/held-out/lives.ts";
import { tally } from "./__fixtures__/held-out/tally.ts";

test("questions that the rules were not made from are answered, too", async () => {
  const { score, failed } = await tally(HELD_OUT);
  expect(failed.length > 80 ? [JSON.stringify(score), ...failed].join("\n\n") : "").toBe("");
});
