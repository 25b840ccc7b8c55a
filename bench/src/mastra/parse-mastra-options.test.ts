import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../bench-error.ts";
import { parseMastraOptions } from "./parse-mastra-options.ts";

describe("parseMastraOptions", () => {
  it("measures 100 turns among 100,000 memories and 10,000 messages by default", () => {
    expect(parseMastraOptions([])).toEqual({
      memories: 100_000,
      messages: 10_000,
      turns: 100,
      json: expect.stringMatching(/[\\/]bench[\\/]results[\\/]mastra\.json$/),
    });
  });

  it("reads every option, and helps", () => {
    const args = "--memories 2k --messages 500 --turns 3 --uri u --json j";
    expect(parseMastraOptions(args.split(" "))).toEqual({
      memories: 2_000,
      messages: 500,
      turns: 3,
      uri: resolve("u"),
      json: resolve("j"),
    });
    expect(parseMastraOptions(["-h"])).toBe("help");
  });

  it.each([
    [["--turns", "0"], "--turns"],
    [["--messages", "all"], "--messages"],
    [["--slow"], "--slow"],
  ])("refuses %j", (args, named) => {
    expect(() => parseMastraOptions(args)).toThrow(UsageError);
    expect(() => parseMastraOptions(args)).toThrow(named);
  });
});
