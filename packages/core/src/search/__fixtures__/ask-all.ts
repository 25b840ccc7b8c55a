import { expect } from "vitest";
import { openTestMemory } from "../../__fixtures__/open-test-memory.ts";
import type { Memory } from "../../memory.ts";
import { lexicalEmbedder } from "../../models/lexical-embedder.ts";
import { localModel } from "../../models/local/local-model.ts";
import type { LanguageModel, ModelRequest } from "../../ports/language-model.ts";
import type { OpenStore } from "../../ports/memory-store.ts";
import { scriptedModel } from "../../testing/scripted-model.ts";
import type { Asked, Life, Step } from "./life.ts";

const alice = { userId: "alice" };

/** What came of a question; the report is the question, what was wanted, and what was found. */
interface Outcome {
  readonly isRight: boolean;
  readonly report: string;
}

/** Lives a life and asks its questions, in their order; on real LanceDB where no store is given. */
export async function askAll(life: Life, store?: OpenStore): Promise<Outcome[]> {
  const memory = await live(life, store);
  const outcomes = [];
  for (const asked of life.questions) {
    const found = await ask(memory, asked, life.on);
    const leading = found.slice(0, asked.expect.length);
    const isRight =
      asked.expect.every((text) => leading.some((one) => one.includes(text))) &&
      !asked.without?.some((text) => found.some((one) => one.includes(text)));
    const report = [asked.ask, ...asked.expect.map((text) => `  wanted ${text}`), ...found];
    outcomes.push({ isRight, report: report.join("\n  ") });
  }
  return outcomes;
}

async function ask(
  memory: Memory,
  { ask: question, asOf, knownAt }: Asked,
  on: string,
): Promise<string[]> {
  const { results } = await memory.search(question, {
    ...alice,
    at: new Date(`${on}T12:00:00Z`),
    ...(asOf && { asOf: toEvening(asOf) }),
    ...(knownAt && { knownAt: toEvening(knownAt) }),
  });
  return results.map((match) => match.memory);
}

/** The memory of somebody who lived through all steps. */
async function live({ steps }: Life, store?: OpenStore): Promise<Memory> {
  const local = localModel();
  const scripted = scriptedModel();
  let model: LanguageModel = local;
  let now = new Date();
  const { memory } = await openTestMemory({
    model: { id: "local or scripted", generate: (request) => model.generate(request) },
    embedder: lexicalEmbedder(),
    ...(store && { store }),
    now: () => (now = new Date(now.getTime() + 1)),
  });
  for (const step of steps) {
    now = toEvening(step.day);
    model = "insteadOf" in step ? scripted : local;
    if ("insteadOf" in step) scripted.follow(supersede(step));
    await take(memory, step);
  }
  return memory;
}

async function take(memory: Memory, step: Step): Promise<void> {
  if ("say" in step) await memory.add(step.say, alice);
  else if ("insteadOf" in step) {
    const { results } = await memory.add(step.put, alice);
    expect(results).toMatchObject([{ event: "DELETE", previousMemory: step.insteadOf }]);
  } else if ("put" in step) {
    await memory.put(step.put, { ...alice, ...(step.at && { at: toEvening(step.at) }) });
  } else if ("update" in step) {
    await memory.update(await idOf(memory, step.update), { text: step.to }, alice);
  } else await memory.delete(await idOf(memory, step.delete), alice);
}

/** A model that records the one fact and closes the memory whose place it takes. */
function supersede({ put, insteadOf }: Extract<Step, { insteadOf: string }>) {
  const decide = ({ messages }: ModelRequest) => {
    const shown = messages.map(({ content }) => content).join("\n");
    const target = /m\d+/.exec(
      shown.split("\n").find((line) => line.endsWith(`: ${insteadOf}`)) ?? "",
    )?.[0];
    return { decisions: [{ fact: 1, operation: "DELETE", target }] };
  };
  return { record_facts: [{ facts: [{ text: put }] }], decide: [decide] };
}

async function idOf(memory: Memory, text: string): Promise<string> {
  const { results } = await memory.list({ ...alice, limit: 100 });
  return results.find((record) => record.memory === text)?.id ?? "";
}

function toEvening(day: string): Date {
  return new Date(`${day}T18:00:00Z`);
}
