import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { HOSTILE } from "./__fixtures__/fill-memory.ts";
import { findViolations } from "./__fixtures__/find-violations.ts";
import { useInspector } from "./__fixtures__/open-inspector.ts";
import { tabTo } from "./__fixtures__/tab-to.ts";

const openInspector = useInspector();

/** The views of an owner, and what is read there when they are there. */
const VIEWS = {
  memories: "User has a dog named Rex",
  time: "memories hold now",
  search: "Ask as your application would",
  exchanges: "My sister Anna is vegan.",
  quarantine: "Nothing is kept back.",
  decisions: "nothing like it is known",
  figures: "read and",
  erase: "erase",
};

/** Shows a view, and waits until it is there. */
async function show(page: Page, view: keyof typeof VIEWS): Promise<void> {
  await page.evaluate(`location.hash = "#/${view}?userId=alice"`);
  await page.locator(".tabs ~ *").getByText(VIEWS[view]).first().waitFor();
}

const views = Object.keys(VIEWS) as (keyof typeof VIEWS)[];

test("axe finds nothing against any view, light or dark", async () => {
  const { page } = await openInspector({ isWritable: true });
  const expectNothing = async (view: string) =>
    expect([view, await findViolations(page)]).toEqual([view, []]);
  const [table] = await page.getByText("As a table").all();
  await table?.click();
  await expectNothing("overview");
  for (const view of views) {
    await show(page, view);
    if (view === "figures") await page.getByText("As a table").first().click();
    await expectNothing(view);
  }
  await show(page, "memories");
  await page.getByRole("link", { name: "User lives in Amsterdam" }).click();
  await page.getByRole("heading", { name: "Its life, newest first" }).waitFor();
  await expectNothing("memory");
});

test("nothing is wider than a small phone", async () => {
  const { page } = await openInspector({ viewport: { width: 360, height: 640 } });
  const overflow = async () =>
    page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth");
  expect(await overflow()).toBe(0);
  await page.getByText("Figures of everybody").click();
  await page.getByRole("figure", { name: "Tokens" }).waitFor();
  expect(await overflow()).toBe(0);
  for (const view of views) {
    await show(page, view);
    expect([view, await overflow()]).toEqual([view, 0]);
  }
});

test("from a user to a memory's life, and back, with the keyboard alone", async () => {
  const { page } = await openInspector();
  await tabTo(page, "Find a user");
  await page.keyboard.type("ALI");
  await page.getByRole("link", { name: "user bob" }).waitFor({ state: "detached" });
  await tabTo(page, "user alice");
  await page.keyboard.press("Enter");
  await page.getByText("User lives in Amsterdam").waitFor();
  // The focus is where the new view begins, not lost with the link that led here.
  await tabTo(page, "Everybody");
  await tabTo(page, "User lives in Amsterdam");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Its life, newest first" }).waitFor();
  await tabTo(page, "user alice");
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "Memories" }).waitFor();
  expect(page.url()).toMatch(/#\/memories\?userId=alice$/);
});

test("without a token the page says what to do, and shows nothing", async () => {
  const { url, page } = await openInspector();
  await page.evaluate("localStorage.clear()");
  const stranger = await page.context().newPage();
  await stranger.goto(new URL(url).origin);
  await stranger.getByText("Open the address that the inspector printed.").first().waitFor();
  expect(await stranger.locator("main").innerText()).not.toContain("alice");
});

test("the token leaves the address, and the page can be loaded again, in another tab too", async () => {
  const { page } = await openInspector();
  expect(page.url()).not.toContain("token");
  await page.reload();
  await page.getByRole("link", { name: "user alice" }).waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("link", { name: "user alice" }).waitFor();
});

test("the address of an inspector that was started again can be opened in the same tab", async () => {
  const { url, page } = await openInspector();
  await page.evaluate(`localStorage.setItem("palimpsest-token", "of-the-one-before")`);
  await page.reload();
  await page.getByText("Open the address that the inspector printed.").first().waitFor();
  await page.goto(url);
  await page.getByRole("link", { name: "user alice" }).waitFor();
  expect(page.url()).not.toContain("token");
});

test("another site reaches nothing, even when it knows where the inspector is", async () => {
  const { url, page } = await openInspector();
  const { origin, hash } = new URL(url);
  const token = hash.replace("#token=", "");
  await page.route("http://elsewhere.example/", async (route) =>
    route.fulfill({ contentType: "text/html", body: "<p>Elsewhere</p>" }),
  );
  await page.goto("http://elsewhere.example/");
  const read = `fetch("${origin}/api/owners", { headers: { "x-palimpsest-token": "${token}" } })`;
  expect(await page.evaluate(`${read}.then(() => "read", () => "refused")`)).toBe("refused");
  const blind = `fetch("${origin}/api/owners", { mode: "no-cors" }).then((r) => r.text(), () => "refused")`;
  expect(await page.evaluate(blind)).not.toContain("alice");
});

test("whatever stands in a memory and in an id is text, and nothing hides in it", async () => {
  const { page } = await openInspector();
  const errors: string[] = [];
  page.on("dialog", (dialog) => errors.push(dialog.message()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.getByRole("link", { name: "mallory" }).click();
  const card = page.getByRole("list", { name: "Memories" }).getByRole("listitem");
  expect(await card.first().locator(".card-text").innerText()).toBe(
    HOSTILE.replaceAll("\u202E", "U+202E")
      .replaceAll("\u202C", "U+202C")
      .replace("\u200B", "U+200B"),
  );
  expect(await page.locator("main img").count()).toBe(0);
  expect(await page.title()).toBe("mallory ⟨U+202E⟩ecila – Palimpsest");
  await card.getByRole("link").click();
  await page.getByRole("heading", { name: "Its life, newest first" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Its life, newest first" }).waitFor();
  expect(errors).toEqual([]);
});
