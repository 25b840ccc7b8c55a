import type { LanceDBStore } from "@palimpsest/langgraph";
import { tool, type ToolRuntime } from "langchain";
import { z } from "zod";
import { namespaceOf } from "./namespaces.ts";

type Runtime = ToolRuntime<unknown, { userId: string }>;

/** A note, as it was dictated. */
export interface Note {
  text: string;
}

/**
 * Tools for notes. They are documents: kept word for word, found by meaning, never judged or merged.
 * What is known of a person is memory's, and needs no tool.
 */
export function createNoteTools(store: LanceDBStore) {
  const saveNote = tool(
    async ({ text }: Note, { context, toolCallId }: Runtime) => {
      // The call's id is the key: a call that is made again after a kill writes no second note.
      await store.put(namespaceOf("notes", context.userId), toolCallId, { text });
      return `Noted: "${text}".`;
    },
    {
      name: "save_note",
      description: "Keeps a note, word for word, when the user asks to note something down.",
      schema: z.object({ text: z.string().describe("The note, in the user's words.") }),
    },
  );

  const findNotes = tool(
    async ({ query }: { query: string }, { context }: Runtime) => {
      const namespace = namespaceOf("notes", context.userId);
      const found = await store.search(namespace, { query, limit: 3 });
      const relevant = found.filter(({ score = 0 }) => score > LEAST_SCORE);
      if (relevant.length === 0) return "No note is about that.";
      return `Your notes say: ${relevant.map(({ value }) => `"${(value as Note).text}"`).join(", ")}.`;
    },
    {
      name: "find_notes",
      description: "Looks for notes that the user had you keep.",
      schema: z.object({ query: z.string().describe("What the notes are about.") }),
    },
  );

  return [saveNote, findNotes] as const;
}

/** Below that a note has, by OpenAI's embedder as by the local one, nothing to do with the query. */
const LEAST_SCORE = 0.15;
