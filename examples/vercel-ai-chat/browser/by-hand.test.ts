import { expect, test } from "vitest";
import { useChat } from "./__fixtures__/open-chat.ts";
import { memoryList, say } from "./__fixtures__/page-actions.ts";

const openChat = useChat();
const march = new Date("2026-03-02T12:00:00Z");
const april = new Date("2026-04-02T12:00:00Z");

async function openMoved() {
  const chat = await openChat();
  await chat.memory.add("I live in Berlin.", { userId: "alice", at: march });
  await chat.memory.add("I have a dog named Rex.", { userId: "alice", at: march });
  await chat.memory.add("I moved to Amsterdam.", { userId: "alice", at: april });
  const page = await chat.openTab("alice");
  const memories = memoryList(page);
  const home = memories.getByRole("listitem").filter({ hasText: "Amsterdam" });
  await home.waitFor();
  return { ...chat, page, memories, home };
}

test("a memory is edited, deleted, and both are undone", async () => {
  const { page, memories, home } = await openMoved();
  // A screen reader hears what appears in a region that it knows already.
  const heard = await page.locator(".edit-status").elementHandle();
  await home.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Text of this memory").fill("User lives in Haarlem");
  await page.getByRole("button", { name: "Save" }).click();
  const edited = memories.getByRole("listitem").filter({ hasText: "User lives in Amsterdam" });
  await edited.locator(".over").getByText("User lives in Haarlem").waitFor();
  expect(await edited.locator("del").allInnerTexts()).toEqual([
    "User lives in Amsterdam",
    "User lives in Berlin",
  ]);
  await page.getByText("Changed “User lives in Amsterdam”").waitFor();
  expect(await heard?.innerText()).toContain("Changed “User lives in Amsterdam”");
  await page.getByRole("button", { name: "Undo" }).click();
  await home.locator(".over").getByText("User lives in Amsterdam").waitFor();

  await home.getByRole("button", { name: "Delete" }).click();
  await home.waitFor({ state: "detached" });
  const undo = page.getByRole("button", { name: "Undo" });
  await undo.and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await home.locator(".over").getByText("User lives in Amsterdam").waitFor();
});

test("a change that is asked for twice at once is made once", async () => {
  const { page, home } = await openMoved();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PATCH") asked.push(request.url());
  });
  await home.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Text of this memory").fill("User lives in Haarlem");
  await page.getByRole("button", { name: "Save" }).dblclick();
  await page.getByText("Changed “User lives in Amsterdam”").waitFor();
  expect(asked).toHaveLength(1);
});

test("another tab of the same user sees at once what was changed by hand", async () => {
  const { page, home, openTab } = await openMoved();
  const other = await openTab("alice");
  await memoryList(other).getByText("User lives in Amsterdam").waitFor();
  await home.getByRole("button", { name: "Delete" }).click();
  await memoryList(other).getByText("User lives in Amsterdam").waitFor({ state: "detached" });
  expect(await memoryList(other).innerText()).toContain("Rex");
  expect(await page.locator(".edit-bar").innerText()).toContain(
    "Deleted “User lives in Amsterdam”",
  );
});

test("the slider goes back to what held before", async () => {
  const { page, memories } = await openMoved();
  const slider = page.getByRole("slider", { name: "As of" });
  expect(await slider.getAttribute("aria-valuetext")).toBe("now");
  await slider.focus();
  await page.keyboard.press("Home");
  await memories.locator(".over").getByText("User lives in Berlin").waitFor();
  expect(await slider.getAttribute("aria-valuetext")).toContain("2 Mar 2026");
  expect(await memories.innerText()).not.toContain("Amsterdam");
  expect(await memories.getByRole("button", { name: "Edit" }).count()).toBe(0);
  await page.keyboard.press("End");
  await memories.getByText("User lives in Amsterdam").waitFor();
});

test("who looks back while everything is forgotten elsewhere is shown what is now", async () => {
  const { page, memories, openTab } = await openMoved();
  await page.getByRole("slider", { name: "As of" }).focus();
  await page.keyboard.press("Home");
  await memories.getByText("User lives in Berlin").waitFor();
  const other = await openTab("alice");
  await other.getByRole("button", { name: "Forget me" }).click();
  await other.getByRole("button", { name: "Erase everything" }).click();
  await page.getByText("Nothing yet.", { exact: false }).waitFor();
  await say(page, "I live in Lisbon.");
  await memories.getByText("User lives in Lisbon").waitFor();
  expect(await memories.getByRole("button", { name: "Edit" }).count()).toBe(1);
});

