import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openNotes } from "./__fixtures__/notes.ts";

const SCRIPT = fileURLToPath(new URL("__fixtures__/note-writer.js", import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "palimpsest-durable-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function start(role: string): Promise<ChildProcess> {
  const child = fork(SCRIPT, [role, folder], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  await once(child, "message");
  return child;
}

describe("processes that share a table of an adapter's own", () => {
  it("put and remove at the same time, and no key is there twice", async () => {
    const children = await Promise.all([start("put"), start("put"), start("put")]);
    const exits = children.map(async (child) => once(child, "exit"));
    for (const child of children) child.send("go");
    expect(await Promise.all(exits)).toEqual(children.map(() => [0, null]));
    const table = openNotes(folder);
    const rows = await table.find({ columns: ["key"] });
    const last = children.map(({ pid }) => `own-${pid}-24`);
    expect(rows.map(({ key }) => key).toSorted()).toEqual([...last, "wanted"].toSorted());
    await table.close();
  });

  it("lose nothing that was acknowledged when they are killed, and keep calls whole", async () => {
    const acknowledged: string[] = [];
    for (let kill = 0; kill < 4; kill++) {
      const child = await start("append");
      let left = 2 + 10 * kill;
      child.on("message", (keys: string) => {
        acknowledged.push(...keys.split(" "));
        if (left-- === 0) child.kill("SIGKILL");
      });
      const exit = once(child, "exit");
      child.send("go");
      expect(await exit).toEqual([null, "SIGKILL"]);
    }
    const table = openNotes(folder);
    const found = (await table.find({ columns: ["key"] })).map(({ key }) => key);
    expect(acknowledged.length).toBeGreaterThanOrEqual(3 * (3 + 13 + 23 + 33));
    expect(acknowledged.filter((key) => !found.includes(key))).toEqual([]);
    expect(new Set(found).size).toBe(found.length);
    expect(found.length % 3).toBe(0);
    await table.close();
  });
});
