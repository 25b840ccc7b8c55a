import { type FilePart, generateText } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { finishPart } from "../__fixtures__/streaming-model.ts";
import type { GenerateResult } from "./call-types.ts";
import { memoryCall } from "./memory-call.ts";
import { withMemory } from "./with-memory.ts";

const alice = { userId: "alice" };
const TERMS = "Notice period: 3 months";

const file = (data: FilePart["data"]): FilePart => ({
  type: "file",
  mediaType: "text/plain",
  data,
});

test("a file that is given as text is a document's words, and one that is given as bytes is left out", async () => {
  const { memory } = await openTestMemory({
    record_facts: [{ facts: [{ text: "The notice period is 3 months", quote: TERMS }] }],
  });
  const doGenerate: GenerateResult = {
    content: [{ type: "text", text: "Three months." }],
    warnings: [],
    ...(finishPart() as Pick<GenerateResult, "finishReason" | "usage">),
  };
  const model = withMemory(new MockLanguageModelV4({ doGenerate }), { memory });
  await generateText({
    model,
    ...memoryCall(alice),
    messages: [
      {
        role: "user",
        content: [
          { type: "text", text: "Sum up my contract." },
          file({ type: "text", text: TERMS }),
          file(new TextEncoder().encode("Bytes are not read.")),
        ],
      },
    ],
  });
  await model.flush();
  const { results: episodes } = await memory.episodes(alice);
  expect(episodes.map(({ messages }) => messages)).toEqual([
    [
      { role: "user", content: "Sum up my contract." },
      { role: "document", content: TERMS },
      { role: "assistant", content: "Three months." },
    ],
  ]);
  const { results } = await memory.list(alice);
  expect(results.map(({ origin }) => origin)).toEqual(["document"]);
});
