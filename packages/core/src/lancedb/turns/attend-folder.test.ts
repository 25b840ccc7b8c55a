import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StoreError } from "../../errors.ts";
import { attendFolder } from "./attend-folder.ts";

const SCRIPT = fileURLToPath(new URL("../__fixtures__/attendant.js", import.meta.url));

let uri: string;
beforeEach(async () => {
  uri = await mkdtemp(join(tmpdir(), "palimpsest-"));
});
afterEach(async () => {
  await rm(uri, { recursive: true });
});

describe("attendFolder", () => {
  it("leaves nothing behind when it leaves", async () => {
    const one = await attendFolder(uri);
    const other = await attendFolder(uri);
    await one.leave();
    expect(await readdir(join(uri, "_maintenance"))).toHaveLength(1);
    await other.leave();
    expect(await readdir(uri)).toEqual([]);
  });

  it("knows whether others are there", async () => {
    const one = await attendFolder(uri);
    const other = await attendFolder(uri);
    const tasks: string[] = [];
    const task = async () => void tasks.push("done");
    expect(await one.whileAlone(task)).toBe(false);
    await other.leave();
    expect(await one.whileAlone(task)).toBe(true);
    await writeFile(
      join(one.folder, "store-0a1b"),
      JSON.stringify({ place: "another machine", pid: 1 }),
    );
    expect(await one.whileAlone(task)).toBe(false);
    expect(tasks).toEqual(["done"]);
  });

  it("takes no notice of those who died, but remembers that somebody did", async () => {
    const child = fork(SCRIPT, [uri], { execArgv: [] });
    await once(child, "message");
    const one = await attendFolder(uri);
    expect(one.cameAfterACrash).toBe(false);
    expect(await one.whileAlone(async () => {})).toBe(false);
    child.kill("SIGKILL");
    await once(child, "exit");
    const next = await attendFolder(uri);
    expect(next.cameAfterACrash).toBe(true);
    await one.leave();
    expect(await next.whileAlone(async () => {})).toBe(true);
  });

  it.each([
    ["empty", ""],
    ["full of zeros", "\0".repeat(40)],
  ])("enters after a power cut that left a card %s", async (_, text) => {
    await mkdir(join(uri, "_maintenance"));
    await writeFile(join(uri, "_maintenance", "store-0a1b"), text);
    const one = await attendFolder(uri);
    expect(one.cameAfterACrash).toBe(true);
    expect(await one.whileAlone(async () => {})).toBe(true);
  });

  it("lets nobody in while one is alone", async () => {
    const one = await attendFolder(uri);
    const order: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const alone = one.whileAlone(async () => {
      await promise;
      order.push("done");
    });
    await setTimeout(50);
    const entering = attendFolder(uri).then(() => order.push("entered"));
    await setTimeout(200);
    expect(order).toEqual([]);
    resolve();
    await Promise.all([alone, entering]);
    expect(order).toEqual(["done", "entered"]);
  });

  it("lets tasks of one store overlap, and begins none once somebody wants to enter", async () => {
    const one = await attendFolder(uri);
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = one.whileAlone(() => promise);
    expect(await one.whileAlone(async () => {})).toBe(true);
    const entering = attendFolder(uri);
    await setTimeout(100);
    expect(await one.whileAlone(async () => {})).toBe(false);
    resolve();
    expect(await first).toBe(true);
    await (await entering).leave();
    expect(await one.whileAlone(async () => {})).toBe(true);
  });

  it("is never alone for who cannot be seen", async () => {
    const one = await attendFolder(uri);
    await rm(one.card);
    expect(await one.whileAlone(async () => {})).toBe(false);
  });

  it("says so when the file system makes no hard links, and leaves no trace", async () => {
    const failure = await attendFolder(uri, {
      async linkFile() {
        throw Object.assign(new Error("operation not permitted"), { code: "EPERM" });
      },
    }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreError);
    expect((failure as Error).message).toMatch(/makes no hard links \(EPERM\).*Choose a folder/);
    expect((failure as Error).message).toContain(uri);
    expect(await readdir(uri)).toEqual([]);
  });
});
