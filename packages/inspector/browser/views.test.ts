import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useInspector } from "./__fixtures__/open-inspector.ts";

const openInspector = useInspector();

/** The rows of the table behind a figure. */
async function readTable(page: Page, name: string): Promise<string[]> {
  const figure = page.getByRole("figure", { name });
  await figure.getByText("As a table").click();
  return figure.getByRole("row").allInnerTexts();
}

/** The texts of a list of memories. */
async function textsOf(page: Page, list: string): Promise<string[]> {
  return page.getByRole("list", { name: list }).locator(".card-text").allInnerTexts();
}

test("users are found by their ids and their sessions'", async () => {
  const { page } = await openInspector();
  const owners = page.getByRole("list", { name: "Whose memories" });
  await owners.getByText("alice").first().waitFor();
  expect(await owners.locator(".owner-row .owner-id").allInnerTexts()).toEqual([
    "user alice",
    "user bob",
    "user carol",
    "user mallory U+202Eecila",
    "agent concierge",
  ]);
  await page.getByLabel("Find a user").fill("new job");
  await owners.getByText("bob").waitFor({ state: "detached" });
  await owners.getByRole("link", { name: "session a new job" }).click();
  await page.getByRole("heading", { level: 1, name: "user alice session a new job" }).waitFor();
  await page.getByRole("link", { name: "Everybody" }).click();
  await page.getByLabel("Find a user").fill("nobody of that name");
  await page.getByText("Nobody is called like that.").waitFor();
});

test("memories are filtered, the filters stand in the address, and past ones are struck through", async () => {
  const { page } = await openInspector({ at: "memories?userId=alice" });
  await page.getByText("User lives in Amsterdam").waitFor();
  expect(await textsOf(page, "Memories")).not.toContain("User lives in Berlin");
  await page.getByLabel("Pinned").check();
  await page.getByText("User lives in Amsterdam").waitFor({ state: "detached" });
  expect(await textsOf(page, "Memories")).toEqual(["Alice is to be called Al."]);
  await page.getByLabel("Pinned").uncheck();
  await page.getByLabel("Past ones too").check();
  await page.getByLabel("Contains").fill("lives in");
  await page.getByText("User lives in Berlin").waitFor();
  await page.getByText("User has a dog named Rex").waitFor({ state: "detached" });
  expect((await textsOf(page, "Memories")).toSorted()).toEqual([
    "User lives in Amsterdam",
    "User lives in Berlin",
  ]);
  expect(await page.locator(".card-text del").allInnerTexts()).toEqual(["User lives in Berlin"]);
  await page.reload();
  await page.getByText("User lives in Berlin").waitFor();
  await page.getByLabel("Kind").selectOption("event");
  await page.getByText("No memory is like that.").waitFor();
});

test("a memory's life tells its texts, both times, why, by whom, and what was said", async () => {
  const { page } = await openInspector({ at: "memories?userId=alice" });
  await page.getByRole("link", { name: "User lives in Amsterdam" }).click();
  const versions = page.locator(".version");
  await versions.nth(1).waitFor();
  const [newest = "", oldest = ""] = await versions.allInnerTexts();
  expect(newest).toMatch(
    /User lives in Amsterdam\s+Written over the one before by a model \(small-model\): lives in one place at a time/,
  );
  expect(newest).toMatch(/True\s+since 2 Apr 2026, 12:00\s+Known\s+since 2 Apr 2026, 12:00/);
  expect(newest).toContain("I moved to Amsterdam.");
  expect(oldest).toMatch(/True\s+2 Mar 2026, 11:00 to 2 Apr 2026, 12:00/);
  expect(oldest).toContain("I live in Berlin. I am a nurse and I have a dog named Rex.");
  expect(await page.locator(".version-text del").allInnerTexts()).toEqual(["User lives in Berlin"]);
});

