import type { ExchangeMatch, MemoryId, MemoryRecord } from "../../record.ts";

/** A memory about the user, said by the user, whose id is its text. */
export function memory(text: string, other: Partial<MemoryRecord> = {}): MemoryRecord {
  const day = new Date("2026-03-01");
  return {
    id: text as MemoryId,
    memory: text,
    version: 1,
    kind: "fact",
    status: "current",
    pinned: false,
    validFrom: day,
    recordedAt: day,
    origin: "user",
    entities: [],
    episodeIds: [],
    metadata: {},
    ...other,
  };
}

/** An exchange in which the user says one thing. */
export function exchange(excerpt: string, other: Partial<ExchangeMatch> = {}): ExchangeMatch {
  return {
    id: excerpt,
    at: new Date("2026-02-03"),
    messages: [{ role: "user", content: `Hello. ${excerpt} And you?` }],
    score: 0.5,
    excerpt,
    ...other,
  };
}
