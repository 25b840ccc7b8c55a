import type { Locator, Page } from "playwright-core";

/** Says something, and waits until it was answered and read. */
export async function say(page: Page, text: string): Promise<void> {
  const notes = page.locator(".memory-notes");
  const before = await notes.count();
  await page.getByLabel("Message", { exact: true }).fill(text);
  await page.keyboard.press("Enter");
  await notes.nth(before).waitFor();
  await page.getByRole("button", { name: "Send" }).waitFor();
  await notes.nth(before).getByText("Reading what you said…").waitFor({ state: "detached" });
}

/** The memories in the panel. */
export function memoryList(page: Page): Locator {
  return page.getByRole("list", { name: "Memories" });
}

/** What was learned from the last answer. */
export function lastLearned(page: Page): Locator {
  return page.getByRole("group", { name: "Learned from it" }).last();
}

/** The text of the last answer. */
export async function lastAnswer(page: Page): Promise<string> {
  return page.locator(".from-assistant .text").last().innerText();
}