test("the history of a memory tells both times, and the reason", async () => {
  const { page, home } = await openMoved();
  await home.getByRole("button", { name: "History" }).click();
  const versions = page.getByRole("list", { name: "History, newest first" }).getByRole("listitem");
  await versions.nth(1).waitFor();
  const texts = await versions.allInnerTexts();
  expect(texts).toHaveLength(2);
  expect(texts[0]).toMatch(
    /Amsterdam[\s\S]+by a model: [\s\S]+True\s+since 2 Apr 2026[\s\S]+Known\s+since/,
  );
  expect(await versions.getByRole("button", { name: "Undo this step" }).count()).toBe(1);
  expect(texts[1]).toMatch(/Berlin[\s\S]+True\s+2 Mar 2026, .* to 2 Apr 2026/);
});

test("the last step of a history is taken back where it is shown", async () => {
  const { page, memories, home } = await openMoved();
  await home.getByRole("button", { name: "History" }).click();
  await home.getByRole("button", { name: "Undo this step" }).click();
  await memories.locator(".over").getByText("User lives in Berlin").waitFor();
  expect(await memories.innerText()).not.toContain("Amsterdam");
  const title = page.getByRole("heading", { name: "Remembered about alice" });
  await title.and(page.locator(":focus")).waitFor();
});

test("who asks for it is forgotten, with a receipt, and nothing is left", async () => {
  const { page, memory, memories } = await openMoved();
  await say(page, "I like green tea.");
  await page.getByRole("button", { name: "Forget me" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await memory.count({ userId: "alice" })).toBeGreaterThan(0);

  await page.getByRole("button", { name: "Forget me" }).click();
  await dialog.getByRole("button", { name: "Erase everything" }).click();
  await dialog.getByRole("heading", { name: "Forgotten" }).waitFor();
  expect(await dialog.innerText()).toMatch(/SHA-256 of the erased ids: [0-9a-f]{64}/);
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.getByText("Nothing yet.", { exact: false }).waitFor();
  expect(await memories.count()).toBe(0);
  expect(await page.locator("body").innerText()).not.toContain("green tea");
  const left = await memory.list({ userId: "alice", include: ["subtree", "superseded"] });
  expect(left.results).toEqual([]);
  await page.reload();
  await page.getByText("Nothing yet.", { exact: false }).waitFor();
});

test("an erasure that is under way cannot be cancelled, and one that failed is not told of twice", async () => {
  const { page } = await openMoved();
  const { promise: asked, resolve: answer } = Promise.withResolvers<void>();
  let times = 0;
  await page.route("**/api/forget*", async (route) => {
    times += 1;
    if (times === 1) return route.abort();
    await asked;
    return route.continue();
  });
  const dialog = page.getByRole("dialog");
  const erase = async () => dialog.getByRole("button", { name: "Erase everything" }).click();
  await page.getByRole("button", { name: "Forget me" }).click();
  await erase();
  await dialog.getByText("The server cannot be reached.").waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await page.getByRole("button", { name: "Forget me" }).click();
  expect(await dialog.getByRole("alert").count()).toBe(0);
  await erase();
  await dialog.getByRole("button", { name: "Erasing…" }).waitFor();
  expect(await dialog.getByRole("button", { name: "Cancel" }).isDisabled()).toBe(true);
  await page.keyboard.press("Escape");
  answer();
  await dialog.getByRole("heading", { name: "Forgotten" }).waitFor();
});

test("anybody can be named, whatever stands in the name", async () => {
  const { page } = await openMoved();
  const name = `"><i>*%2F..&user=alice`;
  await page.getByRole("button", { name: "Someone else" }).click();
  await page.getByLabel("Name or id").fill(name);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: `Remembered about ${name}` }).waitFor();
  await say(page, "I live in Lisbon.");
  await memoryList(page).getByText("User lives in Lisbon").waitFor();
  await page.reload();
  await memoryList(page).getByText("User lives in Lisbon").waitFor();
  expect(await memoryList(page).getByRole("listitem").count()).toBe(1);
});
