import { expect, test } from "vitest";
import { hashText, normalizeForComparison } from "./hash-text.ts";

test("texts that say the same in other letters have one hash", () => {
  expect(hashText("User  lives in Berlin.")).toBe(hashText("user lives\nin berlin"));
  expect(hashText("User lives in Berlin")).not.toBe(hashText("User lives in Bern"));
  expect(normalizeForComparison(" It’s\u00a0ﬁne ")).toBe("it's fine");
});
