import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readLocomo } from "../data/locomo-data.ts";
import { type Source, toRecorded } from "./to-recorded.ts";

const TWO_FRIENDS = fileURLToPath(new URL("../__fixtures__/two-friends.json", import.meta.url));

async function record(source: Source) {
  const [conversation] = await readLocomo(TWO_FRIENDS);
  if (conversation === undefined) throw new Error("The fixture is empty.");
  return toRecorded(conversation, source);
}

it("keeps the questions that a fact shares a turn with, and knows which facts", async () => {
  const { facts, questions } = await record("none");
  const answers = questions.map(({ text, relevant }) => [
    text,
    facts.filter(({ id }) => relevant.has(id)).map((fact) => fact.text),
  ]);
  expect(answers).toEqual([
    ["Where does Ines live?", ["Ines moved to Porto."]],
    ["What is the dog called?", ["Tom has a dog named Biscuit."]],
    ["What is Tom allergic to?", ["Tom is allergic to peanuts."]],
    [
      "What did Ines and Tom talk about before she moved?",
      ["Ines shared a photo of a yellow tram.", "Tom works as a carpenter."],
    ],
  ]);
});

it("stores a fact at the time of its session, with the turns that it cites", async () => {
  const { facts } = await record("turn");
  expect(facts.at(-2)).toEqual({
    id: "conv-1:4",
    userId: "conv-1",
    text: "Ines moved to Porto.",
    at: new Date("2024-04-02T18:05:00Z"),
    source: [
      { role: "assistant", name: "Tom", content: "Hi Ines! Are you settled in?" },
      { role: "user", name: "Ines", content: "Yes, I moved to Porto last week." },
    ],
  });
});

it("stores the block of four turns around a cited one, or no source at all", async () => {
  const [byBlock, byNone] = [await record("block"), await record("none")];
  expect(byBlock.facts.map(({ source }) => source?.length)).toEqual([4, 4, 4, 4, 3, 3]);
  expect(byNone.facts.some(({ source }) => source !== undefined)).toBe(false);
});
