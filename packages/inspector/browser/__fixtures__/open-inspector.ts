import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemory, lexicalEmbedder, localModel, type Memory } from "@palimpsest/core";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { startInspector } from "../../src/server/start-inspector.ts";
import { openBrowser } from "./open-browser.ts";

/** Starts a browser for the tests of a file, and gives what opens an inspector in it. */
export function useInspector() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser?.close());

  /** An inspector of a memory that `fill` filled, and its page in a profile of its own. */
  return async function openInspector(
    fill: (memory: Memory) => Promise<unknown>,
    { isWritable = false, ...context }: { isWritable?: boolean } & BrowserContextOptions = {},
  ) {
    const uri = await mkdtemp(join(tmpdir(), "palimpsest-inspector-"));
    onTestFinished(async () => rm(uri, { recursive: true, force: true }));
    {
      await using memory = createMemory({ uri, model: localModel(), embedder: lexicalEmbedder() });
      await fill(memory);
    }
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
    return { uri, inspector, page };
  };
}
