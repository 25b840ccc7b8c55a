import type { Question, Subject } from "./subject.ts";

/** What a turn took, from the call on. */
export interface Turn {
  firstTokenMs: number;
  endMs: number;
}

/** Has a question answered, and reads the answer to its end. */
export async function measureTurn({ answer }: Subject, question: Question): Promise<Turn> {
  const startedAt = performance.now();
  let firstTokenMs: number | undefined;
  for await (const _ of answer(question)) firstTokenMs ??= performance.now() - startedAt;
  if (firstTokenMs === undefined) throw new Error("The model said nothing.");
  return { firstTokenMs, endMs: performance.now() - startedAt };
}
