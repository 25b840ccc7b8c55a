import type { Memory } from "@palimpsest/core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { openServer } from "../../src/server/__fixtures__/open-server.ts";
import { type ChatModel, scriptedModel } from "../../src/server/scripted-model/scripted-model.ts";
import { openBrowser } from "./open-browser.ts";

/** Starts a browser for the tests of a file, and gives what opens a chat in it. */
export function useChat() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser?.close());

  /** A server, and tabs that show its page, each in a profile of its own. */
  return async function openChat({
    wordDelayMs = 5,
    chatModel = scriptedModel({ wordDelayMs }),
    ...options
  }: { memory?: Memory; chatModel?: ChatModel; wordDelayMs?: number } = {}) {
    const opened = await openServer({ ...options, chatModel });
    async function openTab(userId: string, context: BrowserContextOptions = {}): Promise<Page> {
      const profile = await browser.newContext({
        locale: "en-GB",
        viewport: { width: 1280, height: 800 },
        ...context,
      });
      onTestFinished(async () => profile.close());
      const page = await profile.newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(`${opened.url}/?${new URLSearchParams({ user: userId }).toString()}`);
      // Mounted a moment after the page has loaded: what is typed before that is lost.
      await page.getByRole("heading", { level: 1 }).waitFor();
      return page;
    }
    return { ...opened, openTab };
  };
}
