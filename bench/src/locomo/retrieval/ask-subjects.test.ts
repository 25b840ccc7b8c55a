import { expect, it } from "vitest";
import { askSubjects } from "./ask-subjects.ts";
import type { Subject } from "./subject.ts";

const questions = ["one", "two"].map((text) => ({
  userId: "alice",
  text,
  category: "temporal" as const,
  askedAt: new Date("2026-03-01"),
  relevant: new Set([`${text} a`, `${text} b`]),
}));

it("asks by turns for twenty results, and measures what each found", async () => {
  const asked: string[] = [];
  const subjectOf = (name: string, finds: string): Subject => ({
    name,
    async search({ text }, limit) {
      asked.push(`${name} ${text} ${limit}`);
      return [{ id: `${text} ${finds}`, score: 1 }];
    },
  });
  const subjects = [subjectOf("right", "a"), subjectOf("wrong", "c")] as const;
  const [right, wrong] = await askSubjects(subjects, questions, new AbortController().signal);
  expect(asked).toEqual(["right one 20", "wrong one 20", "right two 20", "wrong two 20"]);
  expect(right.answers.map(({ measures }) => measures.recallAt[10])).toEqual([0.5, 0.5]);
  expect(wrong).toMatchObject({ name: "wrong", answers: [{ measures: { hitAt5: 0 } }, {}] });
});

it("stops when it is aborted", async () => {
  const subject: Subject = { name: "slow", search: () => expect.unreachable() };
  const aborted = AbortSignal.abort(new Error("enough"));
  await expect(askSubjects([subject], questions, aborted)).rejects.toThrow("enough");
});
