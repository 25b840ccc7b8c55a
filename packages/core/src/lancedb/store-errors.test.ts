import { describe, expect, it } from "vitest";
import { ClosedError, StoreError } from "../errors.ts";
import { attempt } from "./store-errors.ts";

async function failureOf(cause: unknown): Promise<unknown> {
  try {
    return await attempt("merge into memories", () => Promise.reject(cause as Error));
  } catch (wrapped) {
    return wrapped;
  }
}

describe("attempt", () => {
  it("resolves with the result", async () => {
    expect(await attempt("find memories", async () => 7)).toBe(7);
  });

  it("wraps a failure once, with what failed and why", async () => {
    const cause = new Error("lance error: something odd\n  at a line of Rust");
    const failure = await failureOf(cause);
    expect(failure).toBeInstanceOf(StoreError);
    expect(failure).toMatchObject({
      operation: "merge into memories",
      message: "Could not merge into memories: lance error: something odd.",
      cause,
    });
    expect(await failureOf(failure)).toBe(failure);
    const closed = new ClosedError();
    expect(await failureOf(closed)).toBe(closed);
  });

  it("says what helps against the common ones", async () => {
    const messages = [
      "LanceError(IO): No space left on device (os error 28) at path",
      "LanceError(IO): Read-only file system (os error 30), object_store.rs",
      "Unable to created lance dataset at /x: Permission denied (os error 13)",
      "Unable to created lance dataset at /x: Not a directory (os error 20)",
      "Generic memory error: Invalid range 0..0 for object of size 0 bytes",
    ];
    const explained = await Promise.all(messages.map((message) => failureOf(new Error(message))));
    expect(explained.map((error) => (error as Error).message)).toMatchInlineSnapshot(`
      [
        "Could not merge into memories: the disk is full. Free some space and call again.",
        "Could not merge into memories: the folder is not writable. Check who owns it, or choose another uri.",
        "Could not merge into memories: the folder is not writable. Check who owns it, or choose another uri.",
        "Could not merge into memories: there is a file where a folder is needed. Choose another uri.",
        "Could not merge into memories: a file of the table is damaged. Restore the folder from a backup.",
      ]
    `);
  });
});
