import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createMemory } from "@palimpsest/core";
import { expect, onTestFinished, test } from "vitest";
import { QUESTION, SESSIONS } from "./conversation.ts";

const run = promisify(execFile);
const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const alice = { userId: "alice" };

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-demo-test-"));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs `pnpm demo` as a person without a key does, and gives what it prints. */
async function demo(options: string[], input = ""): Promise<string> {
  const running = run(process.execPath, ["--conditions=@palimpsest/source", MAIN, ...options], {
    env: { ...process.env, OPENAI_API_KEY: "", NO_COLOR: "1" },
  });
  running.child.stdin?.end(input);
  return (await running).stdout;
}

test("the demo remembers, changes its mind, and can tell what was before", async () => {
  const uri = await newFolder();
  const output = await demo(["--uri", uri]);
  expect(output).toContain("Session 1, 2 March 2026");
  expect(output).toContain("~~User lives in Berlin~~ → User lives in Amsterdam");
  expect(output).toMatch(/\d+ injected, \d+ for the full history: \d+ % saved/);

  await using memory = createMemory({ uri });
  const where = async (options: object = {}) =>
    (await memory.search("where does the user live", { ...alice, ...options })).results;
  const now = await where();
  expect(now[0]?.memory).toBe("User lives in Amsterdam");
  expect(now.map((match) => match.memory).join()).not.toContain("Berlin");
  const then = await where({ asOf: SESSIONS[0]?.at });
  expect(then[0]?.memory).toBe("User lives in Berlin");

  const { results } = await memory.search(QUESTION, { ...alice, limit: 3 });
  const recalled = results.map((match) => match.memory).join("\n");
  expect(recalled).toMatch(/fish/);
  expect(recalled).toMatch(/Amsterdam/);

  const { results: versions } = await memory.history(now[0]?.id ?? "", alice);
  expect(versions).toMatchObject([
    { memory: "User lives in Berlin", operation: "ADD", status: "superseded" },
    { memory: "User lives in Amsterdam", operation: "DELETE", status: "current" },
  ]);
  for (const { reason, validFrom, recordedAt } of versions) {
    expect(reason).not.toBe("");
    expect(validFrom).toBeInstanceOf(Date);
    expect(recordedAt).toBeInstanceOf(Date);
  }
  await memory.undo(versions[1]?.decisionId ?? "", alice);
  expect((await where())[0]?.memory).toBe("User lives in Berlin");
});

test("a folder of somebody's is left as it is, whatever it holds", async () => {
  const uri = await newFolder();
  await writeFile(join(uri, "thesis.txt"), "All of it.");
  await expect(demo(["--uri", uri])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("is not empty"),
  });
  expect(await readdir(uri)).toEqual(["thesis.txt"]);
});

test("a conversation from a file goes through, in either form", async () => {
  const file = join(await newFolder(), "chat.json");
  const messages = [
    { role: "system", content: "You are a travel agent." },
    { role: "user", content: [{ type: "text", text: "My name is Max and I live in Graz." }] },
    { role: "assistant", content: "Hello Max!" },
    { role: "user", content: "I'm allergic to peanuts." },
  ];
  for (const content of [messages, { messages }]) {
    await writeFile(file, JSON.stringify(content));
    const output = await demo(["--file", file]);
    expect(output).toContain("User lives in Graz");
    expect(output).toMatch(/User is allergic to peanuts/);
  }
});

test.each([
  ["not there", undefined],
  ["no JSON", "hello"],
  ["without messages", "{}"],
])("a file that is %s is named, with what is expected of it", async (_, content) => {
  const file = join(await newFolder(), "chat.json");
  if (content !== undefined) await writeFile(file, content);
  await expect(demo(["--file", file])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('"role": "user"'),
  });
});

test("an unknown option prints the usage", async () => {
  await expect(demo(["--flie", "x"])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("pnpm demo --chat"),
  });
});

test("a person can type, look, and take back", async () => {
  const uri = await newFolder();
  const output = await demo(
    ["--chat", "--uri", uri],
    [
      "I live in Oslo",
      "where do I live?",
      "I moved to Bergen",
      "/history 1",
      "/undo",
      "/undo",
      "/memories",
      "The weather is fine.",
      "/undo",
      "I have a cat",
      "/undo",
      "/what",
      "/quit",
      "",
    ].join("\n"),
  );
  expect(output).toContain("User lives in Oslo");
  expect(output).toContain("~~User lives in Oslo~~ → User lives in Bergen");
  expect(output).toContain("  ~~User lives in Bergen~~ → User lives in Oslo");
  expect(output.match(/There is nothing to take back\./g)).toHaveLength(2);
  expect(output).toContain("  ~~User has a cat~~");
  expect(output).toContain("1. User lives in Oslo");
  expect(output).toContain("/quit         leave");
});
