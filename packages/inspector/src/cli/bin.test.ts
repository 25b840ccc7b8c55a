import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { digestFolder, fillFolder } from "../server/__fixtures__/open-server.ts";

const BIN = fileURLToPath(new URL("bin.ts", import.meta.url));

function start(...args: string[]) {
  const env = { ...process.env, OPENAI_API_KEY: "" };
  return spawn(process.execPath, ["--conditions=@palimpsest/source", BIN, ...args], { env });
}

test("the program answers on standard output, and says what is wrong on the other", async () => {
  const uri = await fillFolder(async (memory) => memory.put("User likes tea", { userId: "alice" }));
  const list = start("list", "--user", "alice", "--uri", uri, "--json");
  const [out, [code]] = await Promise.all([text(list.stdout), once(list, "exit")]);
  expect(JSON.parse(out)).toMatchObject({ results: [{ memory: "User likes tea" }] });
  expect(code).toBe(0);

  const wrong = start("lisst");
  const [err, [wrongCode]] = await Promise.all([text(wrong.stderr), once(wrong, "exit")]);
  expect(err).toContain("Did you mean list?");
  expect(wrongCode).toBe(2);
});

test("Ctrl+C ends it, and lets go of the memory", async () => {
  const uri = await fillFolder(async (memory) => memory.put("User likes tea", { userId: "alice" }));
  const before = await digestFolder(uri);
  const inspector = start("inspect", "--uri", uri);
  const [said] = (await once(inspector.stdout, "data")) as [Buffer];
  expect(said.toString()).toMatch(/^The inspector is at http:\/\/127\.0\.0\.1:\d+\/#token=/);
  inspector.kill("SIGINT");
  expect(await once(inspector, "exit")).toEqual([130, null]);
  expect(await digestFolder(uri)).toEqual(before);
});
