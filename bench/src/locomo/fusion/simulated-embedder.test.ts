import { expect, it } from "vitest";
import type { RecordedConversation } from "../recorded/to-recorded.ts";
import { simulatedEmbedder } from "./simulated-embedder.ts";

const DAY = new Date("2026-03-01");
const conversation: RecordedConversation = {
  facts: ["Ines likes tea", "Tom has a dog"].map((text) => ({
    id: text,
    userId: "c",
    text,
    at: DAY,
  })),
  questions: [
    {
      userId: "c",
      text: "What does she drink?",
      category: "single-hop",
      askedAt: DAY,
      relevant: new Set(["Ines likes tea"]),
    },
  ],
};

/** Cosines of the question to what answers it, and to what does not. */
async function cosines(strength: number): Promise<{ near: number; far: number }> {
  const embedder = simulatedEmbedder([conversation], strength);
  const texts = ["Ines likes tea", "Tom has a dog"];
  const [near = [], far = []] = await embedder.embed(texts, { purpose: "document" });
  const [asked = []] = await embedder.embed(["What does she drink?"], { purpose: "query" });
  return { near: cosine(asked, near), far: cosine(asked, far) };
}

function cosine(one: ArrayLike<number>, other: ArrayLike<number>): number {
  return Array.from(one, (value, at) => value * (other[at] ?? 0)).reduce((a, b) => a + b, 0);
}

it("leans a question towards what answers it, the more the stronger it is, and else gives noise", async () => {
  const weak = await cosines(0.1);
  const strong = await cosines(2);
  expect(strong.near).toBeGreaterThan(weak.near);
  expect(strong.near).toBeGreaterThan(strong.far);
  expect(Math.abs(weak.far)).toBeLessThan(0.5);
});
