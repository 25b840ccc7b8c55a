import { InvalidInputError } from "@palimpsest/core/tables";
import { describe, expect, it } from "vitest";
import { parsePath } from "./parse-path.ts";
import { readTexts } from "./read-texts.ts";

const value = {
  title: "Tea",
  "two words": "both",
  author: { name: "Ann", age: 40, isLiving: true, born: null, tags: ["x", "y"] },
  chapters: [{ title: "One", pages: 1 }, { title: "Two" }, { other: 1 }, null],
  list: ["a", "b", "c"],
  empty: "",
};
const read = (...paths: string[]) => readTexts(value, paths.map(parsePath));

describe("the texts at a path", () => {
  it.each<[path: string, texts: string[]]>([
    ["$", [JSON.stringify(value, null, 2)]],
    ["", [JSON.stringify(value, null, 2)]],
    ["title", ["Tea"]],
    ["$.title", ["Tea"]],
    ["two words", ["both"]],
    ["author.name", ["Ann"]],
    ["author.age", ["40"]],
    ["author.isLiving", ["true"]],
    ["author.born", []],
    ["author.missing", []],
    ["author.name.first", []],
    ["author.tags", [JSON.stringify(["x", "y"], null, 2)]],
    ["author.toString", []],
    ["empty", []],
    ["list[*]", ["a", "b", "c"]],
    ["list[0]", ["a"]],
    ["list[-1]", ["c"]],
    ["list[3]", []],
    ["list.length", []],
    ["title[0]", []],
    ["chapters[*].title", ["One", "Two"]],
    ["chapters[0].pages", ["1"]],
    ["author.*", ["Ann", "40", "true", JSON.stringify(["x", "y"], null, 2)]],
    ["*.name", ["Ann"]],
    ["list.*", ["a", "b", "c"]],
    ["{title,author.name}", ["Tea", "Ann"]],
    ["{ title , missing }", ["Tea"]],
    ["chapters[*].{title,pages}", ["One", "1", "Two"]],
    ["author.{name,tags[0]}", ["Ann", "x"]],
  ])("%s", (path, texts) => {
    expect(read(path)).toEqual(texts);
  });

  it("are of all paths, equal ones once", () => {
    expect(read("title", "list[*]", "list[0]", "title")).toEqual(["Tea", "a", "b", "c"]);
    expect(readTexts({ a: "x", b: "x" }, [parsePath("*")])).toEqual(["x"]);
    expect(read()).toEqual([]);
  });

  it.each(["a[", "a]", "a[x]", "a[*", "a..b", "a.", "{a", "a}", "{}", "a[1.5]", 5, null])(
    "%j is no path",
    (path) => {
      expect(() => parsePath(path)).toThrow(InvalidInputError);
    },
  );
});
