import {
  createMemory,
  type DecisionRow,
  type Embedder,
  type EpisodeRow,
  type MemoryStore,
  type SessionRow,
  type VersionRow,
} from "@palimpsest/core";
import { inMemoryStore } from "@palimpsest/core/testing";
import { createBenchModel } from "./bench-model.ts";
import { createLookUpEmbedder } from "./look-up-embedder.ts";
import { createVectors, type VectorSource } from "./vectors.ts";
import { createWords, type WordSource } from "./words.ts";

/** The rows that `add` writes for an exchange of one fact. */
interface ExchangeRows {
  version: VersionRow;
  decision: DecisionRow;
  episode: EpisodeRow;
}

/** Memories by number: the same ones in every run, made when they are asked for. */
export interface Corpus {
  readonly vectors: VectorSource;
  /** Knows the vectors of what was taught and asked last. */
  readonly embedder: Embedder;
  /** The text of a memory, whose vector the embedder knows from now on. */
  teach(index: number): string;
  /** A question about a memory, whose vector the embedder knows from now on. */
  ask(index: number): string;
  /** The stable id of a memory of `rows`. */
  idOf(index: number): string;
  /** What stands in a store when this memory was learned from a conversation of the user. */
  rows(index: number, userId: string): ExchangeRows;
  /** The summary of a user's conversation, up to the memory of this number. */
  session(userId: string, last: number): SessionRow;
}

const STARTED_AT = Date.parse("2026-01-01T00:00:00.000Z");
const TEMPLATE_USER = "template-user";

/** A corpus of vectors of so many dimensions, and of sentences that have nothing to do with them. */
export async function createCorpus(dimensions: number): Promise<Corpus> {
  const vectors = createVectors(dimensions);
  const words = createWords();
  const embedder = createLookUpEmbedder(dimensions);
  const { template, termsOf } = await writeTemplate(words, dimensions);

  return {
    vectors,
    embedder,
    teach: (index) => embedder.learn(words.toSentence(words.memory(index)), vectors.memory(index)),
    ask: (index) =>
      embedder.learn(words.toSentence(words.question(index)), vectors.question(index)),
    idOf: toId,
    rows(index, userId) {
      const id = toId(index);
      const own = words.memory(index);
      const text = words.toSentence(own);
      const terms = [
        ...new Set(own.flatMap((word) => termsOf.get(words.toSentence([word])) ?? word)),
      ].join(" ");
      const scope = toScope(userId);
      const at = toTime(index);
      const reportId = `report-${id}`;
      const episodeId = `episode-${id}`;
      const decisionId = `decision-${id}`;
      return {
        version: {
          ...template.version,
          ...scope,
          key: `${id}@1`,
          lineage: id,
          memoryId: id,
          hash: id.replaceAll("-", ""),
          text,
          terms,
          vector: vectors.memory(index),
          validFrom: at,
          recordedAt: at,
          decisionId,
          reportId,
          episodeIds: [episodeId],
        },
        decision: {
          ...template.decision,
          ...scope,
          key: decisionId,
          reportId,
          episodeId,
          fact: text,
          memory: text,
          decidedAt: at,
        },
        episode: {
          ...template.episode,
          ...scope,
          key: episodeId,
          messages: JSON.stringify([{ role: "user", content: text }]),
          terms,
          at,
          recordedAt: at,
        },
      };
    },
    session: (userId, last) => ({
      ...template.session,
      ...toScope(userId),
      key: `session-${userId}`,
      summarizedUntil: toTime(last),
    }),
  };

  function toScope(userId: string) {
    return { scope: template.version.scope.replace(TEMPLATE_USER, userId), userId };
  }
}

function toTime(index: number): Date {
  return new Date(STARTED_AT + index * 1_000);
}

/** As long as the ids that core makes, and ascending like them; the end differs as theirs does. */
function toId(index: number): string {
  const high = index.toString(16).padStart(8, "0");
  const low = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  return `${high}-0000-7000-8000-${low.toString(16).padStart(12, "0")}`;
}

/** Rows that core itself wrote, in memory: what stands in all columns, and which terms a word has. */
async function writeTemplate(words: WordSource, dimensions: number) {
  const open = inMemoryStore();
  let store: MemoryStore | undefined;
  const embedder = createLookUpEmbedder(dimensions);
  const model = createBenchModel();
  const memory = createMemory({
    model,
    embedder,
    summaryEvery: 1,
    store: async (space) => (store = await open(space)),
  });
  const axis = Float32Array.from({ length: dimensions }, (_, at) => Number(at === 0));
  for (const word of words.vocabulary) {
    await memory.put(embedder.learn(words.toSentence([word]), axis), { userId: "vocabulary" });
  }
  const text = embedder.learn("template", axis);
  model.answerWith({ facts: [text], operation: "ADD" });
  await memory.add(text, { userId: TEMPLATE_USER });
  await memory.idle();
  const versions = (await store?.memories.find({ type: "everyone" })) ?? [];
  const whose = { type: "exact", scope: { userId: TEMPLATE_USER } } as const;
  const [version, decision, episode, session] = [
    versions.find(({ userId }) => userId === TEMPLATE_USER),
    (await store?.decisions.find(whose))?.[0],
    (await store?.episodes.find(whose))?.[0],
    (await store?.sessions.find(whose))?.[0],
  ];
  await memory.close();
  if (!version || !decision || !episode || !session) {
    throw new Error("core wrote nothing to imitate");
  }
  return {
    template: { version, decision, episode, session },
    /** By the sentence of a single word. */
    termsOf: new Map(versions.map(({ text: sentence, terms }) => [sentence, terms.split(" ")])),
  };
}
