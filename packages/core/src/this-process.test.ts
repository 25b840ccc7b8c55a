import { hostname } from "node:os";
import { expect, test } from "vitest";
import { findPlace, isGone, THIS_PROCESS } from "./this-process.ts";

const hidden = () => {
  throw new Error("ENOENT: no such file or directory, readlink '/proc/self/ns/pid'");
};

test("a process is gone when its place is this one, and nobody there has its number", () => {
  expect(isGone(THIS_PROCESS)).toBe(false);
  // Beyond the highest number of Linux, 2^22.
  expect(isGone({ ...THIS_PROCESS, pid: 2 ** 22 + 1 })).toBe(true);
  expect(isGone({ place: "elsewhere", pid: 2 ** 22 + 1 })).toBe(false);
});

test.runIf(process.platform === "linux")("containers of one name are places of their own", () => {
  expect(findPlace(() => "pid:[4026531836]")).toBe(`${hostname()}-4026531836-`);
  expect(findPlace(hidden)).not.toBe(findPlace(hidden));
});
