import * as fc from "fast-check";
import { expect, it } from "vitest";
import {
  answerTurns,
  type RandomChat,
  randomTurns,
  takeTurn,
} from "../__fixtures__/random-turn.ts";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { withMemory } from "./with-memory.ts";

const USERS = 5;
const CHATS_OF_EACH = 2;
const TURNS_OF_EACH = 50;

it("500 turns at random, of users who talk at once, are each searched for and kept as they should", async () => {
  // A failure prints the seed.
  await fc.assert(fc.asyncProperty(fc.nat(), run), { numRuns: 1, endOnFailure: true });
}, 120_000);

async function run(seed: number): Promise<void> {
  const provider = await startChat(answerTurns);
  const recording = recordingMemory({
    search: async (_query, { userId }) => {
      const { memory } = recordingMemory({ texts: [`This is ${userId}`] });
      return memory.search("", { userId: "anybody" });
    },
  });
  const here = withMemory(provider.model, { memory: recording.memory });
  const elsewhere = withMemory(provider.model, { memory: recording.memory });

  const chats = Array.from({ length: USERS * CHATS_OF_EACH }, (_, index): RandomChat => ({
    userId: `user-${index % USERS}`,
    name: `chat-${index}`,
    history: [
      { role: "user", content: `I write in chat ${index}.` },
      { role: "assistant", content: "Fine." },
    ],
    searches: [],
    kept: [],
    unheard: [],
  }));
  await Promise.all(
    chats.map(async (chat, index) => {
      for (const [number, turn] of randomTurns(
        seed ^ Math.imul(index, 0x9e3779b9),
        TURNS_OF_EACH,
      ).entries()) {
        await takeTurn(chat, number, turn, { ...provider, here, elsewhere });
      }
    }),
  );
  await here.flush();
  await elsewhere.flush();

  for (let index = 0; index < USERS; index++) {
    const userId = `user-${index}`;
    const own = chats.filter((chat) => chat.userId === userId);
    const searched = recording.searches.filter(({ options }) => options.userId === userId);
    const kept = recording.kept().filter((_, at) => recording.adds[at]?.options.userId === userId);
    expect(count(searched.map(({ query }) => query))).toEqual(
      count(own.flatMap(({ searches }) => searches)),
    );
    expect(count(kept.map((messages) => messages.join("\n")))).toEqual(
      count(own.flatMap((chat) => chat.kept.map((messages) => messages.join("\n")))),
    );
  }
  for (const { system } of provider.requests) {
    const [, talkingWith] = /You talk with (user-\d+)/.exec(system) ?? [];
    expect([...system.matchAll(/This is (user-\d+)/g)].map(([, userId]) => userId)).toEqual([
      talkingWith,
    ]);
  }
  const keys = recording.adds.map(({ options }) => options.idempotencyKey);
  expect(new Set(keys).size).toBe(keys.length);
}

/** How often each of them is there. */
function count(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts.toSorted()) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}
