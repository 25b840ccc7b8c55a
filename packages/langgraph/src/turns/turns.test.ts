import { describe, expect, it } from "vitest";
import { createTurns, type Turn } from "./turns.ts";

function toTurn(key: string, conversation = "c"): Turn {
  return {
    key,
    conversation,
    messageId: key,
    unheard: [{ role: "user", content: `Words of ${key}` }],
  };
}

describe("the turns of a process", () => {
  it("are entered once, whatever comes with the second time", () => {
    const turns = createTurns();
    const turn = turns.enter(toTurn("a"));
    turn.unheard = undefined;
    expect(turns.enter(toTurn("a"))).toBe(turn);
    expect(turns.findLatest("c")).toBe(turn);
    expect(turns.findUnheard("c")).toEqual([]);
  });

  it("are told apart by their conversations", () => {
    const turns = createTurns();
    for (const [key, conversation] of [
      ["a", "c"],
      ["b", "d"],
      ["c", "c"],
    ] as const) {
      turns.enter(toTurn(key, conversation));
    }
    expect(turns.findUnheard("c").map(({ key }) => key)).toEqual(["a", "c"]);
    expect(turns.findLatest("d")?.key).toBe("b");
    expect(turns.findLatest("e")).toBeUndefined();
  });

  it("are at most a thousand, of which the longest unused is forgotten first", () => {
    const turns = createTurns();
    const first = turns.enter(toTurn("0"));
    for (let key = 1; key < 1_000; key++) turns.enter(toTurn(String(key)));
    expect(turns.enter(toTurn("0"))).toBe(first);
    turns.enter(toTurn("1000"));
    const known = turns.findUnheard("c").map(({ key }) => key);
    expect(known).toHaveLength(1_000);
    expect(known.at(0)).toBe("2");
    expect(known.slice(-2)).toEqual(["0", "1000"]);
  });
});
