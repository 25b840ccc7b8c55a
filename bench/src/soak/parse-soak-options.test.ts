import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../bench-error.ts";
import { parseSoakOptions } from "./parse-soak-options.ts";

describe("parseSoakOptions", () => {
  it("takes 10,000 commits by default", () => {
    expect(parseSoakOptions([])).toEqual({
      commits: 10_000,
      json: expect.stringMatching(/[\\/]bench[\\/]results[\\/]soak\.json$/),
    });
  });

  it("reads every option, and helps", () => {
    const args = "--commits 2k --uri u --json j";
    expect(parseSoakOptions(args.split(" "))).toEqual({
      commits: 2_000,
      uri: resolve("u"),
      json: resolve("j"),
    });
    expect(parseSoakOptions(["-h"])).toBe("help");
  });

  it.each([
    [["--commits", "9"], "at least 10"],
    [["--commits", "all"], "--commits"],
    [["--slow"], "--slow"],
  ])("refuses %j", (args, named) => {
    expect(() => parseSoakOptions(args)).toThrow(UsageError);
    expect(() => parseSoakOptions(args)).toThrow(named);
  });
});
