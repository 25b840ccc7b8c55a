import { describe, expect, it } from "vitest";
import { play, SCENARIOS } from "../__fixtures__/scenarios/play.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";
import { withMemory } from "./with-memory.ts";

describe.each(WAYS)("one search and one add a turn, in %s", (_, ask) => {
  it.each(SCENARIOS)("for %s", async (_name, scenario) => {
    const observed = await play(scenario, (model, memory) => withMemory(model, { memory }), ask);
    expect(observed).toEqual(scenario.expected);
  });
});
