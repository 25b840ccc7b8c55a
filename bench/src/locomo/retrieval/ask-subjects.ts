import { measureRanking, type RankingMeasures } from "@palimpsest/core/testing";
import { startProgress } from "../../report/progress.ts";
import type { Found, Question, Subject } from "./subject.ts";

/** What a subject answered to a question. */
export interface Answer {
  question: Question;
  found: Found[];
  measures: RankingMeasures;
  elapsedMs: number;
}

/** The answers of a subject, in the order of the questions. */
export interface Answers {
  name: string;
  answers: Answer[];
}

/** As many as `context()` asks for. */
const LIMIT = 20;

/**
 * Asks all subjects all questions, by turns, question by question, so that what else the machine does
 * meets them alike.
 */
export async function askSubjects<const SUBJECTS extends readonly Subject[]>(
  subjects: SUBJECTS,
  questions: readonly Question[],
  signal: AbortSignal,
): Promise<{ [AT in keyof SUBJECTS]: Answers }> {
  const asked = subjects.map((subject) => ({ subject, answers: new Array<Answer>() }));
  const progress = startProgress(questions.length * subjects.length, "answers");
  try {
    for (const question of questions) {
      for (const { subject, answers } of asked) {
        signal.throwIfAborted();
        answers.push(await ask(subject, question));
        progress.advance(1, subject.name);
      }
    }
  } finally {
    progress.stop();
  }
  const all = asked.map(({ subject: { name }, answers }) => ({ name, answers }));
  return all as unknown as { [AT in keyof SUBJECTS]: Answers };
}

async function ask(subject: Subject, question: Question): Promise<Answer> {
  const { relevant } = question;
  const startedAt = performance.now();
  const found = await subject.search(question, LIMIT);
  const elapsedMs = performance.now() - startedAt;
  const isRelevant = found.map(({ id }) => relevant.has(id));
  return { question, found, measures: measureRanking(isRelevant, relevant.size), elapsedMs };
}
