import { openai } from "@ai-sdk/openai";
import { createMemory } from "@palimpsest/core";
import { memoryCall, usedMemories, withMemory } from "@palimpsest/vercel-ai";
import {
  convertToModelMessages,
  createUIMessageStreamResponse,
  streamText,
  toUIMessageStream,
  type UIMessage,
} from "ai";
import { after } from "next/server";
import { currentUser } from "./session.ts";

const memory = createMemory();
const model = withMemory(openai("gpt-4.1-mini"), { memory, waitUntil: after });

export async function POST(request: Request): Promise<Response> {
  const { id: userId } = await currentUser(request);
  const { id: sessionId, messages } = (await request.json()) as {
    id: string;
    messages: UIMessage[];
  };

  const result = streamText({
    model,
    messages: await convertToModelMessages(messages),
    ...memoryCall({ userId, sessionId }),
  });
  // Without a reader the answer would stop with a closed tab, and the turn be lost.
  void result.consumeStream();

  const stream = toUIMessageStream({
    stream: result.stream,
    originalMessages: messages,
    messageMetadata: ({ part }) =>
      part.type === "finish-step" ? { memories: usedMemories(part) } : undefined,
  });
  return createUIMessageStreamResponse({ stream });
}
