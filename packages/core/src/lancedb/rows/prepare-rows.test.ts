import { describe, expect, it } from "vitest";
import { StoreError } from "../../errors.ts";
import { TABLES } from "../../ports/tables.ts";
import { newScope, SPACE, versionRow } from "../../testing/memory-store/rows.ts";
import { prepareRows } from "./prepare-rows.ts";

const shape = { name: "memories", columns: TABLES.memories, dimensions: SPACE.dimensions } as const;

describe("prepareRows", () => {
  it("names a write by its content: the same for the same row, another for any difference", () => {
    const row = versionRow(newScope());
    const variants = [
      row,
      { ...row, revision: 2 },
      { ...row, reason: "It is newer." },
      { ...row, subject: "" },
      { ...row, validFrom: new Date(0) },
      { ...row, vector: [0, 1, 0, 0, 0, 0, 0, 0] },
    ];
    const nameOf = (variant: typeof row) => prepareRows([variant], shape)[0]?.write;
    const names = variants.map(nameOf);
    expect(new Set(names).size).toBe(variants.length);
    expect(variants.map((variant) => nameOf(structuredClone(variant)))).toEqual(names);
  });

  it("refuses vectors that 16 bits cannot hold", () => {
    const scope = newScope();
    for (const length of [1e-9, 1e6]) {
      const vector = [length, 0, 0, 0, 0, 0, 0, 0];
      expect(() => prepareRows([versionRow(scope, { vector })], shape)).toThrow(StoreError);
    }
  });
});
