import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe has against a page in light and in dark, as lines that can be read in a failure. */
export async function findViolations(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe.source);
    const found = await page.evaluate<string[]>(
      `axe.run().then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
        nodes.map(({ target, failureSummary }) => [impact, id, target, failureSummary].join(" | "))))`,
    );
    lines.push(...found.map((line) => `${colorScheme}: ${line}`));
  }
  return lines;
}
