import { readFile } from "node:fs/promises";
import { z } from "zod";
import { BenchError } from "../bench-error.ts";
import { parseSessionDate } from "./parse-session-date.ts";

/** What somebody said; a photo that was shared stands as its caption in brackets. */
export interface Turn {
  readonly speaker: string;
  readonly text: string;
}

/** One sitting of a conversation. */
interface Session {
  /** Unique over all conversations. */
  readonly id: string;
  readonly startedAt: Date;
  readonly turns: readonly Turn[];
}

/** Two people who talk over months, and questions about what they said. */
export interface Conversation {
  readonly id: string;
  readonly speakers: readonly [string, string];
  /** In the order of time. */
  readonly sessions: readonly Session[];
  readonly questions: readonly string[];
}

const turnSchema = z.object({
  speaker: z.string(),
  text: z.string(),
  blip_caption: z.string().optional(),
});

const conversationSchema = z.object({
  sample_id: z.string(),
  conversation: z.looseObject({ speaker_a: z.string(), speaker_b: z.string() }),
  qa: z.array(z.object({ question: z.string() })),
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
pass it: pnpm bench locomo --ingest --data path/to/locomo10.json`,
      { cause },
    );
  }
}

function toConversation({
  sample_id: id,
  conversation,
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
  return {
    id,
    speakers: [speakerA, speakerB],
    sessions,
    questions: qa.map(({ question }) => question),
  };
}

function toTurn({ speaker, text, blip_caption: caption }: z.infer<typeof turnSchema>): Turn {
  return { speaker, text: caption ? `${text} [shares a photo: ${caption}]` : text };
}
