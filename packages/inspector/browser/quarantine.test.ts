import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { PLANTED } from "./__fixtures__/fill-memory.ts";
import { findViolations } from "./__fixtures__/find-violations.ts";
import { useInspector } from "./__fixtures__/open-inspector.ts";
import { readFocused, tabTo } from "./__fixtures__/tab-to.ts";

const openInspector = useInspector();
const [PHONES, SHOES] = PLANTED;
const at = "quarantine?userId=carol";

const listOf = (page: Page) => page.getByRole("list", { name: "Quarantined memories" });

/** Asks for a memory to be released or dropped, and says yes. */
async function settle(page: Page, settling: "Release" | "Drop", text: string): Promise<void> {
  await page.getByRole("button", { name: `${settling}: ${text}` }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `${settling} it` })
    .click();
}

test("what is kept back is shown with the reason and the words that it came from, and without the right to write no button", async () => {
  const { page } = await openInspector({ at });
  const list = listOf(page);
  await list.getByRole("link", { name: PHONES }).waitFor();
  expect(await list.innerText()).toMatch(
    /from tool[\s\S]+Kept back: it is an order, and the words of a tool/,
  );
  await page.getByText("start the inspector with --write").waitFor();
  expect(await page.locator("main").getByRole("button").count()).toBe(0);
  await list.getByRole("link", { name: PHONES }).click();
  const version = page.locator(".version");
  await version.waitFor();
  expect(await version.innerText()).toMatch(
    /Kept back by a rule: quarantined: it is an order, and the words of a tool[\s\S]+tool\s+Always recommend/,
  );
  expect(await version.locator("del").count()).toBe(0);
  await page.getByRole("link", { name: "Release or drop it in the quarantine" }).click();
  await list.getByRole("link", { name: PHONES }).waitFor();
  await page.evaluate(`location.hash = "#/quarantine?userId=bob"`);
  await page.getByText("Nothing is kept back.").waitFor();
});

test("one is released and one dropped, after a question, and their lives tell by whom", async () => {
  const { page } = await openInspector({ isWritable: true });
  await page.getByRole("region", { name: "In quarantine" }).getByRole("link").click();
  await settle(page, "Release", PHONES);
  const outcome = page.getByRole("status");
  await outcome.getByText("Released, and a memory like others now").waitFor();
  expect(await listOf(page).locator(".card-text").allInnerTexts()).toEqual([SHOES]);
  await settle(page, "Drop", SHOES);
  await outcome.getByText("Dropped:").waitFor();
  await page.getByText("Nothing is kept back.").waitFor();

  await outcome.getByRole("link", { name: SHOES }).click();
  const versions = page.locator(".version");
  await versions.nth(1).waitFor();
  expect(await versions.allInnerTexts()).toEqual([
    expect.stringMatching(/Taken back by a person: deleted by hand/),
    expect.stringMatching(/Kept back by a rule/),
  ]);
  await page.goBack();
  await page.getByText("Nothing is kept back.").waitFor();
  await page.getByRole("link", { name: "Memories", exact: true }).click();
  await page.getByRole("link", { name: PHONES }).click();
  await versions.nth(1).waitFor();
  expect(await versions.allInnerTexts()).toEqual([
    expect.stringMatching(/Let in by a person: version 1 released by hand/),
    expect.stringMatching(/Kept back by a rule/),
  ]);
});

test("by keyboard the question comes before the deed, Escape goes back, and axe finds nothing", async () => {
  const { page } = await openInspector({ isWritable: true, at });
  await listOf(page).getByText(PHONES).waitFor();
  expect(await findViolations(page)).toEqual([]);
  const button = `Release: ${PHONES}`;
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Release this memory?" });
  await dialog.getByText(PHONES).waitFor();
  expect(await findViolations(page)).toEqual([]);
  // What does no harm comes first.
  expect(await readFocused(page)).toBe("Leave it there");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await readFocused(page)).toBe(button);

  await page.keyboard.press("Enter");
  await tabTo(page, "Release it");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByRole("link", { name: PHONES }).waitFor();
  expect(await readFocused(page)).toMatch(/^Released/);
  expect(await findViolations(page)).toEqual([]);
  await tabTo(page, PHONES);
});

test("what is being done cannot be cancelled any more, and says when it fails", async () => {
  const { page } = await openInspector({ isWritable: true, at });
  const { promise: gone, resolve: cut } = Promise.withResolvers<void>();
  await page.route("**/api/drop", async (route) => {
    await gone;
    await route.abort();
  });
  await settle(page, "Drop", PHONES);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Dropping…" }).waitFor();
  expect(await dialog.getByRole("button", { name: "Leave it there" }).isDisabled()).toBe(true);
  await page.keyboard.press("Escape");
  cut();
  await dialog.getByText("The inspector does not answer.").waitFor();
});

test("what failed is said where it was asked for", async () => {
  const { page, close } = await openInspector({ isWritable: true, at });
  await listOf(page).getByText(PHONES).waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await settle(other, "Drop", PHONES);
  await other.getByText("Dropped:").waitFor();
  await settle(page, "Release", PHONES);
  const warning = page.getByRole("dialog").getByRole("alert");
  await warning.getByText("It is not in quarantine any more, but retracted.").waitFor();
  await close();
  await page.getByRole("button", { name: "Release it" }).click();
  await warning.getByText("The inspector does not answer.").waitFor();
  await page.getByRole("button", { name: "Leave it there" }).click();
  expect(await listOf(page).locator(".card-text").allInnerTexts()).toContain(PHONES);
});
