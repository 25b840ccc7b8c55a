import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { startInspector } from "../../src/server/start-inspector.ts";
import { fillMemory } from "./fill-memory.ts";
import { openBrowser } from "./open-browser.ts";

/** How an inspector is opened. */
export interface Opening extends BrowserContextOptions {
  isWritable?: boolean;
  /** Behind the `#` of the address. Default: the page that it begins with. */
  at?: string;
}

/** Starts a browser for the tests of a file, and gives what opens an inspector in it. */
export function useInspector() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser?.close());

  /** An inspector of the memory of a few people, and its page in a profile of its own. */
  return async function openInspector({ isWritable = false, at, ...context }: Opening = {}) {
    const uri = await mkdtemp(join(tmpdir(), "palimpsest-inspector-"));
    onTestFinished(async () => rm(uri, { recursive: true, force: true }));
    await fillMemory(uri);
    const inspector = await startInspector({ uri, isWritable });
    onTestFinished(async () => inspector.close());
    const profile = await browser.newContext({
      locale: "en-GB",
      timezoneId: "Europe/Berlin",
      viewport: { width: 1280, height: 800 },
      ...context,
    });
    onTestFinished(async () => profile.close());
    const page = await profile.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(inspector.url);
    await page.getByRole("heading", { level: 1, name: "Whose memories" }).waitFor();
    if (at !== undefined) await page.goto(`${new URL(inspector.url).origin}/#/${at}`);
    return { uri, inspector, page };
  };
}
