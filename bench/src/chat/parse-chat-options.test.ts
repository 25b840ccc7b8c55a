import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../bench-error.ts";
import { parseChatOptions } from "./parse-chat-options.ts";

describe("parseChatOptions", () => {
  it("measures 100 turns among 100,000 memories by default", () => {
    expect(parseChatOptions([])).toEqual({
      memories: 100_000,
      turns: 100,
      json: expect.stringMatching(/[\\/]bench[\\/]results[\\/]chat\.json$/),
    });
  });

  it("reads every option, and helps", () => {
    const args = "--memories 2k --turns 3 --uri u --json j";
    expect(parseChatOptions(args.split(" "))).toEqual({
      memories: 2_000,
      turns: 3,
      uri: resolve("u"),
      json: resolve("j"),
    });
    expect(parseChatOptions(["-h"])).toBe("help");
  });

  it.each([
    [["--turns", "0"], "--turns"],
    [["--memories", "all"], "--memories"],
    [["--slow"], "--slow"],
  ])("refuses %j", (args, named) => {
    expect(() => parseChatOptions(args)).toThrow(UsageError);
    expect(() => parseChatOptions(args)).toThrow(named);
  });
});
