import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../bench-error.ts";
import { parseLocomoOptions } from "./parse-locomo-options.ts";

describe("parseLocomoOptions", () => {
  it("takes all conversations, 20 questions and a temporary folder by default", () => {
    expect(parseLocomoOptions(["--ingest"])).toEqual({
      data: expect.stringMatching(/[\\/]shared[\\/]data[\\/]locomo-dev\.json$/),
      conversations: [],
      questions: 20,
      json: expect.stringMatching(/[\\/]bench[\\/]results[\\/]locomo-ingest\.json$/),
    });
  });

  it("reads every option, paths from the working directory", () => {
    const args =
      "--ingest --data d --conversation a --conversation b --questions 3 --uri u --json j";
    expect(parseLocomoOptions(args.split(" "))).toEqual({
      data: resolve("d"),
      conversations: ["a", "b"],
      questions: 3,
      uri: resolve("u"),
      json: resolve("j"),
    });
  });

  it("helps, whatever else is asked for", () => {
    expect(parseLocomoOptions(["--help"])).toBe("help");
    expect(parseLocomoOptions(["--ingest", "-h"])).toBe("help");
  });

  it.each([
    ["nothing to do", [], "Only --ingest exists so far"],
    ["an unknown option", ["--ingest", "--fast"], "--fast"],
    ["an argument that belongs to no option", ["--ingest", "conv-26"], "conv-26"],
    ["an option without its value", ["--ingest", "--data"], "--data"],
    ["no questions", ["--ingest", "--questions", "0"], "--questions"],
    ["half a question", ["--ingest", "--questions", "1.5"], "--questions"],
    ["questions without a number", ["--ingest", "--questions", "all"], "--questions"],
  ])("refuses %s", (_, args, message) => {
    expect(() => parseLocomoOptions(args)).toThrow(UsageError);
    expect(() => parseLocomoOptions(args)).toThrow(message);
  });
});
