import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExample } from "./run-example.ts";

const read = (path: string) => readFileSync(join(import.meta.dirname, path), "utf8");

test.each([
  "quickstart.ts",
  "server.ts",
  "route.ts",
  "processor.ts",
  "sub-agents.ts",
  "models.ts",
  "move-threads.ts",
])("the README shows %s as it is", (file) => {
  expect(read("../README.md")).toContain(`\`\`\`ts\n${read(file)}\`\`\``);
});

test("the quickstart runs, and its second thread knows what the first told", async () => {
  const { stdout, requests, server } = await runExample("quickstart.ts");
  expect(stdout).toBe("Answer 2.\n");
  expect(requests.map(({ system }) => system.includes("User lives in Berlin"))).toEqual([
    false,
    true,
  ]);
  // Mastra's doing, of which the README warns.
  const headers = server.requests.map((request) => request.headers["x-resource-id"]);
  expect(headers).toContain("alice");
}, 120_000);

test("the server's agent remembers, on the storage that Mastra gives it", async () => {
  const { stdout, requests } = await runExample("serve.mjs");
  expect(JSON.parse(stdout)).toEqual(["Answer 1.", "Answer 2."]);
  expect(requests[1]?.system).toContain("User lives in Berlin");
}, 120_000);

test("the route streams its answers, and is kept alive within the request for what is learned", async () => {
  const { stdout, requests } = await runExample("call-route.mjs");
  expect(JSON.parse(stdout)).toEqual([
    ["Answer 1.", 1],
    ["Answer 2.", 2],
  ]);
  expect(requests[1]?.system).toContain("User lives in Berlin");
}, 120_000);

test("threads that there are already are moved once, however often", async () => {
  const { stdout } = await runExample("move.mjs");
  expect((JSON.parse(stdout) as unknown[]).toSorted(byText)).toEqual([
    ["t1", 1],
    ["t1", 2],
    ["t2", 1],
    ["t2", 2],
  ]);
}, 120_000);

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one).localeCompare(JSON.stringify(other));
}
