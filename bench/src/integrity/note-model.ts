import type { LanguageModel, ModelRequest } from "@palimpsest/core";

/** What the texts of these benches are: each is given once, so that it can be looked for. */
const NOTE = /\bnote [\w-]+/g;

/**
 * A model that takes the last note of an exchange for a fact, and lets every other note take the place
 * of the memory that is nearest to it. It needs no time, so that all of it is the store's.
 */
export function noteModel(): LanguageModel {
  return {
    id: "bench/notes",
    async generate(request) {
      const notes = notesIn(request);
      if (request.tool.name === "record_facts") {
        return { arguments: { facts: notes.slice(-1).map((text) => ({ text })) } };
      }
      if (request.tool.name === "decide") {
        const takesPlace = Number(notes.at(-1)?.at(-1)) % 2 === 0;
        const verdict = takesPlace ? { operation: "DELETE", target: "m1" } : { operation: "ADD" };
        return { arguments: { decisions: [{ fact: 1, reason: "by its name", ...verdict }] } };
      }
      return { arguments: { summary: "Notes." } };
    },
  };
}

function notesIn({ messages }: ModelRequest): string[] {
  return messages.flatMap(({ content }) => content.match(NOTE) ?? []);
}
