import { inspect } from "node:util";
import { expect, test } from "vitest";
import { resolveSettings } from "./settings.ts";

const storageOptions = { awsSecretAccessKey: "abracadabra" };

test.each([
  ["an unknown option", { url: "./x" }, "options", ["url"]],
  ["a value of the wrong type", { retries: "two" }, "retries", "two"],
  ["one below another", { limits: { memory: 0 } }, "limits.memory", 0],
  [
    "one in a list of many",
    { storageOptions: { region: 5, ...storageOptions } },
    "storageOptions.region",
    5,
  ],
])("an error about %s has that, and no other option", (_, wrong, parameter, value) => {
  const options = { storageOptions, ...wrong } as never;
  expect(() => resolveSettings(options)).toThrow(expect.objectContaining({ parameter, value }));
  try {
    resolveSettings(options);
  } catch (error) {
    expect(inspect(error)).not.toContain("abracadabra");
  }
});
