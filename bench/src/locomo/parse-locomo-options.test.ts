import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../bench-error.ts";
import { parseLocomoOptions } from "./parse-locomo-options.ts";

describe("parseLocomoOptions", () => {
  it("searches the recorded facts of all conversations by default, with all questions", () => {
    expect(parseLocomoOptions([])).toEqual({
      run: "recorded",
      data: expect.stringMatching(/[\\/]shared[\\/]data[\\/]locomo-dev\.json$/),
      conversations: [],
      source: "turn",
      questions: Number.POSITIVE_INFINITY,
      json: expect.stringMatching(/[\\/]bench[\\/]results[\\/]locomo\.json$/),
      answering: expect.objectContaining({ yes: false }),
    });
  });

  it.each([
    ["ablation", Number.POSITIVE_INFINITY],
    ["answers", Number.POSITIVE_INFINITY],
    ["end-to-end", Number.POSITIVE_INFINITY],
    ["ingest", 20],
  ])("runs --%s with %d questions of a conversation, and figures of its own", (run, questions) => {
    expect(parseLocomoOptions([`--${run}`])).toMatchObject({
      run,
      questions,
      json: expect.stringContaining(`locomo-${run}.json`),
    });
  });

  it("reads every option, paths from the working directory", () => {
    const args =
      "--source block --data d --conversation a --conversation b --questions 3 --uri u --json j";
    expect(parseLocomoOptions(args.split(" "))).toEqual({
      run: "recorded",
      data: resolve("d"),
      conversations: ["a", "b"],
      source: "block",
      questions: 3,
      uri: resolve("u"),
      json: resolve("j"),
      answering: expect.objectContaining({ yes: false }),
    });
  });

  it("helps, whatever else is asked for", () => {
    expect(parseLocomoOptions(["--help"])).toBe("help");
    expect(parseLocomoOptions(["--ingest", "-h"])).toBe("help");
  });

  it.each([
    ["two things to do", ["--ingest", "--ablation"], "Only one of --ablation and --ingest"],
    ["an unknown option", ["--ingest", "--fast"], "--fast"],
    ["an argument that belongs to no option", ["--ingest", "conv-26"], "conv-26"],
    ["an option without its value", ["--ingest", "--data"], "--data"],
    ["an unknown source", ["--source", "page"], 'turn, block, none, not "page"'],
    ["no questions", ["--questions", "0"], "--questions"],
    ["half a question", ["--questions", "1.5"], "--questions"],
    ["questions without a number", ["--questions", "all"], "--questions"],
  ])("refuses %s", (_, args, message) => {
    expect(() => parseLocomoOptions(args)).toThrow(UsageError);
    expect(() => parseLocomoOptions(args)).toThrow(message);
  });
});
