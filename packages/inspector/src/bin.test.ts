import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fillFolder, newFolder } from "./server/__fixtures__/open-server.ts";

const BIN = fileURLToPath(new URL("bin.ts", import.meta.url));

/** Starts the program; `said` is what it has said so far. */
function start(...input: string[]) {
  const child = spawn(process.execPath, ["--conditions=@palimpsest/source", BIN, ...input]);
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (said.text += chunk.toString()));
  }
  return { child, said };
}

test("the program prints an address that answers, and ends when it is told to", async () => {
  const uri = await fillFolder(async (memory) =>
    memory.put("Alice likes tea", { userId: "alice" }),
  );
  const { child, said } = start("--uri", uri);
  while (!said.text.includes("Ctrl+C")) await once(child.stdout, "data");
  const [url = ""] = /http:\S+/.exec(said.text) ?? [];
  const { origin, hash } = new URL(url);
  const headers = { "x-palimpsest-token": hash.replace("#token=", "") };
  expect(await (await fetch(`${origin}/api/owners`, { headers })).text()).toContain("alice");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test.each([
  ["a folder without a memory", ["--uri", "EMPTY"], "There is no memory in"],
  ["an option that it does not know", ["--wirte"], "Unknown option '--wirte'"],
])("%s is an error that says so", async (_, input, message) => {
  const empty = await newFolder();
  const { child, said } = start(...input.map((word) => (word === "EMPTY" ? empty : word)));
  expect((await once(child, "exit"))[0]).toBe(1);
  expect(said.text).toContain(message);
  expect(said.text).not.toContain("    at ");
});
