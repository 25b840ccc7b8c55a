import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExample } from "./run-example.ts";

const read = (path: string) => readFileSync(join(import.meta.dirname, path), "utf8");

test.each(["quickstart.ts", "route.ts", "use-chat.ts", "tools.ts", "models.ts", "http-memory.ts"])(
  "the README shows %s as it is",
  (file) => {
    expect(read("../README.md")).toContain(`\`\`\`ts\n${read(file)}\`\`\``);
  },
);

test("the quickstart runs, and its second answer knows what the first turn told", async () => {
  const { stdout, requests } = await runExample("quickstart.ts");
  expect(stdout).toBe("Answer 2.\n");
  expect(requests.map(({ system }) => system.includes("User lives in Berlin"))).toEqual([
    false,
    true,
  ]);
});

test("the route streams its answer, and with it what was recalled", async () => {
  const { stdout, requests } = await runExample("call-route.mjs");
  const [first, second] = JSON.parse(stdout) as { type: string; messageMetadata?: object }[][];
  expect(requests[1]?.system).toContain("User lives in Berlin");
  expect(first).toContainEqual({ type: "message-metadata", messageMetadata: { memories: [] } });
  expect(second).toContainEqual({
    type: "message-metadata",
    messageMetadata: {
      memories: [{ id: expect.any(String) as string, score: expect.any(Number) as number }],
    },
  });
});