test("a search shows its signals as bars and numbers", async () => {
  const { page } = await openInspector({ at: "search?userId=alice" });
  await page.getByLabel("Ask as your application would").fill("Where does she live?");
  await page.getByRole("button", { name: "Search" }).click();
  const first = page.getByRole("list", { name: "Found memories" }).getByRole("listitem").first();
  await first.waitFor();
  expect(await first.innerText()).toMatch(
    /User lives in Amsterdam[\s\S]+score\s+0\.\d\d\s+similarity\s+0\.\d\d\s+words\s+\d\.\d\d/,
  );
  // A screen reader hears that the answer is there, and the next one.
  const heard = await page.getByRole("status").elementHandle();
  expect(await heard?.innerText()).toMatch(/^\d+ memories found\.$/);
  await page.getByLabel("Ask as your application would").fill("quantum chromodynamics");
  await page.keyboard.press("Enter");
  await page.getByText("No memory is relevant to that.").waitFor();
  expect(await heard?.innerText()).toBe("0 memories found.");
});

test("a search that failed is made again with the same words", async () => {
  const { page } = await openInspector({ at: "search?userId=alice" });
  await page.route("**/api/search?*", async (route) => route.abort(), { times: 1 });
  await page.getByLabel("Ask as your application would").fill("Where does she live?");
  await page.keyboard.press("Enter");
  await page.getByText("The inspector does not answer.").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "Found memories" }).waitFor();
  expect(await textsOf(page, "Found memories")).toContain("User lives in Amsterdam");
});

test("the sliders go back to what was true, and to what was known", async () => {
  const { page } = await openInspector({ at: "time?userId=alice" });
  const asOf = page.getByRole("slider", { name: "True as of" });
  const knownAt = page.getByRole("slider", { name: "By what was known" });
  await page.getByText("User lives in Amsterdam").waitFor();
  expect(await asOf.getAttribute("aria-valuetext")).toBe("now");

  await asOf.focus();
  await page.keyboard.press("Home");
  await page.getByText("User lives in Berlin").waitFor();
  expect(await asOf.getAttribute("aria-valuetext")).toBe("2 Mar 2026, 11:00");
  expect(await textsOf(page, "Memories of that time")).not.toContain("User lives in Amsterdam");
  await page.getByText("4 memories held then.").waitFor();

  await page.keyboard.press("End");
  await page.getByText("User lives in Amsterdam").waitFor();
  await knownAt.focus();
  await page.keyboard.press("Home");
  await page.getByText("User lives in Berlin").waitFor();
  expect(await textsOf(page, "Memories of that time")).not.toContain("User works as a midwife");
});

test("exchanges are shown word for word, and those that wait with the reason", async () => {
  const { page } = await openInspector({ at: "exchanges?userId=alice" });
  const list = page.getByRole("list", { name: "Exchanges" });
  await list.getByText("My sister Anna is vegan.").waitFor();
  const [first] = await page.getByRole("list", { name: "What came of it" }).all();
  expect(await first?.getByRole("link").allInnerTexts()).toContain("User has a dog named Rex");
  expect(await first?.locator("del").allInnerTexts()).toContain("User lives in Berlin");
  await page.getByRole("link", { name: "Waiting" }).click();
  await list.getByText("My sister Anna is vegan.").waitFor({ state: "detached" });
  expect(await list.locator("> li").allInnerTexts()).toEqual([
    expect.stringMatching(
      /I adopted a second dog, Luna\.[\s\S]+waiting after 1 attempt[\s\S]+The model is down/,
    ),
  ]);
  await page.getByRole("link", { name: "Given up" }).click();
  await page.getByText("There is none.").waitFor();
});

test("decisions tell what was passed over, too", async () => {
  const { page } = await openInspector({ at: "decisions?userId=alice" });
  const list = page.getByRole("list", { name: "Decisions, newest first" });
  await list.waitFor();
  await page.getByLabel("What was decided").selectOption("NOOP");
  await list.getByText("User has a dog named Rex").waitFor({ state: "detached" });
  expect(await list.getByRole("listitem").allInnerTexts()).toEqual([
    expect.stringMatching(/NOOP User lives in Amsterdam\s+it is known in the same words/),
  ]);
  await list.getByRole("link", { name: "the memory it is about" }).click();
  await page.getByRole("heading", { level: 1, name: "User lives in Amsterdam" }).waitFor();
});

