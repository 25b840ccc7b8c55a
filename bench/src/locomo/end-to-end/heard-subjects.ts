import type { Memory } from "@palimpsest/core";
import type { Question, Subject } from "../retrieval/subject.ts";
import type { HeardExchanges } from "./heard-exchanges.ts";
import { excerptFirst, rankTurns, type Spoken, toTurns } from "./to-turns.ts";

/** The facts that a memory made of what it heard, as the turns that they stand for. */
export function factsSubject(memory: Memory, heard: HeardExchanges): Subject {
  return {
    name: "facts",
    async search(question, limit) {
      const found = await searchAll(memory, heard, { question, limit });
      return rankTurns(found.facts, limit);
    },
  };
}

/** The same facts and the verbatim exchanges, by their scores, as `search` gives them. */
export function unionSubject(memory: Memory, heard: HeardExchanges): Subject {
  return {
    name: "facts and exchanges",
    async search(question, limit) {
      const found = await searchAll(memory, heard, { question, limit });
      return rankTurns([...found.facts, ...found.exchanges], limit);
    },
  };
}

/** Both users are asked, as either may be meant: each has what the other said as exchanges only. */
async function searchAll(
  memory: Memory,
  heard: HeardExchanges,
  { question: { userId, text, askedAt: at }, limit }: { question: Question; limit: number },
): Promise<{ facts: Spoken[]; exchanges: Spoken[] }> {
  const include = ["subtree", "exchanges"] as const;
  const turnsOf = (episodeId: string) => heard.turnsOf(episodeId);
  const found = await Promise.all(
    heard
      .usersOf(userId)
      .map((user) => memory.search(text, { userId: user.userId, include, limit, at })),
  );
  return {
    facts: found
      .flatMap(({ results }) => results)
      .map((match) => ({ score: match.score, turnIds: toTurns(match, turnsOf) })),
    exchanges: found
      .flatMap(({ exchanges = [] }) => exchanges)
      .map(({ id, excerpt, score }) => ({ score, turnIds: excerptFirst(turnsOf(id), excerpt) })),
  };
}
