import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useInspector } from "./__fixtures__/open-inspector.ts";

const openInspector = useInspector();

/** Answers for memories with two pages of one each; the first tries at the second page fail. */
async function servePages(page: Page, { failures = 0 } = {}): Promise<void> {
  let left = failures;
  await page.route("**/api/memories?*", async (route) => {
    const query = new URL(route.request().url()).searchParams;
    const isSecond = query.has("cursor");
    if (isSecond && left-- > 0) return route.abort();
    const id = isSecond ? "second" : "first";
    const memory = { id, memory: `The ${id}`, kind: "fact", status: "current", userId: "alice" };
    const results = [{ ...memory, validFrom: "2026-03-02T10:00:00Z" }];
    const isWhole = isSecond || query.has("kind");
    await route.fulfill({ json: { results, ...(!isWhole && { cursor: "next" }) } });
  });
  await page.evaluate(`location.hash = "#/memories?userId=alice"`);
  await page.getByText("The first").waitFor();
}

const textsOf = async (page: Page) => page.locator(".card-text").allInnerTexts();

test("who comes back to a question whose second page was read begins with the first", async () => {
  const { page } = await openInspector();
  await servePages(page);
  const second = page.getByText("The second");
  await page.getByRole("button", { name: "Show more" }).click();
  await second.waitFor();
  expect(await textsOf(page)).toEqual(["The first", "The second"]);
  await page.getByLabel("Kind").selectOption("fact");
  await second.waitFor({ state: "detached" });
  await page.getByLabel("Kind").selectOption("all");
  await page.getByRole("button", { name: "Show more" }).waitFor();
  expect(await textsOf(page)).toEqual(["The first"]);
});

test("a page that could not be read is read when more is asked for again", async () => {
  const { page } = await openInspector();
  await servePages(page, { failures: 1 });
  const more = page.getByRole("button", { name: "Show more" });
  await more.click();
  await page.getByText("The inspector does not answer.").waitFor();
  await more.click();
  await page.getByText("The second").waitFor();
  expect(await textsOf(page)).toEqual(["The first", "The second"]);
});
