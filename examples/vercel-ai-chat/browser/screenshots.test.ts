import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { useChat } from "./__fixtures__/open-chat.ts";
import { memoryList, say } from "./__fixtures__/page-actions.ts";

const openChat = useChat();
const FOLDER = fileURLToPath(new URL("../screenshots/", import.meta.url));

const SCREENS = [
  ["desktop", { width: 1280, height: 800 }],
  ["phone", { width: 390, height: 844 }],
] as const;

test.each(
  SCREENS.flatMap(([name, viewport]) =>
    (["light", "dark"] as const).map((colorScheme) => [name, colorScheme, viewport] as const),
  ),
)("the %s page is pictured, %s", async (name, colorScheme, viewport) => {
  await mkdir(FOLDER, { recursive: true });
  const { openTab, memory } = await openChat();
  const add = async (text: string, at: string) =>
    memory.add(text, { userId: "alice", at: new Date(at) });
  await add("I live in Berlin and I work as a data engineer at Siemens.", "2026-03-02T18:30:00Z");
  await add("I have a dog named Rex. I'm vegetarian.", "2026-03-09T18:30:00Z");
  const page = await openTab("alice", { colorScheme, viewport, deviceScaleFactor: 2 });
  const isPhone = name === "phone";
  const shoot = async (what: string) => {
    const path = `${FOLDER}${name}-${colorScheme}-${what}.png`;
    const image = await page.screenshot({ path, animations: "disabled" });
    expect(image.length).toBeGreaterThan(10_000);
  };
  const show = async (side: "Chat" | "Memories") => {
    if (isPhone) await page.getByRole("button", { name: side, exact: true }).click();
  };

  await page.locator(".memory-list").waitFor({ state: "attached" });
  await shoot("1-welcome");
  await say(page, "I moved to Amsterdam last week!");
  await say(page, "Can you suggest a restaurant near me for tonight?");
  await page
    .getByText(/^Recalled \d/)
    .last()
    .click();
  await shoot("2-chat");
  await show("Memories");
  const home = memoryList(page).getByRole("listitem").filter({ hasText: "Amsterdam" });
  await home.getByRole("button", { name: "History" }).click();
  await page.getByRole("list", { name: "History, newest first" }).waitFor();
  await shoot("3-memories");
  await page.getByRole("slider").focus();
  await page.keyboard.press("Home");
  await memoryList(page).locator(".over").getByText("User lives in Berlin").waitFor();
  await shoot("4-as-of");
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "Forget me" }).click();
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByRole("heading", { name: "Forgotten" }).waitFor();
  await shoot("5-receipt");
});
