import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../bench-error.ts";
import { parseLanggraphOptions } from "./parse-langgraph-options.ts";

describe("parseLanggraphOptions", () => {
  it("measures everything at full size by default", () => {
    expect(parseLanggraphOptions([])).toEqual({
      parts: ["savers", "steady", "disk", "stores"],
      checkpoints: [100, 3_000],
      commits: { young: 100, old: 5_000 },
      turns: 20,
      items: 100_000,
      rounds: 100,
      json: expect.stringMatching(/[\\/]bench[\\/]results[\\/]langgraph\.json$/),
    });
  });

  it("reads every option, and helps", () => {
    const args =
      "--parts disk,stores --checkpoints 9,3 --commits 4,2k --turns 3 --items 5 --rounds 6 --uri u --json j";
    expect(parseLanggraphOptions(args.split(" "))).toEqual({
      parts: ["disk", "stores"],
      checkpoints: [3, 9],
      commits: { young: 4, old: 2_000 },
      turns: 3,
      items: 5,
      rounds: 6,
      uri: resolve("u"),
      json: resolve("j"),
    });
    expect(parseLanggraphOptions(["-h"])).toBe("help");
  });

  it.each([
    [["--parts", "disc"], 'not "disc"'],
    [["--commits", "100"], "two numbers"],
    [["--commits", "100,50"], "the smaller one first"],
    [["--commits", "1,2,3"], "two numbers"],
    [["--items", "all"], "--items"],
    [["--slow"], "--slow"],
  ])("refuses %j", (args, named) => {
    expect(() => parseLanggraphOptions(args)).toThrow(UsageError);
    expect(() => parseLanggraphOptions(args)).toThrow(named);
  });
});
