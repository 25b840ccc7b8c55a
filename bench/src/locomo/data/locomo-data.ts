import { readFile } from "node:fs/promises";
import { z } from "zod";
import { BenchError } from "../../bench-error.ts";
import { parseEvidence } from "./parse-evidence.ts";
import { parseSessionDate } from "./parse-session-date.ts";

/** What somebody said; a photo that was shared stands as its caption in brackets. */
export interface Turn {
  /** Unique in its conversation, like `D1:3`. */
  readonly id: string;
  readonly speaker: string;
  readonly text: string;
}

/** One sitting of a conversation. */
export interface Session {
  /** Unique over all conversations. */
  readonly id: string;
  readonly startedAt: Date;
  readonly turns: readonly Turn[];
}

/** A fact that LoCoMo's authors had a model (gpt-3.5-turbo) record from a session. */
interface Observation {
  readonly sessionId: string;
  /** Whom it is about. */
  readonly speaker: string;
  readonly text: string;
  /** The turns that it cites. */
  readonly evidence: readonly string[];
}

/** A question about a conversation. */
interface Question {
  /** Unique over all conversations. */
  readonly id: string;
  readonly text: string;
  readonly category: Category;
  /** The turns that answer it. */
  readonly evidence: readonly string[];
  /** What counts as correct; adversarial questions have none. */
  readonly answer?: string | undefined;
}

/** The kinds of questions, by the numbers that LoCoMo's `task_eval/evaluation.py` gives them. */
export const CATEGORIES = {
  1: "multi-hop",
  2: "temporal",
  3: "open-domain",
  4: "single-hop",
  5: "adversarial",
} as const;

export type Category = (typeof CATEGORIES)[keyof typeof CATEGORIES];

/** Two people who talk over months, and questions about what they said. */
export interface Conversation {
  readonly id: string;
  readonly speakers: readonly [string, string];
  /** In the order of time. */
  readonly sessions: readonly Session[];
  readonly observations: readonly Observation[];
  readonly questions: readonly Question[];
}

const turnSchema = z.object({
  dia_id: z.string(),
  speaker: z.string(),
  text: z.string(),
  blip_caption: z.string().optional(),
});

const observationSchema = z.tuple([z.string(), z.union([z.string(), z.array(z.string())])]);

const conversationSchema = z.object({
  sample_id: z.string(),
  conversation: z.looseObject({ speaker_a: z.string(), speaker_b: z.string() }),
  observation: z.record(z.string(), z.record(z.string(), z.array(observationSchema))).default({}),
  qa: z.array(
    z.object({
      question: z.string(),
      category: z.literal([1, 2, 3, 4, 5]),
      evidence: z.array(z.string()).default([]),
      // Years and counts stand as numbers.
      answer: z.union([z.string(), z.number()]).transform(String).optional(),
    }),
  ),
});

const SESSION = /^session_\d+$/;

/**
 * The conversations in a file in LoCoMo's format.
 *
 * @throws {BenchError} when the file is missing or has another format.
 */
export async function readLocomo(file: string): Promise<Conversation[]> {
  const json = await readText(file);
  try {
    return z.array(conversationSchema).parse(JSON.parse(json)).map(toConversation);
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new BenchError(`${file} is not in LoCoMo's format: ${reason}`, { cause });
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new BenchError(
      `The LoCoMo conversations cannot be read from ${file}.

LoCoMo is a set of very long conversations between two people, with questions about them
(Maharana et al., ACL 2024). It is published at https://github.com/snap-research/locomo under
CC BY-NC 4.0, so it is not part of this project. Download data/locomo10.json from there and
pass it: pnpm bench locomo --data path/to/locomo10.json`,
      { cause },
    );
  }
}

function toConversation({
  sample_id: id,
  conversation,
  observation,
  qa,
}: z.infer<typeof conversationSchema>): Conversation {
  const { speaker_a: speakerA, speaker_b: speakerB } = conversation;
  const sessions = Object.keys(conversation)
    .filter((key) => SESSION.test(key))
    .map((key) => ({
      id: `${id}:${key}`,
      startedAt: parseSessionDate(z.string().parse(conversation[`${key}_date_time`])),
      turns: z.array(turnSchema).parse(conversation[key]).map(toTurn),
    }))
    .toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  const turnIds = new Set(sessions.flatMap(({ turns }) => turns.map((turn) => turn.id)));
  const toEvidence = (texts: readonly string[]) =>
    parseEvidence(texts).filter((turnId) => turnIds.has(turnId));
  return {
    id,
    speakers: [speakerA, speakerB],
    sessions,
    observations: Object.entries(observation).flatMap(([key, bySpeaker]) =>
      Object.entries(bySpeaker).flatMap(([speaker, facts]) =>
        facts.map(([text, cited]) => ({
          sessionId: `${id}:${key.replace(/_observation$/, "")}`,
          speaker,
          text,
          evidence: toEvidence([cited].flat()),
        })),
      ),
    ),
    questions: qa.map(({ question, category, evidence, answer }, index) => ({
      id: `${id}:question_${index + 1}`,
      text: question,
      category: CATEGORIES[category],
      evidence: toEvidence(evidence),
      // Some adversarial questions have an answer in the file: that of the question they were made from.
      answer: CATEGORIES[category] === "adversarial" ? undefined : answer,
    })),
  };
}

function toTurn({
  dia_id: id,
  speaker,
  text,
  blip_caption: caption,
}: z.infer<typeof turnSchema>): Turn {
  return { id, speaker, text: caption ? `${text} [shares a photo: ${caption}]` : text };
}
