import { streamText } from "ai";
import type { ChatSubject } from "./chat-subjects.ts";

/** A question of a user. */
export interface Question {
  userId: string;
  question: string;
}

/** What a turn took, from the call on. */
export interface Turn {
  firstTokenMs: number;
  endMs: number;
}

/** Streams one answer to a question of a user, and reads it to its end. */
export async function measureTurn(
  { callFor }: ChatSubject,
  { userId, question }: Question,
): Promise<Turn> {
  const startedAt = performance.now();
  const { stream } = streamText({
    ...callFor(userId),
    instructions: "You are a helpful assistant.",
    prompt: question,
    maxRetries: 0,
  });
  let firstTokenMs: number | undefined;
  for await (const part of stream) {
    if (part.type === "error") throw part.error;
    if (part.type === "text-delta") firstTokenMs ??= performance.now() - startedAt;
  }
  if (firstTokenMs === undefined) throw new Error("The model said nothing.");
  return { firstTokenMs, endMs: performance.now() - startedAt };
}