test("figures can be read as tables", async () => {
  const { page } = await openInspector({ at: "figures?userId=alice" });
  const table = async (name: string) => readTable(page, name);
  expect(await table("Decisions by kind")).toEqual([
    "Decision\tTimes",
    "ADD\t9",
    "UPDATE\t0",
    "DELETE\t3",
    "NOOP\t1",
    "REJECTED\t0",
  ]);
  expect((await table("Memories over time")).at(-1)).toMatch(/30 May 2026.*\t9$/);
  expect((await table("Tokens")).length).toBeGreaterThan(5);
});

test("the first page has the figures of everybody, on a phone when they are asked for", async () => {
  const { page } = await openInspector();
  expect(await readTable(page, "Decisions by kind")).toEqual([
    "Decision\tTimes",
    "ADD\t13",
    "UPDATE\t0",
    "DELETE\t3",
    "NOOP\t1",
    "REJECTED\t2",
  ]);
  expect((await readTable(page, "Memories over time")).at(-1)).toMatch(/30 May 2026.*\t13$/);
  expect((await readTable(page, "Tokens")).at(-1)).toMatch(/^2026-05-30\t\d+\t\d+$/);
  await page.locator(".tiles div", { hasText: "in quarantine" }).getByText("2").waitFor();
  await page.locator(".tiles div", { hasText: "waiting" }).getByText("1").waitFor();
  const quarantined = page.getByRole("region", { name: "In quarantine" });
  expect(await quarantined.getByRole("listitem").allInnerTexts()).toEqual([
    expect.stringMatching(/^user carol\s+2$/),
  ]);

  await page.setViewportSize({ width: 390, height: 844 });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  await page.getByRole("link", { name: "user alice" }).waitFor();
  expect(await page.getByRole("figure").count()).toBe(0);
  expect(asked.filter((url) => url.includes("figures"))).toEqual([]);
  await page.getByText("Figures of everybody").click();
  await page.getByRole("figure", { name: "Tokens" }).waitFor();
});

test("who is to be erased is typed, and the receipt says what went", async () => {
  const { page } = await openInspector({ isWritable: true, at: "erase?userId=alice" });
  const button = page.getByRole("button", { name: "Erase everything" });
  await page.getByLabel("Type alice to confirm").fill("Alice");
  expect(await button.isDisabled()).toBe(true);
  await page.getByLabel("Type alice to confirm").fill("alice");
  await button.click();
  const receipt = page.getByRole("region", { name: "Erased" });
  expect(await receipt.innerText()).toMatch(
    /versions\s+12[\s\S]+SHA-256 of the erased ids\s+[0-9a-f]{64}/,
  );
  await page.getByRole("link", { name: "Everybody" }).click();
  await page.getByText("bob").waitFor();
  expect(await page.locator("main").innerText()).not.toContain("alice");
  await page.locator(".tiles div", { hasText: "waiting" }).getByText("0").waitFor();
});

test("without the right to write nothing can be erased", async () => {
  const { page } = await openInspector({ at: "erase?userId=alice" });
  await page.getByText("Nothing can be changed from here.").waitFor();
  expect(await page.getByRole("button", { name: "Erase everything" }).count()).toBe(0);
});

test("when the inspector has ended the page says so", async () => {
  const { page, close } = await openInspector({ isWritable: true });
  const link = page.getByRole("link", { name: "user alice" });
  await link.waitFor();
  await close();
  await link.click();
  await page.getByText("The inspector does not answer. Is it still running?").first().waitFor();
  expect(await page.locator("main").innerText()).not.toContain("Rex");
});
