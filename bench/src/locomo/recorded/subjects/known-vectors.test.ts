import { hashEmbedder } from "@palimpsest/core/testing";
import { expect, it } from "vitest";
import { KnownVectors } from "./known-vectors.ts";

it("gives facts their vectors as documents, whoever asks, and other texts those of queries", async () => {
  const purposes: string[] = [];
  const embedder = hashEmbedder();
  const vectors = new KnownVectors({
    id: "noted",
    dimensions: embedder.dimensions,
    embed: async (texts, options) => {
      purposes.push(...texts.map((text) => `${text}: ${options.purpose}`));
      return embedder.embed(texts, options);
    },
  });
  await vectors.learn(["likes tea", "likes cake"]);
  const [tea] = await vectors.embedDocuments(["likes tea"]);
  expect(await vectors.embedQuery("likes tea")).toEqual(tea);
  await vectors.embedQuery("tea?");
  expect(purposes).toEqual(["likes tea: document", "likes cake: document", "tea?: query"]);
});
