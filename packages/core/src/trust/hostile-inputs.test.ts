import { expect, test } from "vitest";
import * as fences from "./__fixtures__/hostile-inputs/fence-closing.ts";
import * as headers from "./__fixtures__/hostile-inputs/header-forging.ts";
import * as ids from "./__fixtures__/hostile-inputs/ids.ts";
import * as loops from "./__fixtures__/hostile-inputs/memory-loops.ts";
import * as answers from "./__fixtures__/hostile-inputs/model-answers.ts";
import * as sizes from "./__fixtures__/hostile-inputs/oversized-and-binary.ts";
import * as plots from "./__fixtures__/hostile-inputs/planting.ts";
import * as keys from "./__fixtures__/hostile-inputs/prototype-keys.ts";
import * as roles from "./__fixtures__/hostile-inputs/role-forging.ts";
import * as unicode from "./__fixtures__/hostile-inputs/unicode-tricks.ts";

test("the red team has at least 250 hostile inputs, a dozen or more of each category", () => {
  const categories = { fences, headers, ids, loops, answers, sizes, plots, keys, roles, unicode };
  const counts = Object.values(categories).map((category) => {
    return Object.values(category).flatMap((inputs) => Object.keys(inputs)).length;
  });
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(12);
  expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(250);
});
