import { describe, expect, it } from "vitest";
import { StoreError } from "../../errors.ts";
import { type RowCondition, toRowCondition } from "../../rows/row-condition.ts";
import { type VersionRow } from "../../ports/stored-rows.ts";
import { TABLES } from "../../ports/tables.ts";
import { toStoredColumns } from "../schema/columns.ts";
import { compileFilter } from "./compile-filter.ts";

const columns = toStoredColumns(TABLES.memories);
const compile = (condition: RowCondition) => compileFilter(condition, columns);

describe("compileFilter", () => {
  it("names the columns of the store", () => {
    expect(compile({ column: "key", equals: "a@1" })).toBe("version_id = 'a@1'");
    expect(compile({ column: "supersededAt", isAbsent: true })).toBe("superseded_at IS NULL");
    expect(compile({ column: "entities", contains: "Anna" })).toBe("array_has(entities, 'Anna')");
  });

  it("makes literals of whatever it is given", () => {
    const literals = [
      ["'", "''''"],
      ["'; DROP TABLE memories; --", "'''; DROP TABLE memories; --'"],
      ["\\'", "'\\'''"],
      ['"', "'\"'"],
      ["a\u0000b\n", "'a\u0000b\n'"],
      ["%_*", "'%_*'"],
      ["\uD800", "'\uFFFD'"],
    ] as const;
    for (const [text, literal] of literals) {
      expect(compile({ column: "text", equals: text })).toBe(`text = ${literal}`);
      expect(compile({ column: "entities", contains: text })).toBe(
        `array_has(entities, ${literal})`,
      );
    }
    expect(compile({ column: "subject", isOneOf: ["') OR (TRUE", ""] })).toMatchInlineSnapshot(
      `"subject IN (''') OR (TRUE', '')"`,
    );
    expect(compile({ column: "importance", isBelow: -3 })).toBe("importance < -3");
    expect(compile({ column: "importance", isAbove: 1e21 })).toMatchInlineSnapshot(
      `"importance > arrow_cast(1e+21, 'Float64')"`,
    );
    expect(compile({ column: "pinned", notEquals: false })).toBe("pinned <> FALSE");
    expect(compile({ column: "validTo", isAtMost: new Date(-1) })).toMatchInlineSnapshot(
      `"valid_to <= arrow_cast(-1, 'Timestamp(Millisecond, Some("UTC"))')"`,
    );
  });

  it("puts the scope and the condition of the caller side by side, each in parentheses", () => {
    const whose = { type: "visible", scope: { userId: "o'hara", sessionId: "*" } } as const;
    const where = { any: [{ column: "kind", equals: "fact" }, { any: [] }] } as const;
    expect(compile(toRowCondition<VersionRow>(whose, where))).toMatchInlineSnapshot(
      `"(scope IN ('u:o%0027hara', 's:%002a', 'u:o%0027hara/s:%002a')) AND ((kind = 'fact') OR (FALSE))"`,
    );
    const subtree = { type: "subtree", scope: { userId: "o'hara", agentId: "%" } } as const;
    expect(compile(toRowCondition<VersionRow>(subtree))).toMatchInlineSnapshot(
      `"(user_id = 'o%0027hara') AND (agent_id = '%0025')"`,
    );
  });

  it("turns emptiness into a constant", () => {
    expect(compile({ all: [] })).toBe("TRUE");
    expect(compile({ any: [] })).toBe("FALSE");
    expect(compile({ column: "text", isOneOf: [] })).toBe("FALSE");
  });

  it("refuses columns that are not there, and values that do not fit", () => {
    const wrong: RowCondition[] = [
      { column: "text = '' OR TRUE; --", equals: "" },
      { column: "constructor", equals: "" },
      { column: "writes", contains: "" },
      { column: "text", equals: 1 },
      { column: "text", equals: undefined as unknown as string },
      { column: "importance", equals: Number.NaN },
      { column: "importance", isAbove: Number.POSITIVE_INFINITY },
      { column: "importance", equals: "1 OR TRUE" },
      { column: "pinned", equals: "TRUE" },
      { column: "validTo", equals: new Date(Number.NaN) },
      { column: "validTo", equals: "now()" },
      { column: "metadata", equals: "{}" },
      { column: "vector", equals: 1 },
    ];
    for (const condition of wrong) expect(() => compile(condition)).toThrow(StoreError);
  });

  it("refuses to nest deeper than the parser of LanceDB can follow", () => {
    const nest = (depth: number): RowCondition =>
      depth === 0 ? { column: "text", equals: "" } : { all: [nest(depth - 1)] };
    expect(compile(nest(40))).toContain("text = ''");
    expect(() => compile(nest(41))).toThrow(StoreError);
    expect(() => compile(nest(5_000))).toThrow(StoreError);
  });
});
