import { startProgress } from "../../report/progress.ts";
import type { RecordedSubject } from "./subjects/recorded-subject.ts";
import type { RecordedConversation, RecordedFact } from "./to-recorded.ts";

/**
 * Has each subject store all facts: those of a conversation one after another, while conversations do
 * not wait for each other.
 */
export async function fillSubjects(
  subjects: readonly RecordedSubject[],
  conversations: readonly RecordedConversation[],
  signal: AbortSignal,
): Promise<void> {
  const size = conversations.reduce((sum, { facts }) => sum + facts.length, 0);
  const progress = startProgress(size * subjects.length, "facts");
  try {
    for (const subject of subjects) {
      await Promise.all(conversations.map(({ facts }) => fill(subject, facts)));
    }
  } finally {
    progress.stop();
  }

  async function fill(subject: RecordedSubject, facts: readonly RecordedFact[]): Promise<void> {
    for (const fact of facts) {
      signal.throwIfAborted();
      await subject.put(fact);
      progress.advance(1, subject.name);
    }
  }
}
