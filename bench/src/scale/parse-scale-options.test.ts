import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../bench-error.ts";
import { parseScaleOptions } from "./parse-scale-options.ts";

describe("parseScaleOptions", () => {
  it("takes four sizes and 10,000 users by default", () => {
    expect(parseScaleOptions([])).toEqual({
      sizes: [1_000, 10_000, 100_000, 1_000_000],
      users: 10_000,
      searches: 500,
      adds: 300,
      json: expect.stringMatching(/[\\/]bench[\\/]results[\\/]scale\.json$/),
    });
  });

  it("reads every option, sizes in ascending order, paths from the working directory", () => {
    const args = "--sizes 2k,500 --users 7 --searches 3 --adds 2 --uri u --json j";
    expect(parseScaleOptions(args.split(" "))).toEqual({
      sizes: [500, 2_000],
      users: 7,
      searches: 3,
      adds: 2,
      uri: resolve("u"),
      json: resolve("j"),
    });
  });

  it("helps, whatever else is asked for", () => {
    expect(parseScaleOptions(["--sizes", "0", "--help"])).toBe("help");
  });

  it.each([
    [["--sizes", "1k,,2k"], "--sizes"],
    [["--users", "none"], "--users"],
    [["--fast"], "--fast"],
    [["1k"], "1k"],
  ])("refuses %j", (args, named) => {
    expect(() => parseScaleOptions(args)).toThrow(UsageError);
    expect(() => parseScaleOptions(args)).toThrow(named);
  });
});
