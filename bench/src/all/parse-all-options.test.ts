import { expect, it } from "vitest";
import { UsageError } from "../bench-error.ts";
import { parseAllOptions } from "./parse-all-options.ts";

it("runs everything by default, within 45 minutes, and writes into bench/ and README.md", () => {
  const options = parseAllOptions([]);
  if (options === "help") throw new Error("No help was asked for.");
  const { tasks, chosen, folder, readme } = options;
  expect(chosen).toEqual(tasks.map(({ id }) => id));
  expect(tasks.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(45);
  expect(folder).toMatch(/[\\/]bench[\\/]?$/);
  expect(readme).toMatch(/README\.md$/);
});

it("needs no data for a quick run, and leaves what is published alone", () => {
  const options = parseAllOptions(["--quick", "--only", "crash", "--only", "chat"]);
  expect(options).toMatchObject({
    chosen: ["crash", "chat"],
    data: expect.stringContaining("two-friends.json"),
    folder: expect.stringMatching(/results[\\/]quick$/),
  });
  expect(options).not.toHaveProperty("readme");
  expect(parseAllOptions(["--folder", "elsewhere"])).not.toHaveProperty("readme");
});

it("knows no other benches", () => {
  expect(() => parseAllOptions(["--only", "crash", "--only", "nothing"])).toThrow(UsageError);
});
