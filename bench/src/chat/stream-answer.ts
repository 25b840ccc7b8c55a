import { streamText } from "ai";

/** What the AI SDK is called with besides the question. */
export type ChatCall = Pick<Parameters<typeof streamText>[0], "model" | "providerOptions">;

/** Streams an answer: the pieces of its text. Throws what goes wrong in the stream. */
export async function* streamAnswer(call: ChatCall, question: string): AsyncGenerator<string> {
  const { stream } = streamText({
    ...call,
    instructions: "You are a helpful assistant.",
    prompt: question,
    maxRetries: 0,
  });
  for await (const part of stream) {
    if (part.type === "error") throw part.error;
    if (part.type === "text-delta") yield part.text;
  }
}
