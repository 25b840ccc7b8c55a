import { expect, test } from "vitest";
import { unlessAborted } from "./unless-aborted.ts";

const never = new Promise<never>(() => {});

test("work is waited for until its signal is aborted, before or meanwhile", async () => {
  const abort = new AbortController();
  expect(await unlessAborted(Promise.resolve("done"), abort.signal)).toBe("done");
  const waiting = unlessAborted(never, abort.signal);
  abort.abort(new Error("enough"));
  await expect(waiting).rejects.toThrow("enough");
  await expect(unlessAborted(never, abort.signal)).rejects.toThrow("enough");
});

test("work that fails rejects with its own failure", async () => {
  const { signal } = new AbortController();
  await expect(unlessAborted(Promise.reject(new Error("down")), signal)).rejects.toThrow("down");
});
