import { describe, expect, it } from "vitest";
import type { Write } from "./commit-writes.ts";
import { takeBatch } from "./take-batch.ts";

function job(keys: readonly string[], bytes = 100): { write: Write } {
  const rows = keys.map((key) => ({ key, revision: 1, values: {}, write: key, bytes }));
  return { write: { type: "merge", rows } };
}

const keysOf = (jobs: readonly { write: Write }[]) =>
  jobs.map(({ write }) => write.rows.map(({ key }) => key).join("+"));

describe("takeBatch", () => {
  it("takes all that waits", () => {
    const waiting = [job(["a", "b"]), job([]), job(["c"])];
    expect(keysOf(takeBatch(waiting))).toEqual(["a+b", "", "c"]);
    expect(waiting).toEqual([]);
    expect(takeBatch(waiting)).toEqual([]);
  });

  it("leaves the second write of a key for later, and what has a key of that", () => {
    const waiting = [job(["a", "b"]), job(["c"]), job(["b", "d"]), job(["d"]), job(["e"])];
    expect(keysOf(takeBatch(waiting))).toEqual(["a+b", "c", "e"]);
    expect(keysOf(takeBatch(waiting))).toEqual(["b+d"]);
    expect(keysOf(takeBatch(waiting))).toEqual(["d"]);
  });

  it("passes over what is not wanted, and what has a key of that", () => {
    const waiting = [job(["a"]), job(["b"]), job(["a"]), job(["c"])];
    const [unwanted] = waiting;
    expect(keysOf(takeBatch(waiting, (one) => one !== unwanted))).toEqual(["b", "c"]);
    expect(keysOf(takeBatch(waiting))).toEqual(["a"]);
  });

  it("takes at most 256 calls", () => {
    const waiting = Array.from({ length: 300 }, (_, index) => job([`${index}`]));
    expect(takeBatch(waiting)).toHaveLength(256);
    expect(takeBatch(waiting)).toHaveLength(44);
  });

  it("takes at most 8 MB, and one larger call alone", () => {
    const large = 3 * 1024 * 1024;
    const waiting = [
      job(["a"], large),
      job(["b"], large),
      job(["c"], large),
      job(["d"], 4 * large),
    ];
    expect(keysOf(takeBatch(waiting))).toEqual(["a", "b"]);
    expect(keysOf(takeBatch(waiting))).toEqual(["c"]);
    expect(keysOf(takeBatch(waiting))).toEqual(["d"]);
  });
});
