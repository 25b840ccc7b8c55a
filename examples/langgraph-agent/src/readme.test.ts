import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { newFolder, startChat } from "./__fixtures__/start-chat.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const README = read("../README.md");

test("the session in the README is what the program prints", async () => {
  const uri = await newFolder();
  const sessions = Array.from(
    README.matchAll(/^```text\n([\s\S]*?)\n```$/gm),
    ([, text = ""]) => text,
  );
  expect(sessions).toHaveLength(2);
  for (const session of sessions) {
    const chat = startChat(uri);
    for (const [, line = ""] of session.matchAll(/^> (.*)$/gm)) chat.say(line);
    await chat.until(session.slice(session.lastIndexOf("\n> ")));
    await chat.kill();
    expect(chat.printed()).toBe(`${session}\n`);
  }
});

test("the agent in the README is the one that runs", () => {
  const [, agent = ""] = /^const agent = (createAgent\([\s\S]*?^\}\));$/m.exec(README) ?? [];
  expect(read("agent/open-agent.ts")).toContain(agent.replaceAll(/\n(?=.)/g, "\n  "));
});

test("every file that the README names is there", () => {
  const files = Array.from(README.matchAll(/^ {6,8}([\w-]+\.ts) {2}/gm), ([, file = ""]) => file);
  expect(files.length).toBeGreaterThan(10);
  const folders = ["", "agent/", "chat/"];
  const isThere = (file: string) =>
    folders.some((folder) => existsSync(new URL(folder + file, import.meta.url)));
  expect(files.filter((file) => !isThere(file))).toEqual([]);
});
