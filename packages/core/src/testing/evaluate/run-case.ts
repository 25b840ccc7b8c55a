import { InvalidInputError } from "../../errors.ts";
import type { Page } from "../../look-up/list.ts";
import type { Memory } from "../../memory.ts";
import type { MemoryRecord, Usage } from "../../record.ts";
import type { Scope } from "../../scope.ts";
import { askQuestion } from "./ask-question.ts";
import type { QuestionReport } from "./evaluation-report.ts";
import type { PreparedCase } from "./read-cases.ts";
import { sumUsage } from "./sum-usage.ts";
import { nameOf, toPredicate } from "./to-predicate.ts";

/** What came of a case, counted and not yet reckoned. */
export interface CaseOutcome {
  name: string;
  expected: number;
  /** What was expected and no current memory matches. */
  missing: string[];
  absent: number;
  /** Of what should be absent, how much a current memory matches. */
  present: number;
  /** The current memories that should be absent. */
  stillCurrent: string[];
  /** Current memories. */
  memories: number;
  unprocessed: number;
  usage: Usage;
  questions: QuestionReport[];
}

/**
 * Has a memory listen to the conversation of a case, under a user of the case's name, and looks what
 * became of it.
 *
 * @throws {InvalidInputError} when the memory knows something of that user already.
 */
export async function runCase(
  memory: Memory,
  { name, exchanges, expected, absent, questions }: PreparedCase,
  signal: AbortSignal | undefined,
): Promise<CaseOutcome> {
  const scope: Scope = { userId: name };
  const subtree = { ...scope, include: "subtree" } as const;
  await assertEmpty(memory, scope);
  const usages: Usage[] = [];
  for (const { messages, at } of exchanges) {
    const { report } = await memory.add(messages, { ...scope, at, signal });
    usages.push(report.usage);
  }
  await memory.idle();

  const current = await readPages((cursor) => memory.list({ ...subtree, cursor }));
  const episodes = await readPages((cursor) => memory.episodes({ ...subtree, cursor }));
  const isHeld = (matches: (record: MemoryRecord) => boolean) => current.some(matches);
  const unwanted = absent.map(toPredicate);
  const asked: QuestionReport[] = [];
  for (const question of questions) {
    asked.push(await askQuestion(memory, question, { scope, signal }));
  }
  return {
    name,
    expected: expected.length,
    missing: expected.filter((matcher) => !isHeld(toPredicate(matcher))).map(nameOf),
    absent: absent.length,
    present: unwanted.filter(isHeld).length,
    stillCurrent: current
      .filter((record) => unwanted.some((matches) => matches(record)))
      .map(({ memory: text }) => text),
    memories: current.length,
    unprocessed: episodes.filter(({ status }) => status !== "processed").length,
    usage: sumUsage(usages),
    questions: asked,
  };
}

async function assertEmpty(memory: Memory, scope: Scope): Promise<void> {
  const { results } = await memory.episodes({ ...scope, include: "subtree", limit: 1 });
  const known = await memory.count({ ...scope, include: "subtree" });
  if (known === 0 && results.length === 0) return;
  throw new InvalidInputError(
    `openMemory gave a memory that has heard of "${scope.userId}" before. Open an empty one for each case.`,
    { parameter: "openMemory" },
  );
}

async function readPages<ITEM>(
  readPage: (cursor: string | undefined) => Promise<Page<ITEM>>,
): Promise<ITEM[]> {
  const items: ITEM[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage(cursor);
    items.push(...page.results);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
}
