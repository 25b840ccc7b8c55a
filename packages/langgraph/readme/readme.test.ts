import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { runExample } from "./run-example.ts";

// A process of its own for each, with all of LangChain.
vi.setConfig({ testTimeout: 90_000 });

const read = (path: string) => readFileSync(join(import.meta.dirname, path), "utf8");

test.each([
  "quickstart.ts",
  "store.ts",
  "saver.ts",
  "nodes.ts",
  "tools.ts",
  "models.ts",
  "reflection.ts",
])("the README shows %s as it is", (file) => {
  expect(read("../README.md")).toContain(`\`\`\`ts\n${read(file)}\`\`\``);
});

test("the quickstart runs, and its second answer knows what the first turn told", async () => {
  const { stdout, requests } = await runExample("quickstart.ts");
  expect(stdout).toBe("Answer 2.\n");
  const block = /```text\n([\s\S]*?)```/.exec(read("../README.md"))?.[1] ?? "";
  const [fence = "", , ...rest] = block.split("\n");
  expect(requests[0]?.system).not.toContain(fence);
  expect(requests[1]?.system).toContain(fence);
  expect(requests[1]?.system).toContain("- User lives in Berlin (since ");
  expect(rest).toContain(requests[1]?.system.split("\n").at(-1));
});

test("the store runs: items are found by meaning, and those without vectors come last", async () => {
  const { stdout } = await runExample("store.ts");
  expect(stdout).toBe("[ [ 'travel', 'number' ], [ 'draft', 'undefined' ] ]\n");
});

test("the graph waits, is resumed, and is pruned", async () => {
  expect((await runExample("saver.ts")).stdout).toBe("You said yes.\n");
});

test("the graph with nodes recalls in its second thread what was said in the first", async () => {
  const { requests } = await runExample("use-nodes.mjs");
  expect(requests.map(({ system }) => system.includes("User lives in Berlin"))).toEqual([
    false,
    true,
  ]);
});

test("the agent with tools remembers, and looks up", async () => {
  const { stdout } = await runExample("use-tools.mjs", ({ messages }) => {
    const last = messages.at(-1);
    if (last?.role === "tool") return { text: last.content };
    const isQuestion = last?.content.endsWith("?") === true;
    const name = isQuestion ? "search_memory" : "manage_memory";
    const args = isQuestion ? { query: "home" } : { content: "User lives in Berlin" };
    return { toolCalls: [{ name, arguments: args }] };
  });
  const [created = "", found = ""] = stdout.trim().split("\n");
  expect(created).toMatch(/^created memory \S+$/);
  expect(JSON.parse(found)).toMatchObject([
    { key: created.split(" ").at(-1), value: { content: "User lives in Berlin" } },
  ]);
});

test("models of LangChain read, judge and embed", async () => {
  const { stdout } = await runExample("use-models.mjs");
  expect(JSON.parse(stdout)).toEqual({
    learned: 1,
    found: 1,
    model: expect.stringContaining("gpt-4.1-nano"),
    embedder: "langchain/text-embedding-3-small@1536",
  });
});

test("the executor keeps the turns of a thread in one exchange, at the latest at the end", async () => {
  const { stdout } = await runExample("use-reflection.mjs");
  expect(JSON.parse(stdout)).toEqual([["I live in Berlin.", "Lucky you.", "It rains."]]);
});
