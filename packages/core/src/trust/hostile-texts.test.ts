import { describe, expect, test } from "vitest";
import type { Memory } from "../memory.ts";
import { separateRecalled } from "../render/separate-recalled.ts";
import { expectNoInstructions, expectWellFormed } from "./__fixtures__/expect-harmless.ts";
import { FENCE_CLOSING } from "./__fixtures__/hostile-inputs/fence-closing.ts";
import { HEADER_FORGING } from "./__fixtures__/hostile-inputs/header-forging.ts";
import { OVERSIZED_AND_BINARY } from "./__fixtures__/hostile-inputs/oversized-and-binary.ts";
import { ROLE_FORGING } from "./__fixtures__/hostile-inputs/role-forging.ts";
import { UNICODE_TRICKS } from "./__fixtures__/hostile-inputs/unicode-tricks.ts";
import { attempt, LOCAL, openTarget } from "./__fixtures__/open-target.ts";

const CATEGORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "forged roles": ROLE_FORGING,
  "closed fences": FENCE_CLOSING,
  "forged headings": HEADER_FORGING,
  "tricks of Unicode": UNICODE_TRICKS,
  "oversized and binary words": OVERSIZED_AND_BINARY,
};

const EVERYBODY = { agentId: "helper", include: "subtree", limit: 1_000 } as const;

describe.each(Object.entries(CATEGORIES))("%s", (_, inputs) => {
  const texts = Object.entries(inputs);

  test("stay data, also when a model believes them", async () => {
    const { memory, expectBystanderUntouched } = await openTarget();
    const kept = await Promise.all(texts.map(async ([name, text]) => attack(memory, name, text)));
    await expectKept(memory, kept.flat());
    await expectBystanderUntouched();
  });

  test("give the local rules nothing but facts", async () => {
    const limits = { exchange: 5_000_000, facts: 1_000 };
    const budgets = { call: { tokens: 5_000_000 } };
    const target = await openTarget({ ...LOCAL, limits, budgets });
    const { memory, expectBystanderUntouched } = target;
    const mallory = { userId: "mallory", agentId: "helper" };
    const messages = texts.map(([, content]) => ({ role: "user", content }) as const);
    await memory.add(messages, mallory);
    await expectKept(
      memory,
      messages.map(({ content }) => content),
    );
    const known = await expectNoInstructions(memory, mallory);
    expect(known.length).toBeLessThan(texts.length);
    const query = known.map((record) => record.memory).join(" ");
    const block = await memory.context(query, { ...mallory, tokenBudget: 5_000 });
    expect(block).not.toBe("");
    expectWellFormed(block);
    await expectBystanderUntouched();
  });
});

test("a name counts as a part of the exchange", async () => {
  const { memory } = await openTarget();
  const message = { role: "user", name: "a".repeat(600_000), content: "Hello" } as const;
  const adding = memory.add([message], { userId: "mallory" });
  await expect(adding).rejects.toThrow("more than the limit of 500000");
});

/** Says a text, stores it by hand, and asks with it. The text, when it was taken as an exchange. */
async function attack(memory: Memory, name: string, text: string): Promise<string[]> {
  const mallory = { userId: `mallory with ${name}`, agentId: "helper" };
  const message = { role: "user", name: text.slice(0, 64), content: text } as const;
  const added = await attempt(memory.add([message], mallory));
  await attempt(memory.put(text, mallory));
  expectWellFormed(await attempt(memory.context(text, { ...mallory, tokenBudget: 5_000 })));
  await expectNoInstructions(memory, mallory);
  return "results" in added ? [text] : [];
}

/** Exchanges are kept verbatim, but for recalled blocks, and for halves of pairs, which UTF-8 has not. */
async function expectKept(memory: Memory, texts: readonly string[]): Promise<void> {
  const { results } = await memory.episodes(EVERYBODY);
  const said = results.flatMap(({ messages }) => messages.map(({ content }) => content));
  const given = texts.map((text) => separateRecalled(text.toWellFormed()).said);
  expect(said.toSorted()).toEqual(given.filter((text) => text.trim() !== "").toSorted());
}
