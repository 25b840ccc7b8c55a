import { expect, test } from "vitest";
import { useChat } from "./__fixtures__/open-chat.ts";
import { lastAnswer, lastLearned, memoryList, say } from "./__fixtures__/page-actions.ts";

const openChat = useChat();

test("two users in two tabs never see each other's facts", async () => {
  const { openTab } = await openChat();
  const [alice, bob] = [await openTab("alice"), await openTab("bob")];
  await Promise.all([say(alice, "I live in Berlin."), say(bob, "I live in Lisbon.")]);
  await memoryList(alice).getByText("User lives in Berlin").waitFor();
  await memoryList(bob).getByText("User lives in Lisbon").waitFor();

  await Promise.all([say(alice, "Where do I live?"), say(bob, "Where do I live?")]);
  expect(await lastAnswer(alice)).toBe("From what I remember, you live in Berlin.");
  expect(await lastAnswer(bob)).toBe("From what I remember, you live in Lisbon.");
  expect(await alice.locator("body").innerText()).not.toContain("Lisbon");
  expect(await bob.locator("body").innerText()).not.toContain("Berlin");

  // The same tab, handed over: nothing of Alice's stays on the screen.
  await alice.getByRole("button", { name: "bob", exact: true }).click();
  await memoryList(alice).getByText("User lives in Lisbon").waitFor();
  expect(await alice.locator("body").innerText()).not.toContain("User lives in Berlin");
  expect(new URL(alice.url()).searchParams.get("user")).toBe("bob");
  await alice.goBack();
  await memoryList(alice).getByText("User lives in Berlin").waitFor();
});

test("a contradiction is seen struck through under the new fact", async () => {
  const { openTab } = await openChat();
  const page = await openTab("alice");
  await say(page, "I live in Berlin.");
  await say(page, "I moved to Amsterdam.");
  const learned = lastLearned(page);
  expect(await learned.getByText("Replaced").count()).toBe(1);
  expect(await learned.locator(".over").innerText()).toBe("User lives in Amsterdam");
  expect(await learned.locator("del").innerText()).toBe("User lives in Berlin");

  const card = memoryList(page).getByRole("listitem");
  await card.getByText("User lives in Amsterdam").waitFor();
  expect(await card.count()).toBe(1);
  expect(await card.locator("del").innerText()).toBe("User lives in Berlin");

  await learned.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Learned, and taken back").waitFor();
  expect(await learned.locator(".over").innerText()).toBe("User lives in Berlin");
  expect(await learned.locator("del").innerText()).toBe("User lives in Amsterdam");
  await memoryList(page).locator(".over").getByText("User lives in Berlin").waitFor();
});

test("an answer says what was recalled for it", async () => {
  const { openTab } = await openChat();
  const page = await openTab("alice");
  await say(page, "I live in Berlin.");
  await page.getByRole("button", { name: "New conversation" }).click();
  await page.getByRole("heading", { name: "What should I remember, alice?" }).waitFor();
  await say(page, "Where do I live?");
  await page.getByText("Recalled 1 memory for this answer").click();
  expect(await page.locator(".recalled li").innerText()).toMatch(
    /User lives in Berlin\s+[01]\.\d\d/,
  );
  await page.getByText("Nothing new to remember.").waitFor();
});

test("a tab that is closed in the middle of an answer loses nothing", async () => {
  const { openTab } = await openChat({ wordDelayMs: 60 });
  const page = await openTab("alice");
  await page.getByLabel("Message", { exact: true }).fill("I live in Berlin with my two old cats.");
  await page.keyboard.press("Enter");
  await page.locator(".text.is-streaming").getByText("Noted").waitFor();
  await page.close();
  const later = await openTab("alice");
  await memoryList(later).waitFor();
  expect(await memoryList(later).innerText()).toContain("Berlin");
});

test("to stop an answer sends nothing of what is being typed", async () => {
  const { openTab } = await openChat();
  const page = await openTab("alice");
  const sent: (string | null)[] = [];
  await page.route("**/api/chat", (route) => void sent.push(route.request().postData()));
  const message = page.getByLabel("Message", { exact: true });
  await message.fill("I live in Berlin.");
  await page.getByRole("button", { name: "Send" }).dblclick();
  const stop = page.getByRole("button", { name: "Stop" });
  await message.fill("Where do I");
  await stop.click();
  await page.getByRole("button", { name: "Send" }).waitFor();
  expect(await message.inputValue()).toBe("Where do I");
  expect(sent).toEqual([expect.stringContaining("I live in Berlin.")]);
});

test("no conversation is shared by two users, not even on the way back to the first", async () => {
  const { openTab } = await openChat();
  const page = await openTab("alice");
  const sessions: string[] = [];
  page.on("request", (request) => {
    if (!request.url().endsWith("/api/chat")) return;
    sessions.push((request.postDataJSON() as { sessionId: string }).sessionId);
  });
  await say(page, "Where do I live?");
  await page.getByRole("button", { name: "bob", exact: true }).click();
  await page.getByRole("heading", { name: "What should I remember, bob?" }).waitFor();
  await say(page, "Where do I live?");
  await page.goBack();
  await page.getByRole("heading", { name: "What should I remember, alice?" }).waitFor();
  await say(page, "Where do I live?");
  expect(new Set(sessions).size).toBe(3);
});

test("who talks already and is chosen again goes on talking", async () => {
  const { openTab } = await openChat();
  const page = await openTab("alice");
  await say(page, "I live in Berlin.");
  await page.getByRole("button", { name: "alice", exact: true }).click();
  await say(page, "Where do I live?");
  expect(await page.locator(".from-user").allInnerTexts()).toEqual([
    expect.stringContaining("I live in Berlin."),
    expect.stringContaining("Where do I live?"),
  ]);
});

test("an answer can be stopped, and the page takes the next message", async () => {
  const { openTab } = await openChat({ wordDelayMs: 40 });
  const page = await openTab("alice");
  const message = page.getByLabel("Message", { exact: true });
  await message.fill(`I live in Berlin. I like ${"very ".repeat(300)}long walks.`);
  await page.keyboard.press("Enter");
  await page.locator(".text.is-streaming").getByText("Noted").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Send" }).waitFor();
  expect((await lastAnswer(page)).length).toBeLessThan(1_000);
  await memoryList(page).getByText("User lives in Berlin").waitFor();
  await say(page, "Where do I live?");
  expect(await lastAnswer(page)).toContain("you live in Berlin");
});
