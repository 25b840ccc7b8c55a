import type { Page } from "playwright-core";

const MOST_PRESSES = 60;

/** Presses Tab until what has the focus is called like this, or begins so. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    await page.keyboard.press("Tab");
    if ((await readFocused(page)).startsWith(name)) return;
  }
  throw new Error(`The focus never reached "${name}".`);
}

/** What has the focus is called. */
export async function readFocused(page: Page): Promise<string> {
  return page.evaluate<string>(
    `(({ ariaLabel, labels, textContent }) => ariaLabel ?? labels?.[0]?.textContent ?? textContent ?? "")(document.activeElement).trim()`,
  );
}
