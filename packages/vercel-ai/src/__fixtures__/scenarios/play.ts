import { recordingMemory } from "../recording-memory.ts";
import { startChat } from "../start-chat.ts";
import type { Ask } from "../ways-to-ask.ts";
import { BROWSER_TOOL_SCENARIOS } from "./browser-tools.ts";
import { MANY_TURNS_SCENARIOS } from "./many-turns.ts";
import { ONE_TURN_SCENARIOS } from "./one-turn.ts";
import type { Observed, Remembering, Scenario, Wrap } from "./scenario.ts";

/** All scenarios, by name. */
export const SCENARIOS = [
  ...ONE_TURN_SCENARIOS,
  ...BROWSER_TOOL_SCENARIOS,
  ...MANY_TURNS_SCENARIOS,
].map((scenario) => [scenario.name, scenario] as const);

/** Lets a scenario happen to a middleware. */
export async function play(scenario: Scenario, wrap: Wrap, ask: Ask): Promise<Observed> {
  const chat = await startChat();
  const { memory, searches, kept } = recordingMemory();
  const started: Remembering[] = [];
  await scenario.run({
    chat,
    ask,
    start() {
      const model = wrap(chat.model, memory);
      started.push(model);
      return model;
    },
  });
  for (const model of started) await model.flush();
  return {
    searches: searches.map(({ query }) => query),
    kept: kept(),
    blocks: chat.requests.map(
      ({ system }) => system.split("\n").filter((line) => line === "<recalled-memories>").length,
    ),
  };
}
