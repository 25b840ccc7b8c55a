import { describe, expect, it } from "vitest";
import { createTurns } from "./turns.ts";

const QUARTER_HOUR_MS = 15 * 60_000;

describe("the turns of a process", () => {
  it("are new where the last one of the key was answered, and counted", () => {
    const turns = createTurns();
    const first = turns.begin("hi");
    first.state = "answered";
    const second = turns.begin("hi");
    expect(second).not.toBe(first);
    expect([first.repeat, second.repeat]).toEqual([0, 1]);
  });

  it("go on where the last attempt failed", () => {
    const turns = createTurns();
    const turn = turns.begin("hi");
    turn.state = "failed";
    expect(turns.begin("hi")).toBe(turn);
    expect(turn.state).toBe("open");
  });

  it("are known by the calls that they wait for, whatever became of the history", () => {
    const turns = createTurns();
    const turn = turns.begin("weather");
    turns.waitFor(turn, ["call 1"]);
    expect(turns.resume("pruned", ["call 0", "call 1"])).toBe(turn);
  });

  it("are not those of another chat in which the same was said", () => {
    const turns = createTurns();
    const here = turns.begin("weather");
    turns.waitFor(here, ["call 1"]);
    const there = turns.resume("weather", ["call 2"]);
    expect(there).not.toBe(here);
    expect(turns.resume("weather", ["call 2"])).toBe(there);
    expect(turns.resume("weather", ["call 1"])).toBe(here);
  });

  it("are found by their key where all calls were pruned", () => {
    const turns = createTurns();
    const turn = turns.begin("weather");
    expect(turns.resume("weather", [])).toBe(turn);
  });

  it("are forgotten a quarter of an hour after their last step", () => {
    let now = 0;
    const turns = createTurns(() => now);
    const turn = turns.begin("weather");
    now += QUARTER_HOUR_MS;
    turns.waitFor(turn, ["call 1"]);
    now += QUARTER_HOUR_MS;
    expect(turns.resume("weather", ["call 1"])).toBe(turn);
    now += QUARTER_HOUR_MS + 1;
    expect(turns.find("weather")).toBeUndefined();
    expect(turns.resume("weather", ["call 1"])).not.toBe(turn);
  });

  it("are at most a thousand, of which the longest unused is forgotten first", () => {
    const turns = createTurns();
    const first = turns.begin("0");
    turns.begin("1");
    turns.waitFor(first, ["call"]);
    for (let index = 2; index <= 1_000; index++) turns.begin(String(index));
    expect(turns.find("0")).toBe(first);
    expect(turns.find("1")).toBeUndefined();
    expect(turns.find("2")).toBeDefined();
  });
});
