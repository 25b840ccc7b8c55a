import { writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemory, lexicalEmbedder, localModel } from "@palimpsest/core";
import { expect, onTestFinished, test, vi } from "vitest";
import { type ChatModel, scriptedModel } from "../src/server/scripted-model/scripted-model.ts";
import { useChat } from "./__fixtures__/open-chat.ts";
import { lastAnswer, memoryList, say } from "./__fixtures__/page-actions.ts";

const openChat = useChat();

test("with a memory that cannot be opened the chat goes on, and the page says so", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-chat-"));
  onTestFinished(async () => rm(folder, { recursive: true }));
  const uri = join(folder, "a-file");
  await writeFile(uri, "This is no folder.");
  const memory = createMemory({ uri, model: localModel(), embedder: lexicalEmbedder() });

  const { openTab } = await openChat({ memory });
  const page = await openTab("alice");
  const panel = page.getByRole("complementary");
  await panel.getByText("The memory cannot be reached. The chat goes on without it.").waitFor();
  await say(page, "I live in Berlin.");
  expect(await lastAnswer(page)).toBe("Noted: you live in Berlin.");
  await page.getByText("Answered without memories: they cannot be reached.").waitFor();
  await page.getByText("This could not be remembered.").waitFor();
  expect(log).toHaveBeenCalled();

  // The folder is mended: no restart is needed.
  await rm(uri);
  await panel.getByRole("button", { name: "Try again" }).click();
  await panel.getByText("Nothing yet.", { exact: false }).waitFor();
  await say(page, "I live in Berlin.");
  await memoryList(page).getByText("User lives in Berlin").waitFor();
  log.mockRestore();
});

test("offline, the page says so, keeps what was typed, and sends it when the network is back", async () => {
  const { openTab } = await openChat();
  const page = await openTab("alice");
  await page.getByText("Nothing yet.", { exact: false }).waitFor();
  // A screen reader hears what appears in a region that it knows already.
  const heard = await page.locator(".offline").elementHandle();
  await page.context().setOffline(true);
  await page.getByText("You are offline.", { exact: false }).waitFor();
  expect(await heard?.innerText()).toContain("You are offline.");
  const message = page.getByLabel("Message", { exact: true });
  await message.fill("I live in Berlin.");
  expect(await page.getByRole("button", { name: "Send" }).isDisabled()).toBe(true);
  await page.keyboard.press("Enter");
  expect(await message.inputValue()).toBe("I live in Berlin.");

  await page.context().setOffline(false);
  await page.getByText("You are offline.", { exact: false }).waitFor({ state: "detached" });
  await say(page, await message.inputValue());
  expect(await lastAnswer(page)).toBe("Noted: you live in Berlin.");
});

test("why no answer came is said", async () => {
  const { openTab } = await openChat();
  const page = await openTab("alice");
  await page.getByLabel("Message", { exact: true }).fill("I live in Berlin. ".repeat(60_000));
  await page.keyboard.press("Enter");
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.innerText()).toContain("No answer came. The conversation is too long.");
});

test("an answer that the model fails is not waited for, whatever is said next", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const model = scriptedModel({ wordDelayMs: 5 });
  let isDown = true;
  const chatModel: ChatModel = {
    ...model,
    async doStream(call) {
      if (isDown) throw new Error("The model is down.");
      return model.doStream(call);
    },
  };
  const { openTab } = await openChat({ chatModel });
  const page = await openTab("alice");
  await page.getByLabel("Message", { exact: true }).fill("I live in Berlin.");
  await page.keyboard.press("Enter");
  await page.getByText("No answer came. The model could not answer.").waitFor();
  isDown = false;
  await page.getByLabel("Message", { exact: true }).fill("Where do I live?");
  await page.keyboard.press("Enter");
  await page
    .locator(".from-assistant")
    .nth(1)
    .getByText("Nothing new")
    .or(page.getByText("Learned from it"))
    .first()
    .waitFor();
  expect(await page.getByText("Reading what you said…").count()).toBe(0);
  log.mockRestore();
});

test("an answer that does not come can be asked for again", async () => {
  const { openTab } = await openChat();
  const page = await openTab("alice");
  await page.route("**/api/chat", async (route) => route.abort(), { times: 1 });
  await page.getByLabel("Message", { exact: true }).fill("I live in Berlin.");
  await page.keyboard.press("Enter");
  await page.getByText("No answer came.").waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await memoryList(page).getByText("User lives in Berlin").waitFor();
  expect(await lastAnswer(page)).toBe("Noted: you live in Berlin.");
});
