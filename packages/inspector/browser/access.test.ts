import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useInspector } from "./__fixtures__/open-inspector.ts";

/** What axe has against a page, as lines that can be read in a failure. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary }) => [impact, id, target, failureSummary].join(" | "))))`,
  );
}

const openInspector = useInspector();

test("the page opens, and has nothing that hinders anybody", async () => {
  const { page } = await openInspector();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await violations(page)).toEqual([]);
});
