import { expect, test } from "vitest";
import { findEntities } from "./find-entities.ts";

test.each([
  ["User works at Globex with Anna Lee", ["Globex", "Anna Lee"]],
  ["La boda del usuario será en Sevilla", ["Sevilla"]],
  ["Usuario vive en La Paz", ["La Paz"]],
])("%s: %j", (text, names) => {
  const claim = {
    subject: "user",
    attribute: "plan",
    value: "",
    polarity: "affirmed",
    text,
  } as const;
  expect(findEntities(claim)).toEqual(names);
});
