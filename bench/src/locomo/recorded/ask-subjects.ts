import { measureRanking, type RankingMeasures } from "@palimpsest/core/testing";
import { startProgress } from "../../report/progress.ts";
import type { Category } from "../data/locomo-data.ts";
import { type CutOff, cutOff } from "./cut-off.ts";
import type { Subject } from "./subjects/subject.ts";
import type { RecordedConversation } from "./to-recorded.ts";

/** What one subject answered to one question. */
export interface Outcome {
  category: Category;
  measures: RankingMeasures;
  cut: CutOff;
  elapsedMs: number;
}

/** The answers of a subject, in the order of the questions. */
export interface Answers {
  name: string;
  outcomes: Outcome[];
}

/** As many as `context()` asks for. */
const LIMIT = 20;

/**
 * Has each subject store all facts and answer all questions.
 *
 * They answer by turns, question by question, so that what else the machine does meets them alike.
 */
export async function askSubjects(
  subjects: readonly Subject[],
  conversations: readonly RecordedConversation[],
  signal: AbortSignal,
): Promise<Answers[]> {
  const facts = conversations.flatMap((conversation) => conversation.facts);
  const questions = conversations.flatMap((conversation) => conversation.questions);
  const texts = new Map(facts.map(({ id, text }) => [id, text]));
  const textOf = (factId: string) => texts.get(factId) ?? "";
  const answers = subjects.map((subject) => ({ subject, outcomes: new Array<Outcome>() }));
  const progress = startProgress(
    (facts.length + questions.length) * subjects.length,
    "facts and answers",
  );
  try {
    for (const subject of subjects) {
      // Facts of a user go in one after another; users do not wait for each other.
      await Promise.all(conversations.map((conversation) => fill(subject, conversation)));
    }
    for (const question of questions) {
      const { category, relevant } = question;
      for (const { subject, outcomes } of answers) {
        signal.throwIfAborted();
        const startedAt = performance.now();
        const found = await subject.search(question, LIMIT);
        const elapsedMs = performance.now() - startedAt;
        const isRelevant = found.map(({ factId }) => relevant.has(factId));
        outcomes.push({
          category,
          measures: measureRanking(isRelevant, relevant.size),
          cut: cutOff(found, { relevant, textOf }),
          elapsedMs,
        });
        progress.advance(1, `asked ${subject.name}`);
      }
    }
  } finally {
    progress.stop();
  }
  return answers.map(({ subject: { name }, outcomes }) => ({ name, outcomes }));

  async function fill(subject: Subject, conversation: RecordedConversation): Promise<void> {
    for (const fact of conversation.facts) {
      signal.throwIfAborted();
      await subject.put(fact);
      progress.advance(1, `stored in ${subject.name}`);
    }
  }
}
