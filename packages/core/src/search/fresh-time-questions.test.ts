import { expect, test } from "vitest";
import { FRESH } from "./__fixtures__/fresh/lives.ts";
import { tally } from "./__fixtures__/held-out/tally.ts";

test("questions that came after the rules are answered, too", async () => {
  const { score, failed } = await tally(FRESH);
  expect(failed.length > 40 ? [JSON.stringify(score), ...failed].join("\n\n") : "").toBe("");
});
