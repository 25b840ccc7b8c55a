import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  moveKey,
  readAddress,
  readKind,
  readTask,
  toBlobKey,
  toCheckpointKey,
  toKeyBefore,
  toPrefix,
  toWritesKey,
  toWritesPrefix,
} from "./row-keys.ts";

const name = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(" ", "!", "a", "\0", "\ud800", "\udc00", "!0020", "\u{1F600}"),
  }),
);
const address = fc.record({ threadId: name, namespace: name, checkpointId: name });

describe("keys of rows", () => {
  it("say of whatever names what they were made of", () => {
    fc.assert(
      fc.property(address, name, (one, task) => {
        const key = toWritesKey(one, task, "stamp");
        expect(readAddress(key)).toEqual(one);
        expect(readTask(key)).toBe(task);
        expect(readKind(key)).toBe("write");
        expect(readAddress(toCheckpointKey(one))).toEqual(one);
        expect(key.startsWith(toWritesPrefix(one))).toBe(true);
        expect(key.isWellFormed()).toBe(true);
      }),
    );
  });

  it("begin with the prefix of their own thread and namespace alone", () => {
    fc.assert(
      fc.property(address, address, (one, other) => {
        const key = toCheckpointKey(other);
        expect(key.startsWith(toPrefix(one.threadId))).toBe(one.threadId === other.threadId);
        expect(key.startsWith(toPrefix(one.threadId, "checkpoint", one.namespace))).toBe(
          one.threadId === other.threadId && one.namespace === other.namespace,
        );
        expect(toBlobKey(one, "x", 1) === toBlobKey(other, "x", 1)).toBe(
          one.threadId === other.threadId && one.namespace === other.namespace,
        );
      }),
    );
  });

  it("sort as the ids of their checkpoints do, with a key before each", () => {
    const ascii = fc.string({ unit: "binary-ascii", maxLength: 4 });
    fc.assert(
      fc.property(ascii, ascii, (one, other) => {
        const place = { threadId: "t", namespace: "" };
        const [low = "", high = ""] = [one, other].toSorted((a, b) => (a < b ? -1 : 1));
        const [first, second] = [low, high].map((id) => ({ ...place, checkpointId: id }));
        if (first === undefined || second === undefined || low === high) return;
        expect(toCheckpointKey(first) < toCheckpointKey(second)).toBe(true);
        expect(toKeyBefore(second) < toCheckpointKey(second)).toBe(true);
        expect(toCheckpointKey(first) < toKeyBefore(second)).toBe(true);
      }),
    );
  });

  it("move to another thread with all that follows", () => {
    fc.assert(
      fc.property(address, name, (one, to) => {
        expect(moveKey(toCheckpointKey(one), to)).toBe(toCheckpointKey({ ...one, threadId: to }));
      }),
    );
  });
});
