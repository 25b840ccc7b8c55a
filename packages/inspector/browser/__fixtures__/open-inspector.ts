import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { type RunningInspector, startInspector } from "../../src/server/start-inspector.ts";
import { fillMemory } from "./fill-memory.ts";
import { openBrowser } from "./open-browser.ts";

/** How an inspector is opened. */
export interface Opening extends BrowserContextOptions {
  /** One of its own, over a copy of the memory, that may erase. Else all tests of a file share one. */
  isWritable?: boolean;
  /** Behind the `#` of the address. Default: the page that it begins with. */
  at?: string;
}

/** Starts a browser and an inspector for the tests of a file, and gives what opens pages of it. */
export function useInspector() {
  let browser: Browser;
  let filled: string;
  let shared: RunningInspector;
  beforeAll(async () => {
    browser = await openBrowser();
    filled = await newFolder();
    await fillMemory(filled);
    shared = await startInspector({ uri: filled });
  });
  afterAll(async () => {
    await browser?.close();
    await shared?.close();
    await rm(filled, { recursive: true, force: true });
  });

  /** An inspector of the memory of a few people, and its page in a profile of its own. */
  return async function openInspector({ isWritable = false, at, ...context }: Opening = {}) {
    const inspector = isWritable ? await openWritable(filled) : shared;
    const { url } = inspector;
    const profile = await browser.newContext({
      locale: "en-GB",
      timezoneId: "Europe/Berlin",
      viewport: { width: 1280, height: 800 },
      ...context,
    });
    onTestFinished(async () => profile.close());
    const page = await profile.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(url);
    await page.getByRole("heading", { level: 1, name: "Whose memories" }).waitFor();
    if (at !== undefined) await page.goto(`${new URL(url).origin}/#/${at}`);
    return { url, page, close: () => inspector.close() };
  };
}

async function openWritable(filled: string): Promise<RunningInspector> {
  const uri = await newFolder();
  onTestFinished(async () => rm(uri, { recursive: true, force: true }));
  await cp(filled, uri, { recursive: true, filter: (path) => !path.includes("_maintenance") });
  const inspector = await startInspector({ uri, isWritable: true });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await inspector.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { url: inspector.url, close };
}

async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "palimpsest-inspector-"));
}
