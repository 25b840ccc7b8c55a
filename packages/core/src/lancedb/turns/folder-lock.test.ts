import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { attendFolder } from "./attend-folder.ts";
import { createFolderLock, type FolderLock } from "./folder-lock.ts";
import { type ProcessIdentity, THIS_PROCESS } from "../../this-process.ts";
import { waitForHold } from "./wait-for-hold.ts";

const SCRIPT = fileURLToPath(new URL("../__fixtures__/attendant.js", import.meta.url));

let uri: string;
let folder: string;
beforeEach(async () => {
  uri = await mkdtemp(join(tmpdir(), "palimpsest-"));
  folder = join(uri, "_maintenance");
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(uri, { recursive: true });
});

/** The lock as another process on the folder would have it. */
async function enter(timing = {}): Promise<FolderLock> {
  return createFolderLock(await attendFolder(uri), timing);
}

/** A lock that somebody holds who is not this process. */
async function holdAs(holder: ProcessIdentity): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, "lock-000000000041");
  await writeFile(file, JSON.stringify(holder));
  return file;
}

describe("the lock of a folder", () => {
  it("has one holder at a time", async () => {
    const one = await enter();
    const other = await enter();
    const hold = await one.tryHold();
    expect(hold).toBeDefined();
    expect(await other.tryHold()).toBeUndefined();
    expect(await one.tryHold()).toBeUndefined();
    await hold?.release();
    const next = await other.tryHold();
    expect(next).toBeDefined();
    await next?.release();
  });

  it("has one holder at a time, however many want it", async () => {
    const locks = await Promise.all(Array.from({ length: 8 }, () => enter()));
    let holders = 0;
    let turns = 0;
    const contend = async (lock: FolderLock) => {
      for (let round = 0; round < 25; round++) {
        const hold = await lock.tryHold();
        if (hold === undefined) continue;
        holders += 1;
        turns += 1;
        expect(holders).toBe(1);
        await setTimeout(1);
        expect(holders).toBe(1);
        holders -= 1;
        await hold.release();
      }
    };
    await Promise.all(locks.map(contend));
    expect(turns).toBeGreaterThan(8);
    // The last turn is remembered, the others have gone.
    expect((await readdir(folder)).filter((name) => !name.startsWith("store-"))).toHaveLength(1);
  });

  it("is taken from a process that was killed, at once", async () => {
    const child = fork(SCRIPT, [uri], { execArgv: [] });
    expect((await once(child, "message"))[0]).toBe("holds");
    const lock = await enter();
    expect(await lock.tryHold()).toBeUndefined();
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await lock.tryHold()).toBeDefined();
  });

  it.each([
    ["on another machine", { place: "elsewhere", pid: process.pid }],
    ["whose number was given to another process", { ...THIS_PROCESS, pid: process.ppid }],
  ])("is taken from a holder %s, when it is silent for long", async (_, holder) => {
    const file = await holdAs(holder);
    const lock = await enter({ silenceMs: 100 });
    expect(await lock.tryHold()).toBeUndefined();
    for (let beat = 0; beat < 5; beat++) {
      await setTimeout(60);
      await utimes(file, beat, beat);
      expect(await lock.tryHold()).toBeUndefined();
    }
    await setTimeout(150);
    const hold = await lock.tryHold();
    expect(hold).toBeDefined();
    await hold?.release();
  });

  it("stays with a holder that shows that it lives, for as long as it takes", async () => {
    const hold = await (await enter({ heartbeatMs: 20 })).tryHold();
    const other = await enter({ silenceMs: 100 });
    for (let look = 0; look < 8; look++) {
      expect(await other.tryHold()).toBeUndefined();
      await setTimeout(50);
    }
    await hold?.release();
    expect(await other.tryHold()).toBeDefined();
  });

  it("is taken at once when a power cut left nothing of who held it", async () => {
    await mkdir(folder);
    await writeFile(join(folder, "lock-000000000041"), "");
    expect(await (await enter()).tryHold()).toBeDefined();
  });

  it("shows that it lives again after a moment in which it could not", async () => {
    const hold = await (await enter({ heartbeatMs: 20 })).tryHold();
    const file = join(folder, "lock-000000000001");
    await rename(folder, `${folder}-away`);
    await setTimeout(100);
    await rename(`${folder}-away`, folder);
    const { mtimeMs } = await stat(file);
    await vi.waitFor(async () => expect((await stat(file)).mtimeMs).toBeGreaterThan(mtimeMs));
    await hold?.release();
  });

  it("does not care what the clock says", async () => {
    await holdAs({ place: "elsewhere", pid: 1 });
    const lock = await enter();
    vi.useFakeTimers({ toFake: ["Date"] });
    for (const year of [2030, 1999, 2100]) {
      vi.setSystemTime(new Date(year, 1));
      expect(await lock.tryHold()).toBeUndefined();
    }
  });

  it("takes nothing from its successor when a holder that was silent comes back", async () => {
    const late = await (await enter()).tryHold();
    await rm(join(folder, "lock-000000000001"));
    await writeFile(join(folder, "free-000000000001"), "");
    const other = await enter();
    const hold = await other.tryHold();
    await late?.release();
    expect(await (await enter()).tryHold()).toBeUndefined();
    await hold?.release();
  });

  it("is waited for, up to a bound that says who has it", async () => {
    const hold = await (await enter()).tryHold();
    const lock = await enter();
    await expect(waitForHold(lock, "maintain the store", 100)).rejects.toThrow(
      "Could not maintain the store: another process maintains this folder",
    );
    const waiting = waitForHold(lock, "maintain the store");
    await hold?.release();
    await (await waiting).release();
  });
});
