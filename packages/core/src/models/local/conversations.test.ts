import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openTestMemory } from "../../__fixtures__/open-test-memory.ts";
import type { TextMessage } from "../../record.ts";
import { lexicalEmbedder } from "../lexical-embedder.ts";
import { localModel } from "./local-model.ts";

/** A conversation, and what a person reading along would note. */
interface Conversation {
  name: string;
  kind: string;
  language: string;
  sessions: { at: string; messages: TextMessage[] }[];
  /** True at the end. */
  expected: Note[];
  /** Said, and no longer true at the end. */
  stale: Note[];
  /** Never said of the user: questions, hypotheticals, guesses, other people's. */
  noise: Note[];
}

/** A fact in words, and what the text of a memory that states it matches: all of one list, none of the other. */
interface Note {
  fact: string;
  match: string[];
  not?: string[];
}

const FOLDER = join(import.meta.dirname, "__fixtures__/conversations");

const conversations = globSync("*.json", { cwd: FOLDER })
  .toSorted()
  .map((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Conversation);

interface Outcome {
  conversation: string;
  language: string;
  expected: number;
  "stored once": number;
  twice: number;
  stale: number;
  noise: number;
  memories: number;
}

const outcomes: Outcome[] = [];
const misses: string[] = [];

test("there are ten conversations of ten kinds in three languages", () => {
  expect(conversations).toHaveLength(10);
  expect(new Set(conversations.map(({ kind }) => kind)).size).toBe(10);
  expect(new Set(conversations.map(({ language }) => language)).size).toBe(3);
});

test.each(conversations)("$name goes through the local models", async (conversation) => {
  const outcome = await hold(conversation);
  outcomes.push(outcome);
  expect(outcome.stale).toBe(0);
});

test("nine of ten facts that a person would note are stored once, and next to nothing else of note", () => {
  const total = (count: (outcome: Outcome) => number) =>
    outcomes.reduce((sum, outcome) => sum + count(outcome), 0);
  expect(outcomes).toHaveLength(10);
  const once = total((outcome) => outcome["stored once"]) / total(({ expected }) => expected);
  expect(once).toBeGreaterThanOrEqual(0.9);
  const noise = total((outcome) => outcome.noise);
  const traps = conversations.flatMap((conversation) => conversation.noise).length;
  expect(noise / traps).toBeLessThanOrEqual(0.05);
});

afterAll(() => {
  console.table(outcomes);
  if (misses.length > 0) console.log(misses.join("\n"));
});

/** Feeds a conversation through a memory, exchange by exchange, and compares what is known at the end. */
async function hold({
  name,
  language,
  sessions,
  expected,
  stale,
  noise,
}: Conversation): Promise<Outcome> {
  const { memory } = await openTestMemory({ model: localModel(), embedder: lexicalEmbedder() });
  for (const [index, { at, messages }] of sessions.entries()) {
    for (let start = 0; start < messages.length; start += 2) {
      await memory.add(messages.slice(start, start + 2), {
        userId: "u",
        sessionId: `s${index}`,
        at: new Date(Date.parse(at) + start * 60_000),
      });
    }
  }
  const { results } = await memory.list({ userId: "u", include: "subtree", limit: 1_000 });
  const texts = results.map((record) => record.memory);
  const matching = (note: Note) => texts.filter((text) => isStated(note, text));
  const counts = expected.map((note) => matching(note).length);

  const report = (what: string, notes: readonly Note[]) =>
    misses.push(
      ...notes.map((note) => `${name}: ${what}: ${note.fact} ${JSON.stringify(matching(note))}`),
    );
  report(
    "missing",
    expected.filter((_, index) => counts[index] === 0),
  );
  report(
    "twice",
    expected.filter((_, index) => (counts[index] ?? 0) > 1),
  );
  const left = (notes: readonly Note[]) => notes.filter((note) => matching(note).length > 0);
  report("stale", left(stale));
  report("noise", left(noise));
  return {
    conversation: name,
    language,
    expected: expected.length,
    "stored once": counts.filter((count) => count === 1).length,
    twice: counts.filter((count) => count > 1).length,
    stale: left(stale).length,
    noise: left(noise).length,
    memories: texts.length,
  };
}

function isStated({ match, not = [] }: Note, text: string): boolean {
  const has = (pattern: string) => new RegExp(pattern, "iu").test(text);
  return match.every(has) && !not.some(has);
}
