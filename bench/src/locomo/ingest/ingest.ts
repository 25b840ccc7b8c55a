import type { Memory, MemoryInfo } from "@palimpsest/core";
import { folderSize } from "../../report/folder-size.ts";
import { startProgress } from "../../report/progress.ts";
import { countMemories } from "./count-memories.ts";
import { createFailureLog } from "./failure-log.ts";
import { feedConversation, type FeedOptions } from "../feed-conversation.ts";
import type { Conversation } from "../data/locomo-data.ts";
import { measureContext } from "./measure-context.ts";
import { measureMemories } from "./measure-memories.ts";
import { openMemory } from "../open-memory.ts";
import { pickEvenly } from "../data/pick-evenly.ts";
import { reopenInNewProcess, type Question, type Reopened } from "./reopen-in-new-process.ts";
import { sumTallies, type Tally } from "./tally.ts";
import { toFigures, type Figures } from "./to-figures.ts";
import { usersOf } from "../data/users.ts";

export interface IngestOptions {
  /** An empty folder. */
  uri: string;
  signal: AbortSignal;
}

/** What came of an ingest. */
export interface IngestReport {
  conversations: Figures[];
  total: Figures;
  folderBytes: number;
  /** What went wrong without any call failing: how often, by message. */
  failures: Record<string, number>;
  /** Current memories of each user. */
  counts: Record<string, number>;
  /** The same, and a few answers, from a process that opened the folder anew. */
  reopened: Reopened;
}

/** Questions that the new process is asked, of all conversations together. */
const QUESTIONS_REOPENED = 3;

/** Feeds conversations to one new memory, measures what it holds, and opens it again elsewhere. */
export async function ingest(
  conversations: readonly Conversation[],
  options: IngestOptions,
): Promise<IngestReport> {
  const { uri } = options;
  const userIds = conversations.flatMap(usersOf).map(({ userId }) => userId);
  const failures = createFailureLog();
  const progress = startProgress(countMessages(conversations), "messages");
  const memory = openMemory(uri, failures.note);
  const tallies = new Map<string, Tally>();
  let counts: Record<string, number>;
  try {
    for (const conversation of conversations) {
      const tally = await measure(memory, conversation, {
        ...options,
        onFed: ({ messages }, { userId }) => progress.advance(messages.length, userId),
      });
      tallies.set(conversation.id, tally);
    }
    counts = await countMemories(memory, userIds);
  } finally {
    progress.stop();
    await memory.close();
  }
  const questions = pickEvenly(conversations.flatMap(toQuestions), QUESTIONS_REOPENED);
  return {
    conversations: [...tallies].map(([id, tally]) => toFigures(id, tally)),
    total: toFigures("total", sumTallies([...tallies.values()])),
    folderBytes: await folderSize(uri),
    failures: failures.counts(),
    counts,
    reopened: await reopenInNewProcess({ uri, userIds, questions }, options.signal),
  };
}

async function measure(
  memory: Memory,
  conversation: Conversation,
  options: FeedOptions,
): Promise<Tally> {
  const before = await memory.info();
  const feeding = await feedConversation(memory, conversation, options);
  const after = await memory.info();
  return {
    ...feeding,
    sessions: conversation.sessions.length,
    pending: countUnprocessed(after) - countUnprocessed(before),
    versions: after.rows.memories - before.rows.memories,
    ...(await measureMemories(memory, usersOf(conversation))),
    ...(await measureContext(memory, conversation, options)),
  };
}

function countUnprocessed({ pending, dead }: MemoryInfo): number {
  return pending + dead;
}

function countMessages(conversations: readonly Conversation[]): number {
  return conversations
    .flatMap((conversation) =>
      conversation.sessions.map(({ turns }) => turns.length * usersOf(conversation).length),
    )
    .reduce((total, messages) => total + messages, 0);
}

/** Each question goes to the speaker whom it names, the first one when it names nobody. */
function toQuestions(conversation: Conversation): Question[] {
  const users = usersOf(conversation);
  return conversation.questions.flatMap(({ text: question }) => {
    const user = users.find(({ speaker }) => question.includes(speaker)) ?? users[0];
    return user === undefined ? [] : [{ userId: user.userId, question }];
  });
}
