import { OpenAIEmbeddings } from "@langchain/openai";
import { LanceDBStore } from "@palimpsest/langgraph";

const store = new LanceDBStore({
  uri: "./.palimpsest",
  index: {
    dims: 1_536,
    embeddings: new OpenAIEmbeddings({ model: "text-embedding-3-small" }),
    fields: ["title", "sections[*].text"], // each text is a vector of its own
  },
  ttl: { defaultTtl: 60 * 24 * 90, refreshOnRead: true }, // minutes
});

const shelf = ["docs", "acme"];
await store.put(shelf, "travel", { title: "Travel policy", year: 2026, sections: [] });
await store.put(shelf, "draft", { title: "Travel policy", year: 2027 }, false, { ttl: 30 });

const found = await store.search(["docs"], {
  query: "Who pays for the train?",
  filter: { year: { $gte: 2026 } },
});
console.log(found.map(({ key, score }) => [key, typeof score])); // Items without vectors come last.

await store.stop();
