import { Agent } from "@mastra/core/agent";
import { LibSQLStore } from "@mastra/libsql";
import { createMemory } from "@palimpsest/core";
import { LongTermMemory } from "@palimpsest/mastra";
import { after } from "next/server";
import { currentUser } from "./session.ts";

const agent = new Agent({
  id: "assistant",
  name: "Assistant",
  instructions: "You are a helpful assistant.",
  model: "openai/gpt-4.1-mini",
  memory: new LongTermMemory({
    storage: new LibSQLStore({ id: "messages", url: process.env["MESSAGES_URL"] ?? "" }),
    // Functions share no disk: object storage, such as s3://bucket/memories.
    longTerm: { memory: createMemory({ uri: process.env["MEMORIES_URI"] }), waitUntil: after },
  }),
});

export async function POST(request: Request): Promise<Response> {
  const { id: resource } = await currentUser(request);
  const { thread, text } = (await request.json()) as { thread: string; text: string };
  const output = await agent.stream(text, { memory: { thread, resource } });
  return new Response(output.textStream.pipeThrough(new TextEncoderStream()));
}
