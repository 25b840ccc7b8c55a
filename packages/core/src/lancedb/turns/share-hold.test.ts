import { describe, expect, it } from "vitest";
import { shareHold } from "./share-hold.ts";

/** A hold that notes what is done to it. */
function notedHold({ isFree = true } = {}) {
  const notes: string[] = [];
  const withHold = shareHold({
    async take() {
      notes.push("take");
      await new Promise(setImmediate);
      return isFree;
    },
    async release() {
      await new Promise(setImmediate);
      notes.push("release");
    },
  });
  return { notes, withHold };
}

describe("a hold that is shared", () => {
  it("is taken by the first task and released by the last", async () => {
    const { notes, withHold } = notedHold();
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = withHold(() => promise);
    const second = withHold(async (isHeld) => notes.push(`second ${isHeld}`));
    await second;
    expect(notes).toEqual(["take", "second true"]);
    resolve();
    await first;
    expect(notes).toEqual(["take", "second true", "release"]);
  });

  it("is taken anew, and not before it is released, by a task that comes too late", async () => {
    const { notes, withHold } = notedHold();
    const { promise: began, resolve: begin } = Promise.withResolvers<void>();
    const first = withHold(async () => begin());
    await began;
    // The first one has ended by then, and its release has not.
    await new Promise((resolve) => process.nextTick(resolve));
    const second = withHold(async () => notes.push("second"));
    await Promise.all([first, second]);
    expect(notes).toEqual(["take", "release", "take", "second", "release"]);
  });

  it("is not released when somebody else has it", async () => {
    const { notes, withHold } = notedHold({ isFree: false });
    const answers = [withHold(async (isHeld) => isHeld), withHold(async (isHeld) => isHeld)];
    expect(await Promise.all(answers)).toEqual([false, false]);
    expect(notes).toEqual(["take"]);
  });

  it("is released after a task that failed", async () => {
    const { notes, withHold } = notedHold();
    const failing = withHold(async () => {
      throw new Error("disk full");
    });
    await expect(failing).rejects.toThrow("disk full");
    expect(notes).toEqual(["take", "release"]);
  });
});
