import { expect, it } from "vitest";
import type { Conversation } from "../locomo/data/locomo-data.ts";
import { pickForeign } from "./pick-foreign.ts";

function conversation(id: string, speakers: [string, string], texts: string[]): Conversation {
  return {
    id,
    speakers,
    sessions: [{ id: "1", startedAt: new Date("2026-03-01"), turns: [] }],
    observations: [],
    questions: texts.map((text) => ({ id: text, text, category: "single-hop", evidence: [] })),
  };
}

it("asks in each scope what is asked of people who are not in it", () => {
  const picked = pickForeign(
    [
      conversation("a", ["Ines", "Tom"], ["Where is Tom?"]),
      conversation("b", ["Ida", "Ole"], ["Where is Ole?"]),
      conversation("c", ["Tom", "Eva"], ["Where is Eva?"]),
    ],
    6,
  );
  expect(picked.map(({ userId, text }) => `${userId}: ${text}`)).toEqual([
    "a: Where is Ole?",
    "b: Where is Tom?",
    "b: Where is Eva?",
    "c: Where is Ole?",
  ]);
});
