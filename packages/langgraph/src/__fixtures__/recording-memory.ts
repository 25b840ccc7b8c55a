import type { Memory, MemoryId, MemoryMatch } from "@palimpsest/core";

type Add = Memory["add"];
type Search = Memory["search"];

/** A memory that finds what it is told to, and writes down what it is asked and given. */
export interface RecordingMemory {
  memory: Pick<Memory, "search" | "add">;
  searches: { query: string; options: Parameters<Search>[1] }[];
  adds: { messages: Exclude<Parameters<Add>[0], string>; options: Parameters<Add>[1] }[];
  /** What was given, as `role: text`. */
  readonly kept: () => string[][];
}

/** A memory that finds these texts whatever is asked; `search` and `add` take its place where given. */
export function recordingMemory({
  texts = ["User lives in Berlin"],
  search,
  add,
}: {
  texts?: readonly string[];
  search?: Search;
  add?: Add;
} = {}): RecordingMemory {
  const searches: RecordingMemory["searches"] = [];
  const adds: RecordingMemory["adds"] = [];
  return {
    searches,
    adds,
    kept: () =>
      adds.map(({ messages }) =>
        messages.map(({ role, content }) => `${role}: ${JSON.stringify(content).slice(1, -1)}`),
      ),
    memory: {
      search(query, options) {
        searches.push({ query, options });
        return search ? search(query, options) : Promise.resolve({ results: texts.map(toMatch) });
      },
      add(messages, options) {
        if (typeof messages === "string") throw new TypeError("The adapter gives messages.");
        adds.push({ messages, options });
        return add ? add(messages, options) : Promise.resolve(toResult());
      },
    },
  };
}

function toMatch(memory: string, index: number): MemoryMatch {
  const at = new Date("2026-03-01T12:00:00.000Z");
  return {
    id: `memory-${index + 1}` as MemoryId,
    memory,
    version: 1,
    kind: "fact",
    status: "current",
    pinned: false,
    validFrom: at,
    recordedAt: at,
    origin: "user",
    entities: [],
    episodeIds: [],
    metadata: {},
    score: 0.9 - index / 10,
  };
}

function toResult(): Awaited<ReturnType<Add>> {
  const usage = { modelCalls: 0, embeddingCalls: 0, inputTokens: 0, outputTokens: 0 };
  const report = { id: "report", episodeId: "episode", decisions: [], usage, durationMs: 0 };
  return { results: [], report: { ...report, status: "processed" } };
}
