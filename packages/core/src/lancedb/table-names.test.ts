import { describe, expect, it } from "vitest";
import { toTableNames } from "./table-names.ts";

describe("toTableNames", () => {
  it("names the embedding space so that an operator can read it", () => {
    const { memories, episodes } = toTableNames({
      embedder: "text-embedding-3-small",
      dimensions: 1536,
    });
    expect(memories).toMatch(/^memories_text-embedding-3-small_1536_[0-9a-f]{12}$/);
    expect(episodes).toBe("episodes");
  });

  it("gives every space a name of its own, of letters that LanceDB takes", () => {
    const embedders = [
      "a/b",
      "a-b",
      "A-B",
      "a b",
      "模型",
      "型模",
      "x".repeat(300),
      "x".repeat(301),
    ];
    const spaces = embedders.flatMap((embedder) => [
      { embedder, dimensions: 8 },
      { embedder, dimensions: 16 },
    ]);
    const names = spaces.map((space) => toTableNames(space).memories);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9_-]{1,80}$/);
  });
});
