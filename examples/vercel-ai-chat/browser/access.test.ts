import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useChat } from "./__fixtures__/open-chat.ts";
import { memoryList, say } from "./__fixtures__/page-actions.ts";

const openChat = useChat();

/** What axe has against a page, as lines that can be read in a failure. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary }) => [impact, id, target, failureSummary].join(" | "))))`,
  );
}

/** Presses Tab until what has the focus is called this. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate<string>(
      `(document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "").trim()`,
    );
    if (focused.startsWith(name)) return;
  }
  throw new Error(`The focus never reached "${name}".`);
}

test("everything can be done with the keyboard alone", async () => {
  const { openTab, memory } = await openChat();
  const page = await openTab("alice");
  const type = async (text: string) => page.keyboard.type(text);

  // The message field has the focus from the start, and keeps it.
  await type("I live in Berlin.");
  await page.keyboard.press("Enter");
  await memoryList(page).getByText("User lives in Berlin").waitFor();
  await page.getByRole("button", { name: "Send" }).waitFor();
  await type("I moved to Amsterdam.");
  await page.keyboard.press("Enter");
  await memoryList(page).getByText("User lives in Amsterdam").waitFor();

  await tabTo(page, "Edit");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+A");
  await type("User lives in Utrecht");
  await page.keyboard.press("Escape");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Edit");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+A");
  await type("User lives in Haarlem");
  await tabTo(page, "Save");
  await page.keyboard.press("Enter");
  await memoryList(page).getByText("User lives in Haarlem").waitFor();

  await tabTo(page, "History");
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "History, newest first" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "History, newest first" }).waitFor({ state: "detached" });

  await tabTo(page, "Forget me");
  await page.keyboard.press("Enter");
  await tabTo(page, "Erase everything");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Forgotten" }).waitFor();
  await page.keyboard.press("Escape");
  expect(await memory.count({ userId: "alice", include: "subtree" })).toBe(0);
});

test("a screen reader hears that an answer is coming, and then the answer once", async () => {
  const { openTab } = await openChat({ wordDelayMs: 60 });
  const page = await openTab("alice");
  const spoken = page.locator("[aria-live=polite]");
  await page.getByLabel("Message", { exact: true }).fill("I live in Berlin.");
  await page.keyboard.press("Enter");
  await spoken.getByText("The answer is being written.").waitFor({ state: "attached" });
  await spoken.getByText("Noted:").waitFor({ state: "attached" });
  expect(await spoken.textContent()).toBe("Noted: you live in Berlin.");
});

test.each(["light", "dark"] as const)(
  "axe finds nothing against the %s page",
  async (colorScheme) => {
    const { openTab } = await openChat();
    const page = await openTab("alice", { colorScheme, reducedMotion: "reduce" });
    expect(await violations(page)).toEqual([]);
    await say(page, "I live in Berlin.");
    await say(page, "I moved to Amsterdam.");
    await say(page, "Where do I live?");
    await page.getByText("Recalled 1 memory for this answer").last().click();
    await memoryList(page).getByRole("button", { name: "History" }).click();
    await page.getByRole("list", { name: "History, newest first" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await memoryList(page).getByRole("button", { name: "Edit" }).click();
    await page.getByRole("button", { name: "Someone else" }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Forget me" }).click();
    expect(await violations(page)).toEqual([]);
  },
);

const PHONE = { viewport: { width: 360, height: 640 } };

/** By how much something is wider than the place that it has. */
async function overflow(page: Page, selector = "html"): Promise<number> {
  return page.evaluate<number>(
    `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector("${selector}"))`,
  );
}

test("nothing is wider than a small phone, whatever was said", async () => {
  const { openTab, memory } = await openChat();
  const page = await openTab("alice", PHONE);
  expect(await overflow(page)).toBe(0);
  const word = `https://example.org/${"longword".repeat(20)}`;
  await memory.put(`User reads ${word} every day`, { userId: "alice" });
  await say(page, `What do I read every day? ${word}`);
  await page.getByText("Recalled 1 memory for this answer").click();
  expect([await overflow(page), await overflow(page, ".messages")]).toEqual([0, 0]);
  await page.getByRole("button", { name: "Memories", exact: true }).click();
  await memoryList(page).getByRole("button", { name: "History" }).click();
  await page.getByRole("list", { name: "History, newest first" }).waitFor();
  expect([await overflow(page), await overflow(page, ".memories-body")]).toEqual([0, 0]);
  expect(await page.getByLabel("Message", { exact: true }).isVisible()).toBe(false);
});

test("on a small phone there is room for somebody else, by whatever name", async () => {
  const { openTab } = await openChat();
  const page = await openTab("n".repeat(150), PHONE);
  expect(await overflow(page)).toBe(0);
  await page.getByRole("button", { name: "Someone else" }).click();
  const popup = page.locator(".other-user");
  const { x = -1, width = 0 } = (await popup.boundingBox()) ?? {};
  expect(x).toBeGreaterThan(0);
  expect(x + width).toBeLessThan(360);
  // A click beside the field is no farewell.
  await popup.click({ position: { x: 4, y: 4 } });
  expect(await popup.count()).toBe(1);
  await page.keyboard.press("Escape");
  expect(await popup.count()).toBe(0);
  await page.getByRole("button", { name: "Memories", exact: true }).click();
  await page.getByRole("button", { name: "Forget me" }).click();
  expect(await overflow(page, "dialog")).toBe(0);
});
