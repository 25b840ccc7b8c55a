import { expect, test } from "vitest";
import { countScopes } from "./count-scopes.ts";

test("the first scopes are counted in full, whatever comes between and after them", () => {
  const names = Array.from({ length: 200 }, (_, index) => `u:${String(index).padStart(3, "0")}`);
  const counter = countScopes(3);
  for (const name of [...names.toReversed(), ...names, "u:001"]) counter.add({ scope: name });
  expect(counter.result()).toEqual([
    { scope: "u:000", rows: 2 },
    { scope: "u:001", rows: 3 },
    { scope: "u:002", rows: 2 },
  ]);
});

test("fewer than asked for are all", () => {
  const counter = countScopes(10);
  counter.add({ scope: "u:b" });
  counter.add({ scope: "u:a" });
  expect(counter.result()).toEqual([
    { scope: "u:a", rows: 1 },
    { scope: "u:b", rows: 1 },
  ]);
});
