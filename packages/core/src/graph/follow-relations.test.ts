import { expect, test } from "vitest";
import type { VersionRow } from "../ports/stored-rows.ts";
import { versionRow } from "../testing/memory-store/rows.ts";
import { termsOf } from "../text/analyze-text.ts";
import { followRelations } from "./follow-relations.ts";
import { gatherRelations } from "./gather-relations.ts";

/** The texts that a question leads to, strongest first. */
function follow(question: string, texts: readonly (string | Partial<VersionRow>)[]): string[] {
  const rows = texts.map((given, index) => {
    const { text = "", ...values } = typeof given === "string" ? { text: given } : given;
    const relations = gatherRelations(text, values.relations);
    return versionRow(
      { userId: "alice" },
      {
        ...values,
        lineage: String(index),
        text,
        terms: termsOf(text).join(" "),
        ...(relations && { relations }),
      },
    );
  });
  const strengths = followRelations(rows, question);
  return rows
    .filter(({ key }) => strengths.has(key))
    .toSorted((a, b) => (strengths.get(b.key) ?? 0) - (strengths.get(a.key) ?? 0))
    .map(({ text }) => text);
}

const WORKPLACE = [
  "User's sister is Anna.",
  "Anna works at Globex.",
  "Tom manages the team at Globex.",
  "Tom lives in Berlin.",
  "User's brother is Ben.",
  "Ben works at Initech.",
  "Carl manages the team at Initech.",
  "User lives in Rome.",
];

test("a question leads over other memories to the one that answers", () => {
  expect(follow("Who manages the team at Anna's company?", WORKPLACE)[0]).toBe(
    "Tom manages the team at Globex.",
  );
  expect(follow("Who is the boss at my sister's employer?", WORKPLACE)[0]).toBe(
    "Tom manages the team at Globex.",
  );
});

test("a sister is not a brother", () => {
  const led = follow("Who is the boss at my brother's employer?", WORKPLACE);
  expect(led[0]).toBe("Carl manages the team at Initech.");
});

test("case, accents and alphabets of names do not matter", () => {
  const memories = ["Сергей works at Globex.", "Tom manages Globex.", "Zoë knows Tom."];
  expect(follow("who is the manager of sergey?", memories)[0]).toBe("Tom manages Globex.");
});

test("names that were told to mean the same lead on together", () => {
  const memories = [
    "Lizzy is the chef of the Copper Kettle.",
    "Elizabeth Okafor is also known as Lizzy.",
    "The Copper Kettle belongs to Gareth.",
  ];
  expect(follow("Who owns the restaurant of Elizabeth Okafor?", memories)[0]).toBe(
    "The Copper Kettle belongs to Gareth.",
  );
});

test("a first name means the only one who has it, and of two either", () => {
  const memories = [
    "User's boss is Priya Raman.",
    "Priya plays in the Hagen Quartet.",
    "The Hagen Quartet rehearses on Tuesdays.",
  ];
  expect(follow("When does the band of my boss rehearse?", memories)[0]).toBe(
    "The Hagen Quartet rehearses on Tuesdays.",
  );
  const led = follow("When does Priya's band rehearse?", [
    ...memories,
    "User's aunt is Priya Shah.",
  ]);
  expect(led[0]).toBe("The Hagen Quartet rehearses on Tuesdays.");
});

test("relations lead where texts have no capital letters", () => {
  const memories = [
    {
      text: "田中さんは東京商事で働いている",
      entities: ["田中", "東京商事"],
      relations: [{ subject: "田中", predicate: "works_at", object: "東京商事" }],
    },
    {
      text: "東京商事の社長は佐藤さんだ",
      entities: ["東京商事", "佐藤"],
      relations: [{ subject: "佐藤", predicate: "president_of", object: "東京商事" }],
    },
  ];
  expect(follow("Who is the president of 田中's company?", memories)[0]).toBe(memories[1]?.text);
});

test("a question without names or the user leads nowhere, nor does an unknown name", () => {
  expect(follow("Who manages a team?", WORKPLACE)).toEqual([]);
  expect(follow("Who is Zaphod's boss?", WORKPLACE)).toEqual([]);
  expect(follow("?!", WORKPLACE)).toEqual([]);
  expect(follow("Who is Anna's boss?", [])).toEqual([]);
});

test("nothing leads over those who are in nearly every memory", () => {
  const talk = Array.from({ length: 30 }, (_, index) => `Mel told Caro about trip ${index}.`);
  expect(follow("What did Mel paint?", [...talk, "Caro paints lakes."])).toEqual([]);
});
