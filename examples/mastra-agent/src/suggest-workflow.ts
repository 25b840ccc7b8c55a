import { createStep, createWorkflow } from "@mastra/core/workflows";
import type { Memory } from "@palimpsest/core";
import { z } from "zod";

const request = z.object({ topic: z.string(), resource: z.string() });
const known = request.extend({ facts: z.array(z.string()) });
const suggestion = z.object({ facts: z.array(z.string()), text: z.string() });

/** A workflow that looks up what matters for a topic, and has the agent suggest something. */
export function createSuggestWorkflow(memory: Memory) {
  // A step that needs no model asks memory itself.
  const lookUp = createStep({
    id: "look-up",
    inputSchema: request,
    outputSchema: known,
    async execute({ inputData }) {
      const { results } = await memory.search(inputData.topic, { userId: inputData.resource });
      return { ...inputData, facts: results.map((match) => match.memory) };
    },
  });

  const suggest = createStep({
    id: "suggest",
    inputSchema: known,
    outputSchema: suggestion,
    async execute({ inputData: { topic, resource, facts }, mastra }) {
      // These words are the program's, not the user's: the agent may recall, and must not learn from them.
      const thread = { id: `${resource}-suggestions`, title: "Suggestions" };
      const { text } = await mastra
        .getAgent("assistant")
        .generate(`Suggest something for me: ${topic}`, {
          memory: { thread, resource, options: { readOnly: true } },
        });
      return { facts, text };
    },
  });

  return createWorkflow({ id: "suggest", inputSchema: request, outputSchema: suggestion })
    .then(lookUp)
    .then(suggest)
    .commit();
}
